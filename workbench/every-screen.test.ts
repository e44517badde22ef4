import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { Case } from "../src/index.ts";
import { firstReport, inBrowser, test } from "./testing/bench.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The address of every screen; the reader and the dossier with the most to show. */
async function screensOf(hearsay: Case): Promise<string[]> {
  const report = await firstReport(hearsay);
  const dossier = (await hearsay.dossiers({ sort: "reports" })).items[0]!;
  const lists = ["inbox", "dossiers", "map", "queue", "queue?of=actors", "export"];
  return [...lists, `reports/${encodeURIComponent(report.id)}`, `dossiers/${dossier.id}`];
}

inBrowser("every screen", () => {
  test.for(["light", "dark"] as const)(
    "axe finds no serious violation, %s",
    { timeout: 120_000 },
    async (colorScheme, { open, hearsay, base }) => {
      // axe is put into the page from outside, which the policy rightly forbids.
      const page = await open({ colorScheme, bypassCSP: true });
      const found: string[] = [];
      for (const path of await screensOf(hearsay)) {
        await page.goto(base + path);
        await page.waitForLoadState("networkidle");
        await page.evaluate(axe);
        const serious = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return violations
            .filter((v) => v.impact === "serious" || v.impact === "critical")
            .map((v) => `${v.id}: ${v.nodes[0]!.html.slice(0, 120)}`);
        });
        found.push(...serious.map((violation) => `${path} ${violation}`));
      }
      expect(found).toEqual([]);
    },
  );

  test.for([360, 640, 1280])(
    "nothing scrolls sideways at %i px",
    { timeout: 120_000 },
    async (width, { open, hearsay, base }) => {
      const page = await open({ viewport: { width, height: 800 } });
      const wide: string[] = [];
      for (const path of await screensOf(hearsay)) {
        await page.goto(base + path);
        await page.waitForLoadState("networkidle");
        const over = await page.evaluate(() => {
          const wide = document.documentElement.scrollWidth - innerWidth;
          const first = [...document.querySelectorAll("body *")].find(
            (e) => !e.closest(".filters") && e.getBoundingClientRect().right > innerWidth + 1,
          );
          return wide > 0 ? `${wide} px, first by ${first?.outerHTML.slice(0, 100)}` : "";
        });
        if (over !== "") wide.push(`${path}: ${over}`);
      }
      expect(wide).toEqual([]);
    },
  );
});
