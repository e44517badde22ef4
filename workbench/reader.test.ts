import { expect } from "vitest";
import { firstReport, inBrowser, readerOf, test } from "./testing/bench.ts";

inBrowser("the reader", () => {
  test("nothing found: the page says what was skipped in the report, by which rule and why, or that nothing was", async ({
    page,
    hearsay,
    base,
  }) => {
    const texts = [
      "The striker shelled the rival goal on Saturday. Fans said the match was a massacre for the visitors.",
      "The almanac gives 40 mm of rain for the week. The price of beans fell and the lake was calm in the morning.",
    ];
    await hearsay.add(texts.map((text, i) => ({ kind: "text" as const, text, title: `Nothing ${i}` })));
    const { items } = await hearsay.reports({ words: "goal" });
    const seen: boolean[] = [];
    for (const { id } of [...items, ...(await hearsay.reports({ words: "almanac" })).items]) {
      const { ledger } = await hearsay.report(id);
      expect(ledger.claims).toEqual([]);
      const { refusals } = await hearsay.whyNot(id, [0, ledger.report.text.length]);
      await page.goto(readerOf(base, id));
      const box = page.getByRole("region", { name: "Nothing found" });
      await box.waitFor();
      if (refusals.length === 0) await box.getByText("Nothing was skipped").waitFor();
      for (const { reason, by } of refusals) {
        await box.getByText(reason, { exact: false }).first().waitFor();
        await box.getByText(by.rule, { exact: false }).first().waitFor();
      }
      for (const { code } of ledger.notices) await box.getByText(code).first().waitFor();
      seen.push(refusals.length > 0);
    }
    expect(seen).toContain(true);
    await page.goto(`${base}inbox`);
    await page.getByText("Nothing found. Open it to see what was skipped and why.").first().waitFor();
  });

  test("a graphic passage is folded behind a label that says what it tells of", async ({ page, hearsay, base }) => {
    const text =
      "BENI, March 5, 2026 - The price of beans fell on Tuesday.\n\nGunmen beheaded three farmers near Beni on Tuesday, a village chief said.";
    await hearsay.add([{ kind: "text", text, title: "Two passages" }]);
    const { id } = (await hearsay.reports({ words: "beheaded" })).items[0]!;
    const { passages } = await hearsay.report(id);
    expect(passages.map((p) => p.label)).toEqual(["graphic"]);
    await page.goto(readerOf(base, id));
    await page.getByText("Gunmen beheaded").first().waitFor();
    await page.keyboard.press("z");
    const fold = page.locator(".fold");
    expect(await fold.textContent()).toContain("Graphic passage: ");
    expect(await page.locator(".text").getByText("beheaded").isVisible()).toBe(false);
    expect(await page.locator(".text").getByText("beans").isVisible()).toBe(true);
    await fold.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".text").getByText("beheaded").isVisible()).toBe(true);
  });

  test("by keyboard alone: from the inbox into a report, edit, re-span by arrows, note, why, why not, back", async ({
    page,
    hearsay,
    base,
  }) => {
    await page.goto(`${base}inbox`);
    await page.getByRole("row").nth(1).waitFor();
    const first = page.getByRole("row", { name: /Shells hit Bunagana/ });
    for (let i = 0; i < 12 && (await first.getAttribute("aria-selected")) !== "true"; i++)
      await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".card.on").waitFor();
    const id = decodeURIComponent(page.url().split("/reports/")[1]!.split("?")[0]!);
    const claim = (await page.locator(".card.on").getAttribute("id"))!.replace("card-", "");
    const read = async () => (await hearsay.report(id)).ledger.claims.find((c) => c.id === claim)!;
    // Edit: Tab through the form, choose by key, save by Enter.
    const before = await read();
    await page.keyboard.press("e");
    const dialog = page.getByRole("dialog", { name: "Edit the claim" });
    await dialog.waitFor();
    for (let i = 0; i < 8 && !(await dialog.getByLabel("Certainty").evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    const save = dialog.getByRole("button", { name: "Save" });
    for (let i = 0; i < 20 && !(await save.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await read()).certainty).not.toBe(before.certainty);
    await dialog.waitFor({ state: "hidden" });
    // The machine's reading stands beside the coder's.
    await page.locator(".card.on .was", { hasText: before.certainty }).waitFor();
    // Re-span without a mouse: the end goes one word back, the beginning one word on.
    const content = async () => (await read()).evidence.find((e) => e.role === "content")!.span;
    const { text } = (await hearsay.report(id)).ledger.report;
    const words = text.slice(...(await content())).split(/\s+/);
    await page.keyboard.press("s");
    await page.getByRole("group", { name: "Words of the claim" }).waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(async () => text.slice(...(await content())).split(/\s+/)).toEqual(words.slice(1, -1));
    await page.keyboard.press("u");
    await expect.poll(async () => text.slice(...(await content())).split(/\s+/)).toEqual(words);
    // Why not, of the paragraph of the chosen claim.
    await page.keyboard.press("W");
    await page.getByRole("complementary", { name: "Why not" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("complementary", { name: "Why not" }).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).toContain("/inbox");
  });

  test("loaded words are dotted, their neutral reading shows on hover and on focus, and the text that is copied is the original's", async ({
    page,
    hearsay,
    base,
  }) => {
    const { items } = await hearsay.reports();
    const views = await Promise.all(items.map((row) => hearsay.report(row.id)));
    const { ledger } = views.find((view) => view.ledger.loaded.some((term) => term.neutral !== null))!;
    const { text } = ledger.report;
    const term = ledger.loaded.find((one) => one.neutral !== null)!;
    await page.goto(readerOf(base, ledger.report.id));
    const word = page
      .locator(".lw")
      .filter({ hasText: text.slice(...term.span) })
      .first();
    await word.hover();
    await page.getByRole("tooltip").getByText(term.neutral!).waitFor();
    expect(await word.evaluate((e) => getComputedStyle(e).textDecorationStyle)).toBe("dotted");
    await page.mouse.move(2, 2);
    await page.getByRole("tooltip").waitFor({ state: "detached" });
    await word.focus();
    await page.getByRole("tooltip").waitFor();
    // Nothing is put into the text: what a paragraph's selection gives is what stands in the report.
    const copied = await page.evaluate(() => {
      const selected = document.querySelector(".text p:has(.lw)")!;
      getSelection()!.selectAllChildren(selected);
      return getSelection()!.toString();
    });
    expect(text.replace(/\s+/g, " ")).toContain(copied.replace(/\s+/g, " ").trim());
  });

  test("where a claim begins its glyph and number stand in the margin, at every width, and choose it", async ({
    page,
    hearsay,
    base,
  }) => {
    const { id } = await firstReport(hearsay);
    for (const width of [1280, 640, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(readerOf(base, id));
      const number = page.getByRole("button", { name: "Claim 2", exact: true });
      await number.scrollIntoViewIfNeeded();
      // Painted, inside the window, and nothing lies over it.
      expect(
        await number.evaluate((e) => {
          const { left, top, width, height } = e.getBoundingClientRect();
          return left >= 0 && e.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }),
      ).toBe(true);
      await number.click();
      await page.locator("#card-c2.on").waitFor();
    }
  });

  test("choosing a claim lights its words and moves nothing", async ({ page, hearsay, base }) => {
    const { id } = await firstReport(hearsay);
    await page.goto(readerOf(base, id));
    await page.locator(".card.on").waitFor();
    const places = () =>
      page.locator(".text p").evaluateAll((all) => all.map((p) => Math.round((p as HTMLElement).offsetTop)));
    const before = await places();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.locator(".text .lit").first().waitFor();
    expect(await places()).toEqual(before);
  });
});
