/**
 * The workbench in a real browser, over a real case. Skipped with a clear line where there is no Chromium (Debian: apt-get install
 * chromium; elsewhere set CHROMIUM to its path).
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createApp } from "../src/faces/http/app.ts";
import { type Served, startServer } from "../src/faces/http/serve.ts";
import { loadFiles } from "../src/faces/http/static.ts";
import { type Case, type Ledger, openCase, type ReportRow, type ReportView } from "../src/index.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const BUILT = new URL("../dist/workbench/", import.meta.url).pathname;
const STORY = new URL("../corpus/story/", import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SCREENS = ["/inbox", "/dossiers", "/map", "/queue", "/queue?of=actors", "/export"];

describe.skipIf(!existsSync(CHROMIUM))("the workbench (skipped without Chromium)", () => {
  let browser: Browser;
  let folder: string;
  let hearsay: Case;
  let served: Served;
  let page: Page;
  let base: string;
  /** What the page asked of any other machine; must stay empty. */
  const strays: string[] = [];
  const faults: string[] = [];

  const open = async (options: Parameters<Browser["newPage"]>[0] = {}) => {
    const fresh = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    fresh.on("request", (request) => {
      if (!request.url().startsWith(base) && !/^(blob|data):/.test(request.url())) strays.push(request.url());
    });
    fresh.on("pageerror", (error) => faults.push(error.message));
    fresh.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    return fresh;
  };
  const firstReport = async () => (await hearsay.reports({ sort: "claims" })).items[0]!;

  beforeAll(async () => {
    if (!existsSync(join(BUILT, "index.html")))
      await build({ configFile: new URL("vite.config.ts", import.meta.url).pathname, logLevel: "error" });
    folder = mkdtempSync(join(tmpdir(), "hearsay-workbench-"));
    hearsay = await openCase(join(folder, "case.hearsay"));
    const reports = readdirSync(STORY)
      .filter((name) => /\.(txt|html)$/.test(name))
      .sort();
    await hearsay.add(reports.map((name) => ({ kind: "path", path: join(STORY, name) })));
    served = await startServer(hearsay, {
      port: 0,
      host: "127.0.0.1",
      offline: true,
      version: "test",
      workbench: BUILT,
    });
    base = served.url;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await open();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await hearsay?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each event with the dossier it stands in. */
  const grouping = async () => {
    const { items } = await hearsay.dossiers();
    const dossiers = await Promise.all(items.map((row) => hearsay.dossier(row.id)));
    return dossiers.flatMap(({ id, members }) => members.map((m) => `${id} ${m.report} ${m.event}`)).sort();
  };
  /** The dossier of the story's main event, the shelling that is told by the wire and by the capital's paper. */
  const mainDossier = async () => {
    const { items } = await hearsay.dossiers();
    return items.find(({ title }) => title === "Shelling, Bunagana, 3 March 2026")!;
  };

  test("first start: the story is in the inbox and leads to its main event, each source with its own stance and toll", async () => {
    await page.goto(base);
    await page.getByRole("row").nth(1).waitFor();
    expect(await page.getByRole("row").count()).toBe(1 + (await hearsay.counts()).reports);
    const { id, title } = await mainDossier();
    await page.getByRole("link", { name: "Dossiers" }).first().click();
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    const { matrix } = await hearsay.dossier(id);
    const rows = matrix.filter((row) => row.verdict !== "silent").length;
    await expect.poll(() => page.locator("table.mx tbody tr").count()).toBe(rows);
    const line = (field: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: field, exact: true }) });
    /** What the table shows in the row of a field under a source: stance and value of each version. */
    const told = (field: string, source: string) =>
      line(field)
        .locator(`td[data-src="${source}"] .vl`)
        .evaluateAll((versions) =>
          versions.map((v) => `${v.querySelector("[role=img]")!.ariaLabel} ${v.querySelector(".val")!.textContent}`),
        );
    const army = "Congolese armed forces";
    const doctor = "doctor at the town's hospital";
    // The army denies that it fired and has a figure of its own; the doctor tells of the shelling and of another figure.
    expect((await told("What", army)).sort()).toEqual(["asserts shelling", "denies shelling"]);
    expect(await told("By whom", army)).toContain(`denies ${army}`);
    expect(await told("Where", army)).toEqual(["denies Bunagana, North Kivu, COD"]);
    expect(await told("Killed people", army)).toEqual(["asserts 9"]);
    expect(await told("What", doctor)).toEqual(["asserts shelling"]);
    expect(await told("By whom", doctor)).toEqual([]);
    expect(await told("Where", doctor)).toEqual(["asserts Bunagana, North Kivu, COD"]);
    expect(await told("When", doctor)).toEqual(["asserts Tue, 3 Mar 2026"]);
    expect(await told("Killed people", doctor)).toEqual(["asserts at least 11"]);
    // Each figure keeps its own report, and nothing is averaged.
    const head = (source: string) => page.locator("th.src", { has: page.locator("b", { hasText: source }) });
    expect(await head(army).textContent()).toContain("via Kinshasa Patriot");
    expect(await head(doctor).textContent()).toContain("via Lakes Wire");
    expect(await line("Killed people").locator(".verdict").textContent()).toBe("Differ");
    expect(await line("What").locator(".verdict").textContent()).toBe("Contradict");
  });

  // Known misreadings of the story, not yet mended (issue 8: "first start to a correct dossier").
  test.todo("first start: M23’s 17 dead of the market stand in the main event’s dossier, not in one of North Kivu");
  test.todo("first start: no source but a speaker has a column (“fighter”; the denial of Rwanda’s troops)");
  test.todo("first start: the army, accusing the “puppets of Kigali”, is not told to name itself as the agent");

  test("paste a report, correct a claim, see it in the export", async () => {
    await page.goto(`${base}inbox`);
    await page
      .locator("#add")
      .fill(
        "KUNDUZ, March 4, 2026 - Taliban fighters attacked a police post in Kunduz on Tuesday, killing 11 policemen, a provincial official said.",
      );
    await page.locator("#add").press("Control+Enter");
    await expect.poll(async () => (await hearsay.reports()).total, { timeout: 30_000 }).toBe(4);
    const pasted = (await hearsay.reports({ words: "Kunduz" })).items[0]!;
    const { ledger } = await hearsay.report(pasted.id);
    const claim = ledger.claims.find((c) => c.counts.length > 0) ?? ledger.claims[0]!;
    await page.goto(`${base}reports/${encodeURIComponent(pasted.id)}?claim=${claim.id}`);
    await page.locator(`#card-${claim.id}.on`).waitFor();
    await page.keyboard.press("e");
    const dialog = page.getByRole("dialog", { name: "Edit the claim" });
    await dialog.getByLabel("Certainty").selectOption("possible");
    await dialog.getByLabel("Reason").fill("the official was not there");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => (await hearsay.counts()).corrections).toBe(1);
    expect((await hearsay.report(pasted.id)).ledger.claims.find((c) => c.id === claim.id)!.certainty).toBe("possible");
    await page.goto(`${base}export?format=csv`);
    await page.getByRole("cell", { name: "possible" }).first().waitFor();
    await page.getByRole("cell", { name: "the official was not there" }).first().waitFor();
    // And back again: nothing is lost, and undo restores the machine's reading.
    await page.keyboard.press("u");
    await expect
      .poll(async () => (await hearsay.report(pasted.id)).ledger.claims.find((c) => c.id === claim.id)!.certainty)
      .toBe("certain");
  });

  test("a keyboard-only run through the reader: doubtful ones, accept, reject with a reason, mentions, why, undo", async () => {
    const { id } = await firstReport();
    await page.goto(`${base}reports/${encodeURIComponent(id)}`);
    await page.locator(".card.on").waitFor();
    const before = (await hearsay.counts()).corrections;
    const on = () => page.locator(".card.on").getAttribute("id");
    // n and p go over the doubtful claims only, in the order of the text.
    const doubtful: (string | null)[] = [];
    for (let i = 0; i < 2; i++) {
      const from = await on();
      await page.keyboard.press("n");
      await expect.poll(on).not.toBe(from);
      expect(await page.locator(".card.on .doubtflag").count()).toBeGreaterThan(0);
      doubtful.push(await on());
    }
    await page.keyboard.press("p");
    await expect.poll(on).toBe(doubtful[0]);
    // m lists every naming of the claim's source, and takes the list away.
    const { ledger } = await hearsay.report(id);
    const source = ledger.claims.find((c) => `card-${c.id}` === doubtful[0])!.source;
    const mentions = page.getByRole("complementary", { name: "All mentions" });
    await page.keyboard.press("m");
    await mentions
      .getByText(ledger.actors.find((a) => a.id === source)!.name)
      .first()
      .waitFor();
    await page.keyboard.press("m");
    await mentions.waitFor({ state: "detached" });
    await page.keyboard.press("a");
    await expect.poll(async () => (await hearsay.counts()).corrections).toBe(before + 1);
    await expect.poll(on).not.toBe(doubtful[0]);
    await page.keyboard.press("r");
    await page.locator(".reason input:focus").waitFor();
    await page.keyboard.type("no such thing");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await hearsay.counts()).corrections).toBe(before + 2);
    expect((await hearsay.report(id)).reviews.map((r) => r.state).sort()).toEqual(["accepted", "rejected"]);
    await page.keyboard.press("w");
    await page.locator(".why[open] li").first().waitFor();
    await page.keyboard.press("u");
    await expect.poll(async () => (await hearsay.report(id)).reviews.length).toBe(1);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Words of a report/ }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("selecting words and asking why not; the offsets are those of the report", async () => {
    const { id } = await firstReport();
    const { text } = (await hearsay.report(id)).ledger.report;
    await page.goto(`${base}reports/${encodeURIComponent(id)}`);
    await page.locator(".text p").first().waitFor();
    const words = await page.evaluate(() => {
      const paragraphs = document.querySelectorAll(".text p[data-paragraph]");
      const last = paragraphs[paragraphs.length - 1]!;
      getSelection()!.selectAllChildren(last);
      return last.textContent!.length;
    });
    expect(words).toBeGreaterThan(20);
    await page.keyboard.press("W");
    const shown = await page.locator(".whynot .meta").first().textContent();
    const quoted = /“([\s\S]*)”, \d/.exec(shown ?? "")![1]!;
    expect(text.replace(/\s+/g, " ")).toContain(quoted.replace(/\s+/g, " ").slice(0, 60));
  });

  test("propaganda passages fold behind a label, remembered; a claim inside opens its fold; s moves a claim to other words", async () => {
    const { items } = await hearsay.reports();
    const views = await Promise.all(items.map((row) => hearsay.report(row.id)));
    const inside = ({ ledger, passages }: (typeof views)[number]) =>
      ledger.claims.find((c) =>
        c.evidence.some((e) => passages.some((p) => e.span[0] >= p.span[0] && e.span[1] <= p.span[1])),
      );
    const view = views.find((v) => inside(v) !== undefined)!;
    await page.goto(`${base}reports/${encodeURIComponent(view.row.id)}`);
    await page.getByRole("button", { name: /^Fold \d+ graphic or propaganda/ }).click();
    const folds = page.locator(".fold");
    expect(await folds.count()).toBe(view.passages.length);
    expect(await folds.first().getAttribute("aria-expanded")).toBe("false");
    expect(await page.locator(".veil p:visible").count()).toBe(0);
    await page.reload();
    await folds.first().waitFor();
    expect(await page.locator(".veil p:visible").count()).toBe(0);
    const claim = inside(view)!;
    for (let i = 0; i < view.ledger.claims.length && (await page.locator(".veil p:visible").count()) === 0; i++) {
      await page.keyboard.press("j");
      await page.waitForTimeout(60);
    }
    expect(await page.locator(".veil p:visible").count()).toBeGreaterThan(0);
    await page.goto(`${base}reports/${encodeURIComponent(view.row.id)}?claim=${claim.id}`);
    await page.locator(`.veil p:visible [data-claims~="${claim.id}"]`).first().waitFor();
    // Re-span: what is selected becomes the words of the claim; undo takes it back.
    const words = await page.evaluate(() => {
      const open = [...document.querySelectorAll(".veil p")].find((p) => !(p as HTMLElement).hidden)!;
      getSelection()!.selectAllChildren(open);
      return Number((open as HTMLElement).dataset.paragraph);
    });
    const spans = async () =>
      (await hearsay.report(view.row.id)).ledger.claims
        .find((c) => c.id === claim.id)!
        .evidence.filter((e) => e.role === "content")
        .map((e) => e.span);
    const before = await spans();
    await page.keyboard.press("s");
    const whole = view.passages.find((p) => p.span[0] === words)!.span;
    await expect.poll(spans).toEqual([whole]);
    await page.keyboard.press("u");
    await expect.poll(spans).toEqual(before);
    await page.keyboard.press("z");
    await expect.poll(() => folds.count()).toBe(0);
  });

  test("join two events in the queue and take it back exactly", async () => {
    const { items, total } = await hearsay.queue();
    const { a, b } = items[0]!;
    const before = await grouping();
    const one = async () => (await hearsay.dossierOf(a.ref)).id === (await hearsay.dossierOf(b.ref)).id;
    expect(await one()).toBe(false);
    await page.goto(`${base}queue`);
    await page.getByRole("heading", { name: "Same event?" }).waitFor();
    await page.keyboard.press("y");
    await expect.poll(one).toBe(true);
    await page.keyboard.press("u");
    await expect.poll(one).toBe(false);
    await expect.poll(grouping).toEqual(before);
    expect((await hearsay.queue()).total).toBe(total);
  });

  test("split a report off its dossier by keyboard, see two dossiers, take it back and see one", async () => {
    const { id, title } = await mainDossier();
    const { members } = await hearsay.dossier(id);
    const wire = members[0]!;
    const paper = members.find((m) => m.report !== wire.report)!;
    const before = await grouping();
    const columns = page.locator("th.src b");
    const shown = async () => (await columns.allTextContents()).sort();
    await page.goto(`${base}dossiers/${id}`);
    await page.getByText("via Kinshasa Patriot").first().waitFor();
    const sources = await shown();
    await page.keyboard.press("x");
    const dialog = page.getByRole("dialog", { name: "Split off" });
    const choice = dialog.getByRole("button", { name: /^Kinshasa Patriot: / });
    await choice.waitFor();
    for (let i = 0; i < 4 && !(await choice.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await hearsay.dossierOf(paper)).id).not.toBe(id);
    expect((await hearsay.dossierOf(wire)).id).toBe(id);
    // What is left tells only the wire's versions; the paper's stand in another dossier.
    await expect.poll(() => page.getByText("via Kinshasa Patriot").count()).toBe(0);
    await page.getByText("via Lakes Wire").first().waitFor();
    const parted = await hearsay.dossierOf(paper);
    await page.goto(`${base}dossiers`);
    for (const one of [title, parted.title]) await page.getByRole("link", { name: one }).first().waitFor();
    await page.goto(`${base}dossiers/${parted.id}`);
    await page.getByText("via Kinshasa Patriot").first().waitFor();
    await page.keyboard.press("u");
    await expect.poll(grouping).toEqual(before);
    await page.goto(`${base}dossiers/${id}`);
    await expect.poll(shown).toEqual(sources);
  });

  test("one event of a report is split off where a coder had joined two of that report", async () => {
    const before = await grouping();
    const { members } = await hearsay.dossier((await mainDossier()).id);
    const a = members[1]!;
    const { ledger } = await hearsay.report(a.report);
    const b = { report: a.report, event: ledger.events.find((e) => e.type.endsWith("/arson"))!.id };
    const apart = async () => (await hearsay.dossierOf(a)).id !== (await hearsay.dossierOf(b)).id;
    const ref = { report: a.report, event: a.event };
    await hearsay.decide({ kind: "join", a: ref, b, author: "coder", reason: "" });
    expect(await apart()).toBe(false);
    await page.goto(`${base}dossiers/${(await hearsay.dossierOf(b)).id}`);
    await page.getByRole("button", { name: "Split off" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Split off" });
    await dialog.getByLabel("Reason").fill("a fire elsewhere");
    await dialog.getByRole("button", { name: /, only the arson: / }).click();
    await expect.poll(apart).toBe(true);
    expect((await hearsay.history({ limit: 1 })).items[0]).toMatchObject({ decision: { reason: "a fire elsewhere" } });
    await page.keyboard.press("u");
    await expect.poll(apart).toBe(false);
    await page.keyboard.press("u");
    await expect.poll(grouping).toEqual(before);
  });

  test("a key is given to another act under ?, kept, and given back", async () => {
    const { id } = await firstReport();
    const to = `${base}reports/${encodeURIComponent(id)}`;
    await page.goto(to);
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "All keys" });
    await sheet.getByRole("button", { name: "w: why. Give it another key" }).click();
    await page.keyboard.press("a");
    await sheet.getByText("is the key of “accept”").waitFor();
    await sheet.getByRole("button", { name: "w: why. Give it another key" }).click();
    await page.keyboard.press("y");
    await sheet.getByText("was w").waitFor();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("w");
    await page.keyboard.press("y");
    await page.locator(".why[open] li").first().waitFor();
    await page.keyboard.press("?");
    await sheet.getByRole("button", { name: "All keys as they were" }).click();
    await sheet.getByRole("button", { name: "w: why. Give it another key" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("a claim leads to its dossier and the dossier back to the report", async () => {
    const { id } = await firstReport();
    await page.goto(`${base}reports/${encodeURIComponent(id)}`);
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("d");
    await page.locator("table.mx").waitFor();
    await page.keyboard.press("o");
    await page.locator(".card.on").waitFor();
  });

  test("files chosen as a folder are read; filters of the inbox live in the address", async () => {
    await page.goto(`${base}inbox`);
    const before = (await hearsay.reports()).total;
    const text = (n: number) =>
      `GULU, March ${n}, 2026 - Gunmen shot dead ${n + 2} traders at a market in Gulu on Monday, residents said.`;
    const files = join(folder, "in");
    mkdirSync(files);
    for (let n = 1; n <= 6; n++) writeFileSync(join(files, `${n}.txt`), text(n));
    await page.getByLabel("Folder to add").setInputFiles(files);
    await page.getByText("6 reports read").waitFor({ timeout: 30_000 });
    expect((await hearsay.reports()).total).toBe(before + 6);
    await page.getByPlaceholder("Words of a report").fill("Gulu");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("words=Gulu");
    await page.getByRole("status").getByText("6 reports").waitFor();
    await page.reload();
    await page.getByRole("status").getByText("6 reports").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => page.url()).not.toContain("words");
  });

  test("adding many files shows how far it has come while it runs, with a button to stop", async () => {
    const [many, files] = [24, join(folder, "many")];
    mkdirSync(files);
    for (let n = 1; n <= many; n++)
      writeFileSync(join(files, `${n}.txt`), `Dry in the hills on day ${n}; ${n * 3} mm of rain fell on the lake.`);
    const before = (await hearsay.reports()).total;
    // The import ends only when its line has been seen, however fast the machine.
    let seen = (): void => undefined;
    const wasSeen = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const add = hearsay.add.bind(hearsay);
    const spy = vi.spyOn(hearsay, "add").mockImplementationOnce(async (...args) => {
      const summary = await add(...args);
      await wasSeen;
      return summary;
    });
    await page.goto(`${base}inbox`);
    await page.getByLabel("Folder to add").setInputFiles(files);
    const running = page.getByRole("region", { name: "Import in progress" });
    try {
      await running.getByText(/, \d+ of 24$/).waitFor();
      await running.getByRole("progressbar", { name: /percent/ }).waitFor();
      await running.getByText(/ a second/).waitFor();
      expect(await running.getByRole("button", { name: "Stop" }).isEnabled()).toBe(true);
    } finally {
      seen();
    }
    await page.getByText("24 reports read").waitFor({ timeout: 30_000 });
    expect(await running.count()).toBe(0);
    expect((await hearsay.reports()).total).toBe(before + many);
    spy.mockRestore();
  });

  test("an address can be followed as a feed", async () => {
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill("http://127.0.0.1:9/feed.xml");
    await page.getByRole("button", { name: "Follow as 1 feed" }).click();
    // This server is offline: it says so, and nothing is asked of the address.
    await page.getByText("E-INTAKE-01").waitFor();
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("422")));
  });

  test("two names of one actor: joined in the queue, and taken back; the queue's screen is in the address", async () => {
    for (const [i, text] of [
      "LAGOS, March 5, 2026 - The Palm Liberation Front attacked an army post in Goma on Tuesday, killing 6 soldiers, officials said.",
      "ABUJA, March 6, 2026 - The Palm Liberation Front Brigade attacked a market in Beni on Thursday, killing 2 people, residents said.",
    ].entries())
      await hearsay.add([{ kind: "text", text, outlet: `Wire ${i}` }]);
    const { total } = await hearsay.aliases();
    expect(total).toBeGreaterThan(0);
    await page.goto(`${base}queue`);
    await page.getByRole("link", { name: "Actors" }).click();
    await page.getByRole("heading", { name: "Same actor?" }).waitFor();
    expect(page.url()).toContain("of=actors");
    await page.getByText("all words of").waitFor();
    await page.keyboard.press("y");
    await expect.poll(async () => (await hearsay.aliases()).total).toBe(total - 1);
    await page.keyboard.press("u");
    await expect.poll(async () => (await hearsay.aliases()).total).toBe(total);
  });

  test.each([
    ["events", "queue", "Same event?", () => hearsay.queue()],
    ["names", "queue?of=actors", "Same actor?", () => hearsay.aliases()],
  ] as const)(
    "h puts off a pair of %s: it waits no more, nothing is joined, u brings it back",
    async (...[, path, question, waiting]) => {
      const { total } = await waiting();
      expect(total).toBeGreaterThan(0);
      const before = await grouping();
      await page.goto(base + path);
      await page.getByRole("heading", { name: question }).waitFor();
      const pairs = page.locator(".qlist button");
      const listed = await pairs.allTextContents();
      const held = await page.locator(".qlist [aria-current=true]").textContent();
      await page.keyboard.press("h");
      await expect.poll(async () => (await waiting()).total).toBe(total - 1);
      await expect.poll(() => pairs.allTextContents()).toEqual(listed.filter((one) => one !== held));
      expect(await grouping()).toEqual(before);
      const [latest] = (await hearsay.history({ limit: 1 })).items;
      expect(JSON.stringify(latest)).toContain('"hold"');
      await page.keyboard.press("u");
      await expect.poll(async () => (await waiting()).total).toBe(total);
      await expect.poll(() => pairs.allTextContents()).toEqual(listed);
    },
  );

  test("the Export screen shows who corrected what and why, what was taken back, and the check of the originals", async () => {
    const { id } = await firstReport();
    await page.goto(`${base}reports/${encodeURIComponent(id)}`);
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("r");
    await page.locator(".reason input:focus").waitFor();
    await page.keyboard.type("told of another day");
    await page.keyboard.press("Enter");
    await expect.poll(async () => JSON.stringify(await hearsay.history({ limit: 1 }))).toContain("told of another day");
    await page.goto(`${base}export`);
    const history = page.getByRole("region", { name: "History" });
    const row = history.getByRole("row", { name: /told of another day/ });
    await row.getByText(/^reject c\d+$/).waitFor();
    expect(await row.locator(".was").count()).toBe(0);
    await page.keyboard.press("u");
    await row.getByText(/taken back by/).waitFor();
    expect(await row.locator(".was").count()).toBe(1);
    // Decisions stand in the same list; nothing that was said is ever gone.
    await history.getByRole("row", { name: /the official was not there/ }).waitFor();
    await history
      .getByRole("cell", { name: /^split/ })
      .first()
      .waitFor();
    const { total } = await hearsay.history();
    expect(await history.getByRole("row").count()).toBe(1 + total);

    const integrity = page.getByRole("region", { name: "Integrity" });
    const { reports } = await hearsay.counts();
    await integrity.getByRole("button", { name: "Check now" }).click();
    await integrity
      .getByText(`${reports} reports: every original has its SHA-256, every ledger fits its text`)
      .waitFor();
    const broken = { reports, faults: [{ report: id, what: "the original is not what was added" }] };
    const spy = vi.spyOn(hearsay, "verify").mockResolvedValueOnce(broken);
    await integrity.getByRole("button", { name: "Check again" }).click();
    await integrity.getByText(`${reports} reports: 1 fault`).waitFor();
    await integrity.getByText("the original is not what was added").waitFor();
    spy.mockRestore();
  });

  test("a note on a claim is shown on its card and leaves with the export", async () => {
    const { id } = await firstReport();
    await page.goto(`${base}reports/${encodeURIComponent(id)}`);
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("c");
    await page.locator(".reason input:focus").waitFor();
    await page.keyboard.type("seen by a second coder");
    await page.keyboard.press("Enter");
    await page.locator(".card.on .note", { hasText: "seen by a second coder" }).waitFor();
    expect((await hearsay.export({ format: "csv" })).text).toContain("seen by a second coder");
    await page.keyboard.press("u");
    await expect.poll(() => page.locator(".card.on .note").count()).toBe(0);
  });

  test.each(["light", "dark"] as const)(
    "axe finds no serious violation on any screen, %s",
    async (colorScheme) => {
      const fresh = await open({ colorScheme, bypassCSP: true });
      const report = await firstReport();
      const dossier = (await hearsay.dossiers({ sort: "reports" })).items[0]!;
      const found: string[] = [];
      for (const path of [...SCREENS, `/reports/${encodeURIComponent(report.id)}`, `/dossiers/${dossier.id}`]) {
        await fresh.goto(base + path.slice(1));
        await fresh.waitForLoadState("networkidle");
        await fresh.evaluate(axe);
        const serious = await fresh.evaluate(async () => {
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
      await fresh.close();
    },
    120_000,
  );

  test.each([360, 720, 1440])(
    "no screen scrolls sideways at %i px",
    async (width) => {
      const fresh = await open({ viewport: { width, height: 800 } });
      const report = await firstReport();
      const dossier = (await hearsay.dossiers({ sort: "reports" })).items[0]!;
      const wide: string[] = [];
      for (const path of [...SCREENS, `/reports/${encodeURIComponent(report.id)}`, `/dossiers/${dossier.id}`]) {
        await fresh.goto(base + path.slice(1));
        await fresh.waitForLoadState("networkidle");
        const over = await fresh.evaluate(() => {
          const wide = document.documentElement.scrollWidth - innerWidth;
          const first = [...document.querySelectorAll("body *")].find(
            (e) => !e.closest(".filters") && e.getBoundingClientRect().right > innerWidth + 1,
          );
          return wide > 0 ? `${wide} px, first by ${first?.outerHTML.slice(0, 100)}` : "";
        });
        if (over !== "") wide.push(`${path}: ${over}`);
      }
      expect(wide).toEqual([]);
      await fresh.close();
    },
    120_000,
  );

  test("2,000 claims and 10,000 reports scroll without visible delay", async () => {
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

  test("no page asked anything of another machine, and none had a fault", () => {
    expect(strays).toEqual([]);
    expect(faults).toEqual([]);
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
