import { serve } from "@hono/node-server";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { createApp } from "../src/faces/http/app.ts";
import { loadFiles } from "../src/faces/http/static.ts";
import type { Case, Ledger, ReportRow, ReportView } from "../src/index.ts";
import { BUILT, inBrowser, test } from "./testing/bench.ts";

/** Milliseconds from one window scrolled to what it shows being drawn, over 40 windows. */
const scroll = (page: Page, selector: string) =>
  page.evaluate(async (selector) => {
    const box = document.querySelector(selector)!;
    const steps: number[] = [];
    for (let i = 0; i < 40; i++) {
      const start = performance.now();
      box.scrollTop += 900;
      box.dispatchEvent(new Event("scroll"));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      steps.push(performance.now() - start);
    }
    steps.sort((a, b) => a - b);
    return { median: steps[20]!, slow: steps[36]!, nodes: document.querySelectorAll("*").length };
  }, selector);

/** A step every 50 ms looks smooth; a few slow ones may be a busy machine's. */
function looksSmooth({ median, slow, nodes }: Awaited<ReturnType<typeof scroll>>): void {
  expect(median).toBeLessThan(50);
  expect(slow).toBeLessThan(250);
  expect(nodes).toBeLessThan(25_000);
}

inBrowser("long lists", () => {
  test("a ledger of 2,000 claims scrolls and is walked through without visible delay", { timeout: 120_000 }, async ({
    hearsay,
    browser,
  }) => {
    const big = await bigServer(hearsay);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${big.url}/reports/${encodeURIComponent("sha256:big")}`);
    await page.locator(".card").first().waitFor();
    looksSmooth(await scroll(page, ".cards"));
    looksSmooth(await scroll(page, "html"));
    expect(await page.locator(".card").count()).toBeLessThan(80);
    // Choosing the next claim, with its words lit in the text, is as quick.
    const walk: number[] = [];
    for (let i = 0; i < 20; i++) {
      walk.push(
        await page.evaluate(async () => {
          const start = performance.now();
          const before = document.querySelector(".card.on")?.id;
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
          for (;;) {
            await new Promise((done) => requestAnimationFrame(done));
            if (document.querySelector(".card.on")?.id !== before || performance.now() - start > 2_000) break;
          }
          return performance.now() - start;
        }),
      );
    }
    expect(walk.sort((a, b) => a - b)[10]!).toBeLessThan(150);
    // The last claim is reached at once.
    await page.goto(`${big.url}/reports/${encodeURIComponent("sha256:big")}?claim=c2000`);
    await page.locator("#card-c2000.on").waitFor();
    await page.close();
    await big.close();
  });

  test("a list of 10,000 reports scrolls without visible delay, and its end is as near as its beginning", {
    timeout: 120_000,
  }, async ({ hearsay, browser, watch }) => {
    const big = await bigServer(hearsay);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("console", (message) => message.type() === "error" && watch.faults.push(message.text()));
    await page.goto(`${big.url}/inbox`);
    await page.getByRole("row", { name: /Report 0/ }).waitFor();
    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe("10001");
    looksSmooth(await scroll(page, "html"));
    // Rows get their true height as they are drawn, so the end may move a little while it is gone to.
    const end = page.getByRole("row", { name: /Report 9999/ });
    await expect
      .poll(async () => {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        return end.count();
      })
      .toBe(1);
    expect(await page.locator(".vbody > .vrow").count()).toBeLessThan(80);
    await page.getByRole("row", { name: /Report 9990/ }).click();
    await page.keyboard.press("j");
    await expect.poll(() => page.locator(".vrow.sel .ttl").textContent()).toBe("Report 9991");
    await page.close();
    await big.close();
  });
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
