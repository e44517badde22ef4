import { expect } from "vitest";
import { firstReport, inBrowser, readerOf, test } from "./testing/bench.ts";

inBrowser("reading and correcting a report", () => {
  test("paste a report, correct a claim, see it in the export", async ({ page, hearsay, base }) => {
    await page.goto(`${base}inbox`);
    await page
      .locator("#add")
      .fill(
        "KUNDUZ, March 4, 2026 - Taliban fighters attacked a police post in Kunduz on Tuesday, killing 11 policemen, a provincial official said.",
      );
    await page.locator("#add").press("Control+Enter");
    await expect.poll(async () => (await hearsay.reports({ words: "Kunduz" })).total, { timeout: 30_000 }).toBe(1);
    const pasted = (await hearsay.reports({ words: "Kunduz" })).items[0]!;
    const { ledger } = await hearsay.report(pasted.id);
    const claim = ledger.claims.find((c) => c.counts.length > 0) ?? ledger.claims[0]!;
    await page.goto(readerOf(base, pasted.id, claim.id));
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

  test("a keyboard-only run through the reader: doubtful ones, accept, reject with a reason, mentions, why, undo", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await firstReport(hearsay);
    await page.goto(readerOf(base, id));
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

  test("selecting words and asking why not; the offsets are those of the report", async ({ page, hearsay, base }) => {
    const { id } = await firstReport(hearsay);
    const { text } = (await hearsay.report(id)).ledger.report;
    await page.goto(readerOf(base, id));
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

  test("propaganda passages fold behind a label, remembered; a claim inside opens its fold; s moves a claim to other words", async ({
    page,
    hearsay,
    base,
  }) => {
    const { items } = await hearsay.reports();
    const views = await Promise.all(items.map((row) => hearsay.report(row.id)));
    const inside = ({ ledger, passages }: (typeof views)[number]) =>
      ledger.claims.find((c) =>
        c.evidence.some((e) => passages.some((p) => e.span[0] >= p.span[0] && e.span[1] <= p.span[1])),
      );
    const view = views.find((v) => inside(v) !== undefined)!;
    await page.goto(readerOf(base, view.row.id));
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
    await page.goto(readerOf(base, view.row.id, claim.id));
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

  test("a key is given to another act under ?, kept, and given back", async ({ page, hearsay, base }) => {
    const { id } = await firstReport(hearsay);
    const to = readerOf(base, id);
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

  test("a note on a claim is shown on its card and leaves with the export", async ({ page, hearsay, base }) => {
    const { id } = await firstReport(hearsay);
    await page.goto(readerOf(base, id));
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
});
