import { expect } from "vitest";
import { typeWords } from "./parts/words.ts";
import { forgive, grouping, inBrowser, mainDossier, test } from "./testing/bench.ts";

inBrowser("a dossier", () => {
  test("split a report off its dossier by keyboard, see two dossiers, take it back and see one", async ({
    page,
    hearsay,
    base,
    watch,
  }) => {
    const { id } = await mainDossier(hearsay);
    const { members } = await hearsay.dossier(id);
    const wire = members[0]!;
    const paper = members.find((m) => m.report !== wire.report)!;
    const before = await grouping(hearsay);
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
    // What is left shows the versions without the paper's event; those stand in another dossier.
    const left = await hearsay.dossier(id);
    expect(left.members.some((m) => m.report === paper.report && m.event === paper.event)).toBe(false);
    await expect.poll(shown).toEqual(left.origins.map((o) => o.actor).sort());
    const parted = await hearsay.dossierOf(paper);
    await page.goto(`${base}dossiers`);
    for (const one of [id, parted.id])
      await page
        .locator(`a[href="/dossiers/${encodeURIComponent(one)}"]`)
        .first()
        .waitFor();
    await page.goto(`${base}dossiers/${parted.id}`);
    await page.getByText("via Kinshasa Patriot").first().waitFor();
    await page.keyboard.press("u");
    await expect.poll(() => grouping(hearsay)).toEqual(before);
    // Where the dossier that was looked at is no more, the page goes to the one where its event stands again.
    if (before.some((line) => line.startsWith(`${parted.id} `))) await page.goto(`${base}dossiers/${id}`);
    await expect.poll(() => page.url()).toContain(`dossiers/${encodeURIComponent(id)}`);
    forgive(watch, "404");
    await expect.poll(shown).toEqual(sources);
  });

  test("one event of a report is split off where a coder had joined two of that report", async ({
    page,
    hearsay,
    base,
    watch,
  }) => {
    const before = await grouping(hearsay);
    const { members } = await hearsay.dossier((await mainDossier(hearsay)).id);
    const a = members[1]!;
    const { ledger } = await hearsay.report(a.report);
    const ids = new Set(members.map((m) => `${m.report} ${m.event}`));
    const own = new Set(ledger.events.filter((e) => ids.has(`${a.report} ${e.id}`)).map((e) => e.type));
    const other = ledger.events.find((e) => !ids.has(`${a.report} ${e.id}`) && !own.has(e.type))!;
    const b = { report: a.report, event: other.id };
    const apart = async () => (await hearsay.dossierOf(a)).id !== (await hearsay.dossierOf(b)).id;
    const ref = { report: a.report, event: a.event };
    await hearsay.decide({ kind: "join", a: ref, b, author: "coder", reason: "" });
    expect(await apart()).toBe(false);
    await page.goto(`${base}dossiers/${(await hearsay.dossierOf(b)).id}`);
    await page.getByRole("button", { name: "Split off" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Split off" });
    await dialog.getByLabel("Reason").fill("a fire elsewhere");
    await dialog.getByRole("button", { name: `, only the ${typeWords(other.type)}: ` }).click();
    await expect.poll(apart).toBe(true);
    expect((await hearsay.history({ limit: 1 })).items[0]).toMatchObject({ decision: { reason: "a fire elsewhere" } });
    await page.keyboard.press("u");
    await expect.poll(apart).toBe(false);
    await page.keyboard.press("u");
    await expect.poll(() => grouping(hearsay)).toEqual(before);
    await page.waitForLoadState("networkidle");
    forgive(watch, "404");
  });
});
