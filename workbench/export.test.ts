import { expect, vi } from "vitest";
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
});
