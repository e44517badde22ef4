import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { FORMATS } from "../src/index.ts";
import { parseRows } from "./screens/export/rows.ts";
import { firstReport, inBrowser, mainDossier, readerOf, test } from "./testing/bench.ts";

inBrowser("the Export screen", () => {
  test("the Export screen shows who corrected what and why, what was taken back, and the check of the originals", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await firstReport(hearsay);
    const { members } = await hearsay.dossier((await mainDossier(hearsay)).id);
    const refs = members.map(({ report, event }) => ({ report, event }));
    const by = { author: "coder", reason: "the official was not there" };
    await hearsay.correct({ report: id, finding: { kind: "claim", id: "c1" }, verdict: "reject", ...by });
    await hearsay.decide({ kind: "split", members: refs.slice(0, 1), rest: refs.slice(1), ...by, reason: "" });
    await page.goto(readerOf(base, id));
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

  test("each format shows its rows as they will be written, with the rule that picks a number; what is saved is the whole", async ({
    page,
    hearsay,
    base,
  }) => {
    await page.goto(`${base}export`);
    const preview = page.getByRole("region", { name: "Preview", exact: true });
    for (const { name, rule } of FORMATS) {
      await page.getByRole("radio", { name: new RegExp(`^${name} `) }).check();
      const { text, mediaType } = await hearsay.export({ format: name, limit: 20 });
      await page.locator(".cmd", { hasText: `--format ${name}` }).waitFor();
      if (/csv|tab-separated/.test(mediaType)) {
        const rows = parseRows(text, mediaType.includes("tab") ? "\t" : ",");
        await expect.poll(() => preview.getByRole("row").count()).toBe(rows.length);
        const shown = await preview.getByRole("row").nth(1).getByRole("cell").allTextContents();
        expect(shown.map((cell) => (cell === "empty" ? "" : cell))).toEqual(rows[1]);
      } else await expect.poll(() => preview.locator("pre").first().textContent()).toContain(text.slice(0, 200));
      const note = preview.getByText("Single numbers by rule");
      expect(await note.count()).toBe(rule === null ? 0 : 1);
      if (rule !== null) expect(await note.textContent()).toContain(`${rule}@`);
    }
    // Another rule, and the rows change with it.
    await page.getByRole("radio", { name: /^acled / }).check();
    const rules = await page.getByLabel("Rule for a single number").locator("option").allTextContents();
    await page.getByLabel("Rule for a single number").selectOption(rules.at(-1)!);
    await expect.poll(() => preview.getByText("Single numbers by rule").textContent()).toContain(rules.at(-1)!);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    const saved = readFileSync(await download.path(), "utf8");
    const query = new URL(page.url()).searchParams;
    expect(saved).toBe((await hearsay.export({ format: "acled", profile: query.get("profile")! })).text);
  });

  test("a correction stands in the history with what was read before and what a coder set, and leads to its claim", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await firstReport(hearsay);
    const claim = (await hearsay.report(id)).machine.claims.find(({ certainty }) => certainty === "certain")!;
    const by = { author: "Amina", reason: "he only guessed" };
    const finding = { kind: "claim" as const, id: claim.id };
    await hearsay.correct({ report: id, finding, verdict: "correct", field: "certainty", value: "possible", ...by });
    await page.goto(`${base}export`);
    const row = page.getByRole("region", { name: "History" }).getByRole("row", { name: /he only guessed/ });
    await row.locator("s", { hasText: "certain" }).waitFor();
    await row.getByText("possible").waitFor();
    await row.getByText("Amina").waitFor();
    await row.getByRole("link", { name: claim.id }).click();
    await page.locator(`#card-${claim.id}.on`).waitFor();
  });
});
