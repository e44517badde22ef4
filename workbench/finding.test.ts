import { expect } from "vitest";
import { firstReport, inBrowser, mainDossier, readerOf, test } from "./testing/bench.ts";

inBrowser("finding by key", () => {
  test("Ctrl-K finds a report by its words, a dossier, an actor, a screen and an act, and Enter goes there", async ({
    page,
    hearsay,
    base,
  }) => {
    await page.goto(`${base}inbox`);
    await page.getByRole("row").nth(1).waitFor();
    const find = async (words: string, kind: string, found: RegExp) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("combobox").fill(words);
      const option = page
        .getByRole("option", { name: new RegExp(`^${kind}`) })
        .filter({ hasText: found })
        .first();
      await option.waitFor();
      for (let i = 0; i < 30 && (await option.getAttribute("aria-selected")) !== "true"; i++)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    };
    const dossier = await mainDossier(hearsay);
    await find("craters", "report", /Shells hit Bunagana/);
    await page.getByRole("heading", { level: 1, name: /Shells hit Bunagana/ }).waitFor();
    await find("Shelling Bunagana", "dossier", new RegExp(dossier.title));
    await page.getByRole("heading", { level: 1, name: /Bunagana/ }).waitFor();
    await find("March 23 Movement", "actor", /March 23 Movement/);
    await expect.poll(() => page.url()).toMatch(/dossiers\?actor=March/);
    await find("exp", "screen", /export/);
    await page.getByRole("heading", { level: 1, name: "Export" }).waitFor();
    await find("all keys", "act", /all keys/);
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("zzyzx");
    await page.getByText("Nothing here has these words").waitFor();
  });

  test("on every screen ? lists each key of the bar at the foot, and the key bar is what the keyboard does", async ({
    page,
    hearsay,
    base,
  }) => {
    const report = await firstReport(hearsay);
    const dossier = await mainDossier(hearsay);
    for (const path of [
      "inbox",
      "dossiers",
      `dossiers/${dossier.id}`,
      "map",
      "queue",
      "export",
      readerOf("", report.id),
    ]) {
      await page.goto(base + path);
      await page.waitForLoadState("networkidle");
      await page.locator(".keys > span").nth(2).waitFor();
      const bar = await page
        .locator(".keys > span:not(.end)")
        .evaluateAll((all) => all.map((one) => [...one.querySelectorAll("kbd")].map((k) => k.textContent).join(" ")));
      // The whole bar is seen at this width: no key of it is cut off.
      const cut = await page.locator(".keys").evaluate((foot) => {
        const end = foot.querySelector(".end")!.getBoundingClientRect().left;
        return [...foot.querySelectorAll("span:not(.end)")]
          .filter((one) => one.getBoundingClientRect().right > end)
          .map((one) => one.textContent);
      });
      expect(cut, path).toEqual([]);
      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: "All keys" });
      await sheet.waitFor();
      const listed = await sheet
        .locator("dt")
        .evaluateAll((all) => all.map((one) => [...one.querySelectorAll("kbd")].map((k) => k.textContent).join(" ")));
      expect(listed, path).toEqual(expect.arrayContaining(bar));
      expect(listed, path).toEqual(expect.arrayContaining(["Ctrl K", "?", "u", "g i", "g d", "g m", "g q", "g x"]));
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
    }
  });

  test("no key acts while a field has the focus", async ({ page, hearsay, base }) => {
    await page.goto(`${base}inbox`);
    await page.getByRole("row").nth(1).waitFor();
    await page.locator("#add").focus();
    await page.keyboard.type("gxu?jn");
    expect(await page.locator("#add").inputValue()).toBe("gxu?jn");
    expect(page.url()).toContain("/inbox");
    expect((await hearsay.history()).total).toBe(0);
  });
});
