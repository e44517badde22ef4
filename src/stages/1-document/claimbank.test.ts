import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument } from "./index.ts";

/**
 * Every page and text of the annotated reports: all gold strings stand in the clean text, and no line of navigation,
 * advertisement or related links does. The reports are no part of the project; without them there is nothing to check.
 */
const data = new URL("../../../../shared/data/", import.meta.url).pathname;
const parts = ["claimbank", ...["a", "b", "d", "e", "f"].map((part) => `claimbank-train/${part}`)];
const present = existsSync(data);
if (!present) console.warn(`skipped: no annotated reports at ${data}`);

interface Gold {
  file: string;
  report: { title: string; outlet: string; published: string | null; url: string };
  events: { trigger: string }[];
  claims: { evidence: string; counts: { text: string }[] }[];
}

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Text of the elements around the article that are no part of it. */
function frameOf(html: string): string[] {
  const frames = html.match(
    /<(nav|aside|footer|script|section class="related"|div class="(?:cookie|byline)")[\s\S]*?<\/(?:nav|aside|footer|script|section|div)>/g,
  );
  return (frames ?? [])
    .flatMap((frame) => frame.split(/<[^>]*>/))
    .map(squash)
    .filter((line) => line.length > 12);
}

describe.skipIf(!present)("the annotated reports", () => {
  for (const part of present ? parts : []) {
    const lines = readFileSync(join(data, part, "gold.jsonl"), "utf8")
      .trim()
      .split("\n");
    test(`${part}: ${lines.length} reports`, async () => {
      expect(readdirSync(join(data, part, "reports"))).toHaveLength(lines.length);
      for (const line of lines) {
        const gold = JSON.parse(line) as Gold;
        const bytes = readFileSync(join(data, part, gold.file));
        const document = await readDocument(bytes, { name: gold.file });
        const text = squash(document.text);
        const strings = [
          ...gold.events.map((event) => event.trigger),
          ...gold.claims.flatMap((claim) => [claim.evidence, ...claim.counts.map((count) => count.text)]),
        ];
        for (const string of strings) expect.soft(text, gold.file).toContain(squash(string));
        expect
          .soft(
            { title: document.title, outlet: document.outlet, published: document.published, url: document.url },
            gold.file,
          )
          .toEqual(gold.report);
        expect.soft(document.language, gold.file).toBe("en");
        expect.soft(document.notices, gold.file).toEqual([]);
        if (gold.file.endsWith(".html")) {
          for (const frame of frameOf(bytes.toString("utf8"))) expect.soft(text, gold.file).not.toContain(frame);
          expect.soft(text.startsWith(squash(gold.report.title)), `${gold.file}: title told twice`).toBe(false);
        }
      }
    });
  }
});
