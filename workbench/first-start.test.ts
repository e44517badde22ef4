import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { valueWords } from "./parts/words.ts";
import { fieldWords } from "./screens/dossiers/fields.ts";
import { firstReport, inBrowser, mainDossier, readerOf, test } from "./testing/bench.ts";

/** What the table shows in the row of a field under a source: stance and value of each version. */
const told = (line: Locator, source: string) =>
  line
    .locator(`td[data-src="${source}"] .vl`)
    .evaluateAll((versions) =>
      versions.map((v) => `${v.querySelector("[role=img]")!.ariaLabel} ${v.querySelector(".val")!.textContent}`),
    );

inBrowser("the first start", () => {
  test("the story is in the inbox and leads to its main event, where the page shows each source's versions as the library has them", async ({
    page,
    hearsay,
    base,
  }) => {
    await page.goto(base);
    await page.getByRole("row").nth(1).waitFor();
    expect(await page.getByRole("row").count()).toBe(1 + (await hearsay.counts()).reports);
    const { id, title } = await mainDossier(hearsay);
    await page.getByRole("link", { name: "Dossiers" }).first().click();
    await page
      .locator(`a[href="/dossiers/${encodeURIComponent(id)}"]`)
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    const { matrix, origins } = await hearsay.dossier(id);
    const rows = matrix.filter((row) => row.verdict !== "silent");
    await expect.poll(() => page.locator("table.mx tbody tr").count()).toBe(rows.length);
    // Nobody is left out, nothing is averaged: stance by stance and value by value, what is shown is what was read.
    expect((await page.locator("th.src b").allTextContents()).sort()).toEqual(origins.map((o) => o.actor).sort());
    for (const row of rows) {
      const { name, of } = fieldWords(row.field);
      const line = page.locator("table.mx tbody tr").filter({
        has: page.getByRole("rowheader", { name: new RegExp(`^${[name, of].filter(Boolean).join(" ")}$`, "i") }),
      });
      for (const { key, actor } of origins) {
        const versions = row.cells.filter((cell) => cell.origin === key && cell.stance !== "silent");
        const shown = await told(line, actor);
        expect(shown).toEqual(versions.map((v) => `${v.stance} ${v.value ? valueWords(v.value) : "no value"}`));
      }
      expect(await line.locator(".verdict").textContent()).toBe(
        { agree: "Agree", differ: "Differ", contradict: "Contradict", "one-voice": "One voice", silent: "" }[
          row.verdict
        ],
      );
    }
  });

  test("what the story tells is read: the figures of doctor, army and rebels stand side by side, each with its own carrier", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await mainDossier(hearsay);
    await page.goto(`${base}dossiers/${id}`);
    await page.locator("table.mx tbody tr").first().waitFor();
    const line = (field: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: field, exact: true }) });
    const [army, rebels, doctor] = ["Congolese armed forces", "March 23 Movement", "doctor at the town's hospital"];
    expect(await told(line("What"), doctor)).toEqual(["asserts shelling"]);
    expect(await told(line("By whom"), doctor)).toEqual([]);
    expect(await told(line("Where"), doctor)).toEqual(["asserts Bunagana, North Kivu, COD"]);
    expect(await told(line("When"), doctor)).toEqual(["asserts Tue, 3 Mar 2026"]);
    expect(await told(line("Killed people"), doctor)).toEqual(["asserts at least 11"]);
    expect(await told(line("Wounded people"), doctor)).toEqual(["asserts 26"]);
    expect(await told(line("Killed people"), army)).toEqual(["asserts 9"]);
    expect(await told(line("Killed people"), rebels)).toEqual(["asserts 17", "asserts 19"]);
    // Each names the other, and the army denies the deed.
    expect(await told(line("By whom"), army)).toEqual(["denies Congolese armed forces", "asserts March 23 Movement"]);
    // "… and the rebels accused each other" in the wire
    expect(await told(line("By whom"), rebels)).toEqual([
      "asserts Congolese armed forces",
      "asserts Government of DR Congo",
      "asserts Kinshasa government",
    ]);
    expect(await line("Killed people").locator(".verdict").textContent()).toBe("Differ");
    const head = (source: string) => page.locator("th.src", { has: page.locator("b", { hasText: source }) });
    expect(await head(army).textContent()).toContain("via Kinshasa Patriot");
    expect(await head(doctor).textContent()).toContain("via Lakes Wire");
  });

  test("no source but a speaker of the story has a column in any dossier", async ({ page, hearsay, base }) => {
    const speakers = [
      /^doctor at/, /^nurse at/, /^Congolese armed forces$/, /^March 23 Movement$/, /^MONUSCO$/, /^Furaha Bahati$/,
      /^official of the United Nations/, /^Odette Lukusa$/, /^Espoir Kasereka$/, /^Janvier Mulumba$/,
      /^Government of (?:DR Congo|Rwanda)$/, /^(?:Lakes Wire|Kinshasa Patriot|Virunga Free Voice)$/,
    ]; // biome-ignore format: names in few lines
    for (const { id } of (await hearsay.dossiers()).items) {
      await page.goto(`${base}dossiers/${id}`);
      await page.locator("th.src b").first().waitFor();
      const columns = await page.locator("th.src b").allTextContents();
      expect(columns.filter((name) => !speakers.some((one) => one.test(name)))).toEqual([]);
    }
    // Rwanda denies that it has troops there, not that a town was shelled or a store set on fire.
    const { origins } = await mainDossier(hearsay);
    expect(origins.map(({ actor }) => actor)).not.toContain("Government of Rwanda");
  });

  test("a claim leads to its dossier and the dossier back to the report", async ({ page, hearsay, base }) => {
    const { id } = await firstReport(hearsay);
    await page.goto(readerOf(base, id));
    await page.locator(".card.on").waitFor();
    await page.keyboard.press("d");
    await page.locator("table.mx").waitFor();
    await page.keyboard.press("o");
    await page.locator(".card.on").waitFor();
  });
});
