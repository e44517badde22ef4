/**
 * Pictures of every screen, to be looked at: `npx tsx workbench/testing/screenshots.ts FOLDER` takes them in both themes, wide, narrow and at
 * 200 % zoom, over the story and the reports of the corpus. `--readme` takes the two of the README instead, over the story alone.
 */
import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { startServer } from "../../src/faces/http/serve.ts";
import { type Case, openCase } from "../../src/index.ts";
import { CHROMIUM, FLAGS } from "./chromium.ts";

const at = (path: string) => new URL(`../../${path}`, import.meta.url).pathname;
const reportsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(txt|html)$/.test(name))
    .sort()
    .map((name) => ({ kind: "path" as const, path: join(folder, name) }));

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Keys to press once the screen stands. */
  readonly keys?: readonly string[];
  readonly act?: (page: Page) => Promise<unknown>;
}

const SIZES = {
  wide: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
  narrow: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  zoomed: { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 },
} as const;

async function shotsOf(hearsay: Case): Promise<Shot[]> {
  const [first] = (await hearsay.reports({ sort: "claims" })).items;
  const empty = (await hearsay.reports({ words: "almanac" })).items[0];
  const [dossier] = (await hearsay.dossiers({ sort: "reports" })).items;
  const reader = `reports/${encodeURIComponent(first!.id)}`;
  const lines: Shot[] = [
    { name: "inbox", path: "inbox" },
    { name: "dossiers", path: "dossiers" },
    { name: "dossier", path: `dossiers/${dossier!.id}` },
    { name: "map", path: "map" },
    { name: "queue", path: "queue" },
    { name: "actors", path: "queue?of=actors" },
    { name: "export", path: "export" },
    { name: "reader", path: reader, keys: ["j"] },
    { name: "reader-folded", path: reader, keys: ["z", "j", "w"] },
    { name: "keys", path: reader, keys: ["?"] },
    { name: "finder", path: "inbox", keys: ["Control+k"], act: (page) => page.keyboard.type("Goma") },
    { name: "edit", path: reader, keys: ["j", "e"] },
  ];
  if (empty) lines.push({ name: "reader-nothing", path: `reports/${encodeURIComponent(empty.id)}` });
  return lines;
}

async function shoot(page: Page, base: string, shot: Shot, file: string, fullPage: boolean): Promise<void> {
  await page.goto(base + shot.path);
  await page.waitForLoadState("networkidle");
  for (const key of shot.keys ?? []) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await shot.act?.(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: file, fullPage });
}

async function everyScreen(browser: Browser, hearsay: Case, base: string, folder: string, only: RegExp): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [size, options] of Object.entries(SIZES))
    for (const colorScheme of ["light", "dark"] as const)
      for (const shot of await shotsOf(hearsay)) {
        const name = `${shot.name}-${size}-${colorScheme}`;
        if (!only.test(name)) continue;
        const page = await browser.newPage({ ...options, colorScheme });
        await shoot(
          page,
          base,
          shot,
          join(folder, `${name}.png`),
          size !== "wide" || /dossier|export|queue/.test(name),
        );
        await page.close();
      }
}

async function forReadme(browser: Browser, hearsay: Case, base: string): Promise<void> {
  const main = (await hearsay.dossiers({ sort: "reports" })).items[0]!;
  const { members } = await hearsay.dossier(main.id);
  for (const shot of [
    { name: "reader", path: `reports/${encodeURIComponent(members[0]!.report)}`, height: 900 },
    { name: "dossier", path: `dossiers/${main.id}`, height: 1280 },
  ]) {
    const viewport = { width: 1280, height: shot.height };
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5, colorScheme: "light" });
    await shoot(page, base, shot, at(`docs/${shot.name}.png`), false);
    await page.close();
  }
}

const [where = "shots", only = "."] = process.argv.slice(2).filter((word) => word !== "--readme");
const readme = process.argv.includes("--readme");
const hearsay = await openCase(join(mkdtempSync(join(tmpdir(), "hearsay-shots-")), "case.hearsay"));
await hearsay.add(reportsIn(at("corpus/story")));
if (!readme) {
  await hearsay.add(reportsIn(at("corpus/reports")));
  const wire =
    "Gunmen attacked a post of the Palm Liberation Front near Goma on Tuesday, killing 6 fighters, officials said.";
  await hearsay.add([
    { kind: "text", text: wire, outlet: "Lakes Wire", title: "Post attacked near Goma" },
    { kind: "text", text: wire.replace("Front", "Front Brigade").replace("6", "five"), outlet: "Kivu Times" },
    { kind: "text", text: "The almanac gives 40 mm of rain for the week. Prices of beans fell.", title: "Rain" },
    { kind: "text", text: "قصفت الطائرات مخيماً قرب المدينة يوم الثلاثاء، بحسب الجيش.", title: "قصف مخيم قرب المدينة" },
  ]);
}
const options = { port: 0, host: "127.0.0.1", offline: true, version: "0", workbench: at("dist/workbench/") };
const served = await startServer(hearsay, options);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
if (readme) await forReadme(browser, hearsay, served.url);
else await everyScreen(browser, hearsay, served.url, where, new RegExp(only));
await browser.close();
await served.close();
await hearsay.close();
