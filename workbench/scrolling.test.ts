import { serve } from "@hono/node-server";
import { expect } from "vitest";
import { createApp } from "../src/faces/http/app.ts";
import { loadFiles } from "../src/faces/http/static.ts";
import type { Case, Ledger, ReportRow, ReportView } from "../src/index.ts";
import { BUILT, inBrowser, test } from "./testing/bench.ts";

inBrowser("long lists", () => {
  test("2,000 claims and 10,000 reports scroll without visible delay", async ({ hearsay, browser }) => {
    const big = await bigServer(hearsay);
    const fresh = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    for (const [path, box] of [
      [`/reports/${encodeURIComponent("sha256:big")}`, ".cards"],
      ["/inbox", "html"],
    ] as const) {
      await fresh.goto(big.url + path);
      await fresh.locator(".card, .vbody > .vrow").first().waitFor();
      // Work between frames while scrolling by a window at a time; the worst of 40 steps.
      const worst = await fresh.evaluate(async (selector) => {
        const box = document.querySelector(selector)!;
        const frames: number[] = [];
        for (let i = 0; i < 40; i++) {
          const start = performance.now();
          box.scrollTop += 900;
          box.dispatchEvent(new Event("scroll"));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          frames.push(performance.now() - start);
        }
        return {
          median: frames.sort((a, b) => a - b)[20]!,
          slowest: frames.at(-1)!,
          nodes: document.querySelectorAll("*").length,
        };
      }, box);
      // A step every 50 ms looks smooth; one slow step may be the machine's.
      expect(worst.median).toBeLessThan(50);
      expect(worst.slowest).toBeLessThan(500);
      expect(worst.nodes).toBeLessThan(25_000);
      expect(await fresh.locator(".card, .vbody > .vrow").count()).toBeLessThan(80);
    }
    await fresh.close();
    await big.close();
  }, 120_000);
});

/** A server whose case has 10,000 reports, and one report with 2,000 claims. */
async function bigServer(real: Case): Promise<{ url: string; close: () => Promise<void> }> {
  const row = (await real.reports()).items[0]!;
  const view = await real.report(row.id);
  const rows = Array.from(
    { length: 10_000 },
    (_, i): ReportRow => ({ ...row, id: `sha256:${i}`, title: `Report ${i}` }),
  );
  const sentence = "Rebels shelled the camp, killing 10 people, the army said. ";
  const claim = view.machine.claims[0]!;
  const ledger: Ledger = {
    ...view.machine,
    report: {
      ...view.machine.report,
      id: "sha256:big",
      text: Array.from({ length: 2_000 }, (_, i) => (i % 5 === 4 ? `${sentence.trim()}\n\n` : sentence)).join(""),
    },
    loaded: [],
    notices: [],
    claims: Array.from({ length: 2_000 }, (_, i) => ({
      ...claim,
      id: `c${i + 1}`,
      evidence: [
        { span: [i * sentence.length, i * sentence.length + 40] as const, role: "content" as const, rule: "test" },
      ],
    })),
  };
  const big: ReportView = { ...view, row: { ...row, id: "sha256:big" }, machine: ledger, ledger, reviews: [] };
  const fake = {
    ...real,
    counts: () => real.counts(),
    reports: async (query: { offset?: number; limit?: number } = {}) => ({
      items: rows.slice(query.offset ?? 0, (query.offset ?? 0) + (query.limit ?? 200)),
      total: rows.length,
    }),
    report: async (id: string) => (id === "sha256:big" ? big : view),
  } as Case;
  const app = createApp(fake, {
    hosts: ["127.0.0.1"],
    token: null,
    offline: true,
    version: "test",
    files: loadFiles(BUILT),
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}
