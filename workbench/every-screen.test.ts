import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { startServer } from "../src/faces/http/serve.ts";
import type { Case } from "../src/index.ts";
import { BUILT, firstReport, forgive, inBrowser, readerOf, test } from "./testing/bench.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The address of every screen; the reader and the dossier with the most to show. */
async function screensOf(hearsay: Case): Promise<string[]> {
  const report = await firstReport(hearsay);
  const dossier = (await hearsay.dossiers({ sort: "reports" })).items[0]!;
  const lists = ["inbox", "dossiers", "map", "queue", "queue?of=actors", "export"];
  return [...lists, `reports/${encodeURIComponent(report.id)}`, `dossiers/${dossier.id}`];
}

/** Violations that axe, once in the page, calls serious or worse. */
const serious = (page: Page) =>
  page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map((v) => `${v.id}: ${v.nodes[0]!.html.slice(0, 120)}`);
  });

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
        found.push(...(await serious(page)).map((violation) => `${path} ${violation}`));
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

  test("whatever reports and users wrote runs in its own direction", { timeout: 120_000 }, async ({
    open,
    hearsay,
    base,
  }) => {
    // Everything that a report or a coder can give has Arabic in it; what the workbench itself says has none.
    const text =
      "GOMA, March 5, 2026 - Fighters of حركة النور shelled a camp near Goma on Tuesday, killing 6 people, the army said. The army denied it.";
    const other = text.replace("6 people", "nine people").replace("shelled", "attacked");
    await hearsay.add([
      { kind: "text", text, title: "قصف مخيم", outlet: "صوت الجبل", published: "2026-03-05" },
      { kind: "text", text: other, title: "هجوم على مخيم", outlet: "صوت السهل", published: "2026-03-06" },
    ]);
    const { items } = await hearsay.reports({ words: "النور" });
    expect(items.length).toBe(2);
    const { id } = items[0]!;
    const by = { author: "سلمى", reason: "سبب" };
    const finding = { kind: "claim" as const, id: "c1" };
    await hearsay.correct({ report: id, finding, verdict: "note", ...by });
    await hearsay.correct({ report: id, finding: { kind: "report", id }, verdict: "note", ...by });
    await hearsay.correct({ report: id, finding, verdict: "correct", field: "certainty", value: "possible", ...by });
    const { dossiers } = await hearsay.report(id);
    const dossier = await hearsay.dossier(Object.values(dossiers)[0]!);
    const refs = dossier.members.map(({ report, event }) => ({ report, event }));
    const [row] = dossier.matrix.filter((one) => one.cells.some((cell) => cell.value !== null));
    const { value } = row!.cells.find((cell) => cell.value !== null)!;
    await hearsay.decide({ kind: "value", member: refs[0]!, field: row!.field, value: value!, rule: "قاعدة", ...by });

    const page = await open();
    const wrong: string[] = [];
    let seen = 0;
    const look = async (where: string) => {
      await page.waitForLoadState("networkidle");
      const found = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const all: { words: string; own: boolean }[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!/[\u0600-\u06ff]/.test(node.nodeValue ?? "")) continue;
          const element = node.parentElement!;
          const own =
            element.closest("[dir=auto], bdi, title") !== null || getComputedStyle(element).unicodeBidi === "plaintext";
          all.push({ words: `${element.outerHTML.slice(0, 90)}: ${node.nodeValue!.slice(0, 40)}`, own });
        }
        return all;
      });
      seen += found.length;
      wrong.push(...found.filter(({ own }) => !own).map(({ words }) => `${where} ${words}`));
    };
    for (const path of await screensOf(hearsay)) {
      await page.goto(base + path);
      await look(path);
    }
    await page.goto(readerOf(base, id, "c1"));
    await page.locator(".card.on .note").waitFor();
    for (const key of ["w", "m", "W"]) await page.keyboard.press(key);
    await look("reader");
    await page.keyboard.press("e");
    await look("edit");
    await page.goto(`${base}dossiers/${dossier.id}`);
    await page.locator("table.mx tbody tr").first().waitFor();
    await look("dossier");
    await page.keyboard.press("x");
    await look("split");
    await page.goto(`${base}export?format=csv`);
    await page.getByRole("cell", { name: "سلمى" }).first().waitFor();
    await look("export");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("النور");
    await page.getByRole("option").first().waitFor();
    await look("finder");
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(40);
    // What is typed runs in its own direction as well.
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill("قصف");
    expect(await page.locator("#add").evaluate((e) => getComputedStyle(e).direction)).toBe("rtl");
  });

  test("the policy lets no inline script run and no other machine be asked, from any screen", async ({
    page,
    hearsay,
    base,
    elsewhere,
    watch,
  }) => {
    elsewhere.asked.length = 0;
    for (const path of await screensOf(hearsay)) {
      const response = await page.goto(base + path);
      const policy = response!.headers()["content-security-policy"] ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      const got = await page.evaluate(async (url) => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        const image = new Image();
        const loaded = new Promise((done) => {
          image.onload = () => done("loaded");
          image.onerror = () => done("refused");
        });
        image.src = `${url}/pixel.png`;
        const fetched = await fetch(`${url}/beacon`, { mode: "no-cors" }).then(
          () => "fetched",
          () => "refused",
        );
        const sent = navigator.sendBeacon(`${url}/beacon`, "x");
        return { ran: "ran" in window, image: await loaded, fetched, sent };
      }, elsewhere.url);
      expect(got).toMatchObject({ ran: false, image: "refused", fetched: "refused" });
    }
    expect(elsewhere.asked).toEqual([]);
    // These refusals were wanted; anything else that was asked elsewhere would still stand here.
    forgive(watch, "Content Security Policy");
    watch.strays.splice(0, watch.strays.length, ...watch.strays.filter((url) => !/\/(pixel\.png|beacon)$/.test(url)));
  });

  test("a page of another site cannot write here, nor read", async ({ browser, hearsay, base, elsewhere }) => {
    elsewhere.pages.set("/evil", { type: "text/html", body: "<!doctype html><title>x</title>" });
    const page = await browser.newPage();
    await page.goto(`${elsewhere.url}/evil`);
    const before = (await hearsay.reports()).total;
    const got = await page.evaluate(async (base) => {
      const ask = (path: string, init?: RequestInit) =>
        fetch(base + path, init).then(
          (answer) => answer.status,
          () => "no answer",
        );
      const body = JSON.stringify({ inputs: [{ kind: "text", text: "Rebels shelled a camp." }] });
      return [
        await ask("api/counts"),
        await ask("api/reports", { method: "POST", body, headers: { "Content-Type": "application/json" } }),
        await ask("api/reports", { method: "POST", body, mode: "no-cors" }),
      ];
    }, base);
    // The browser shows no answer of another origin; a simple request is sent, and refused.
    expect(got.slice(0, 2)).toEqual(["no answer", "no answer"]);
    expect((await hearsay.reports()).total).toBe(before);
    await page.close();
  });

  test("bound elsewhere, the page opens by the printed address alone, and then stays open", async ({
    hearsay,
    browser,
  }) => {
    const options = { port: 0, host: "0.0.0.0", offline: true, version: "test", workbench: BUILT };
    const served = await startServer(hearsay, options);
    const printed = new URL(served.url.replace("0.0.0.0", "127.0.0.1"));
    const page = await browser.newPage();
    const without = await page.goto(`${printed.origin}/inbox`);
    expect(without!.status()).toBe(401);
    expect((await page.goto(printed.href))!.status()).toBe(200);
    await page.getByRole("row").nth(1).waitFor();
    // The token does not stay in the address, where it would be seen and passed on.
    expect(page.url()).not.toContain("token");
    await page.goto(`${printed.origin}/dossiers`);
    await page.getByRole("heading", { level: 1, name: "Dossiers" }).waitFor();
    await page.close();
    await served.close();
  });

  test("the page of the API names every route, and is fit to be read", async ({ open, base }) => {
    const page = await open({ bypassCSP: true });
    await page.goto(`${base}api`);
    await page.getByRole("heading", { level: 1, name: /Hearsay API/ }).waitFor();
    const { paths } = (await (await page.request.get(`${base}api/openapi.json`)).json()) as { paths: object };
    for (const path of Object.keys(paths)) await page.getByText(` ${path}`, { exact: false }).first().waitFor();
    await page.evaluate(axe);
    expect(await serious(page)).toEqual([]);
  });
});
