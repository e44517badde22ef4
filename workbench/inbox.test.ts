import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { startServer } from "../src/faces/http/serve.ts";
import { openCase } from "../src/index.ts";
import { BUILT, inBrowser, test } from "./testing/bench.ts";

/** Lets files and folders of this machine fall on the page, as a hand would. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: "dragEnter" | "dragOver" | "drop") =>
    session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
  await page.locator("#add").waitFor();
  // As a person does: over the page until the page shows that it takes files, and only then let go.
  await expect
    .poll(async () => {
      await send("dragEnter");
      await send("dragOver");
      return page.locator(".intake.over").count();
    })
    .toBe(1);
  await send("drop");
}

const page1 = `<!doctype html><html><head><title>Mortar fire on Rutshuru camp | Hill Post</title>
  <meta property="og:site_name" content="Hill Post"><meta property="article:published_time" content="2026-03-07"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>Mortar fire on Rutshuru camp</h1>
  <p>Mortar rounds struck a camp near Rutshuru on Friday, killing at least four people, a camp official said.</p>
  <p>The army denied that it had fired on the camp.</p></article></body></html>`;

const item = (path: string, title: string) =>
  `<item><title>${title}</title><guid>${path}</guid><link>${path}</link><pubDate>Sat, 07 Mar 2026 08:00:00 GMT</pubDate></item>`;
const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Hill Post</title><link>http://x</link><description>d</description>${items}</channel></rss>`;
const story = (title: string, words: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`;

inBrowser("the inbox", () => {
  test("an address typed into the box is fetched when Read is pressed and not before", async ({
    page,
    hearsay,
    base,
    elsewhere,
  }) => {
    elsewhere.pages.set("/rutshuru", { type: "text/html", body: page1 });
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill(`${elsewhere.url}/rutshuru`);
    await page.getByText("1 address, fetched when you press Read").waitFor();
    await page.waitForTimeout(300);
    expect(elsewhere.asked).toEqual([]);
    await page.getByRole("button", { name: /^Read/ }).click();
    const row = page.getByRole("row", { name: /Mortar fire on Rutshuru camp/ });
    await row.waitFor();
    expect(elsewhere.asked).toEqual(["/rutshuru"]);
    // The row has outlet, language, time, claims and doubts; the original is what the other machine sent, byte for byte.
    const { id, claims, doubts } = (await hearsay.reports({ words: "Rutshuru", outlet: "Hill Post" })).items[0]!;
    expect(claims).toBeGreaterThan(0);
    expect((await row.getByRole("cell").allInnerTexts()).map((cell) => cell.replace(/\s+/g, " ").trim())).toEqual([
      "7 Mar 2026",
      "Mortar fire on Rutshuru camp Hill Post",
      "en English",
      String(claims),
      doubts > 0 ? `? ${doubts}` : "0",
    ]);
    const { bytes } = await hearsay.original(id);
    const hash = (of: Uint8Array | string) => createHash("sha256").update(of).digest("hex");
    expect(hash(bytes)).toBe(hash(page1));
  });

  test("an address that answers nothing says why, with a code; what was added stays", async ({
    page,
    hearsay,
    base,
    elsewhere,
  }) => {
    const { total } = await hearsay.reports();
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill(`${elsewhere.url}/gone`);
    await page.locator("#add").press("Control+Enter");
    await page.getByText("1 not read").waitFor();
    await page.getByText("What was not read, and why").click();
    await page.getByText("answered 404").waitFor();
    await page.getByText("E-INTAKE-19").waitFor();
    expect((await hearsay.reports()).total).toBe(total);
  });

  test("an address of this machine is not asked where nobody allowed it, nor as a feed; offline, none is", async ({
    open,
    base: _,
    folder,
    elsewhere,
    watch,
  }) => {
    elsewhere.pages.set("/secret", { type: "text/html", body: page1 });
    elsewhere.asked.length = 0;
    for (const [offline, code] of [
      [false, "E-INTAKE-17"],
      [true, "E-INTAKE-01"],
    ] as const) {
      const strict = await openCase(join(folder, `strict-${offline}.hearsay`));
      const options = { port: 0, host: "127.0.0.1", offline, version: "test", workbench: BUILT };
      const served = await startServer(strict, options);
      const page = await open();
      await page.goto(`${served.url}inbox`);
      await page.locator("#add").fill(`${elsewhere.url}/secret`);
      await page.locator("#add").press("Control+Enter");
      await page.getByText("What was not read, and why").click();
      await page.getByText(code).waitFor();
      await page.locator("#add").fill(`${elsewhere.url}/secret`);
      await page.getByRole("button", { name: "Follow as 1 feed" }).click();
      await page.getByRole("alert").getByText(code).waitFor();
      await page.close();
      await served.close();
      await strict.close();
      // The other server's pages are no strays here, and a refusal is what was wanted.
      watch.strays.splice(0, watch.strays.length, ...watch.strays.filter((url) => !url.startsWith(served.url)));
      watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((fault) => !fault.includes("422")));
    }
    expect(elsewhere.asked).toEqual([]);
  });

  test("a feed is followed, pulled again later for what is new, and says when it fails", async ({
    page,
    hearsay,
    base,
    elsewhere,
  }) => {
    const { url, pages, asked } = elsewhere;
    const html = (title: string, words: string) => ({ type: "text/html", body: story(title, words) });
    pages.set(
      "/1",
      html("Raid on Beni", "Gunmen raided a village near Beni on Thursday, killing six people, police said."),
    );
    pages.set(
      "/2",
      html("Blast in Goma", "A bomb exploded in Goma on Thursday, wounding three soldiers, the army said."),
    );
    pages.set(
      "/3",
      html("Ambush at Sake", "Rebels ambushed a convoy near Sake on Friday, killing two drivers, police said."),
    );
    const [one, two] = [item(`${url}/1`, "Raid on Beni"), item(`${url}/2`, "Blast in Goma")];
    pages.set("/feed.xml", { type: "application/rss+xml", body: feed(one + two) });
    const before = (await hearsay.reports()).total;
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill(`${url}/feed.xml`);
    await page.getByRole("button", { name: "Follow as 1 feed" }).click();
    await page.getByText("2 reports read").waitFor();
    for (const title of ["Raid on Beni", "Blast in Goma"])
      await page.getByRole("row", { name: new RegExp(`${title}.*Hill Post`) }).waitFor();
    await page.getByText("1 feed followed").click();
    await page
      .getByText(/Hill Post/)
      .first()
      .waitFor();
    await page.getByText(/read \d+ \w+ \d{4}/).waitFor();

    pages.set("/feed.xml", { type: "application/rss+xml", body: feed(item(`${url}/3`, "Ambush at Sake") + one + two) });
    asked.length = 0;
    await page.getByRole("button", { name: "Fetch what is new" }).click();
    await page.getByText("1 report read").waitFor();
    await page.getByRole("row", { name: /Ambush at Sake/ }).waitFor();
    expect((await hearsay.reports()).total).toBe(before + 3);
    expect(asked).toContain("/3");

    pages.set("/feed.xml", { type: "text/plain", status: 500, body: "" });
    await page.getByRole("button", { name: "Fetch what is new" }).click();
    await page
      .locator(".feeds")
      .getByText(/answered 500/)
      .waitFor();
    expect((await hearsay.reports()).total).toBe(before + 3);
  });

  test("files and a folder that are dropped on the page are read, inner folders too, hidden files not", async ({
    page,
    hearsay,
    base,
    folder,
  }) => {
    const text = (n: number) =>
      `KASESE, March ${n}, 2026 - Gunmen shot dead ${n + 2} traders at a market in Kasese on Monday, residents said.`;
    const [loose, dropped] = [join(folder, "loose.txt"), join(folder, "dropped")];
    mkdirSync(join(dropped, "inner"), { recursive: true });
    writeFileSync(loose, text(1));
    writeFileSync(join(dropped, "a.txt"), text(2));
    writeFileSync(join(dropped, "inner", "b.txt"), text(3));
    writeFileSync(join(dropped, ".hidden.txt"), text(4));
    await page.goto(`${base}inbox`);
    await drop(page, [loose]);
    await page.getByText("1 report read").waitFor();
    await drop(page, [dropped]);
    await page.getByText("2 reports read").waitFor();
    expect((await hearsay.reports({ words: "Kasese" })).total).toBe(3);
    for (const name of ["loose.txt", "a.txt", "b.txt"]) await page.getByRole("row", { name }).waitFor();
  });

  test("a second print of a wire report is kept and marked as the same wire copy, and leads to the first", async ({
    page,
    hearsay,
    base,
  }) => {
    const wire = [
      "KITGUM, March 8 (Delta Press) - Armed men attacked a trading centre north of Kitgum on Sunday, killing eleven people and burning dozens of shops, a police commander said.",
      "The commander told reporters that the attackers had come from across the river before dawn and had left with cattle and food. Four policemen were wounded in the fighting, he said.",
      "A survivor said that she had counted nine bodies near the well. The army said it had sent helicopters to look for the attackers.",
    ];
    await hearsay.add([
      { kind: "text", text: wire.join("\n\n"), title: "Attack north of Kitgum", outlet: "Morning Star" },
    ]);
    const copy = ["Staff reporter", ...wire].join("\n\n");
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill(copy);
    await page.locator("#add").press("Control+Enter");
    await page.getByText("1 report read").waitFor();
    const row = page.getByRole("row").filter({ hasText: "Same wire copy as Morning Star" });
    await row.waitFor();
    await row.getByRole("link", { name: "Morning Star" }).click();
    await page.getByRole("heading", { level: 1, name: "Attack north of Kitgum" }).waitFor();
    // The very same bytes again are not kept twice, and the box says so.
    const { total } = await hearsay.reports();
    await page.goto(`${base}inbox`);
    await page.locator("#add").fill(copy);
    await page.locator("#add").press("Control+Enter");
    await page.getByText("1 in already").waitFor();
    expect((await hearsay.reports()).total).toBe(total);
  });

  test("files chosen as a folder are read; filters of the inbox live in the address", async ({
    page,
    hearsay,
    base,
    folder,
  }) => {
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

  test("adding many files shows how far it has come while it runs, with a button to stop", async ({
    page,
    hearsay,
    base,
    folder,
  }) => {
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
});
