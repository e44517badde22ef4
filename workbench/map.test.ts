import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Case } from "../src/index.ts";
import { inBrowser, test } from "./testing/bench.ts";

const TEXTS = [
  "GOMA, March 5, 2026 - Rebels shelled a camp near Goma on Tuesday, killing four people, the army said.",
  "RAMADI, Iraq, March 5, 2026 - Gunmen attacked a convoy in Anbar province on Wednesday, killing six soldiers, police said.",
  "EL FASHER, Sudan, March 5, 2026 - An air strike in January 2026 destroyed a market in El Fasher, residents said.",
  "March 6, 2026 - Unknown gunmen killed a mayor on Thursday, officials said.",
];

const rowsOf = async (hearsay: Case) => (await hearsay.dossiers({ limit: 1000 })).items;
const isPlaced = (row: { readonly place: { readonly latitude: number | null } | null }) => row.place?.latitude != null;
const marks = (page: Page, shape: string) => page.locator(`.mapbox .pin .mk.${shape}`).count();

inBrowser("the map and the timeline", () => {
  test("what is placed is on the map by how exactly it is placed; what is not is counted and listed", async ({
    page,
    hearsay,
    base,
  }) => {
    for (const text of TEXTS) await hearsay.add([{ kind: "text", text }]);
    const rows = await rowsOf(hearsay);
    const placed = rows.filter(isPlaced);
    const unplaced = rows.filter((row) => !isPlaced(row));
    expect(unplaced.length).toBeGreaterThan(0);
    await page.goto(`${base}map`);
    await page.getByText(`${placed.length} placed, ${unplaced.length} not placed`).waitFor();
    expect(await page.locator(".evs li").count()).toBe(placed.length);
    await page.getByText(`${unplaced.length} not placed`, { exact: true }).click();
    for (const { title } of unplaced) await page.locator(".unpl li", { hasText: title }).first().waitFor();
    // Spot, disc, hatched area: the shape of a mark is the precision of its place, in list and map alike.
    const precise = (n: number) =>
      placed.filter((row) => (n < 3 ? row.place!.precision === n : row.place!.precision > 2));
    for (const [n, shape, words] of [
      [1, "spot", "exact"],
      [2, "disc", "within 25 km"],
      [3, "area", "somewhere in the area"],
    ] as const) {
      expect(precise(n).length).toBeGreaterThan(0);
      expect(await marks(page, shape)).toBe(precise(n).length);
      await page
        .locator(".mleg")
        .getByText(`${n === 3 ? "hatched" : shape}: ${words}`)
        .waitFor();
    }
    expect(await page.locator(".mapbox path.reach").count()).toBe(precise(2).length + precise(3).length);
    // Disputed borders are dashed, and the picture says so.
    const dashes = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((e) => getComputedStyle(e).strokeDasharray);
    expect(await dashes(".mapbox .disp")).not.toBe("none");
    expect(await dashes(".mapbox .bord")).toBe("none");
    await page.getByText(/some are disputed, and those known to be are dashed\. No country of an event/).waitFor();
  });

  test("list, map and timeline are one choice, which the address holds; Enter opens it", async ({
    page,
    hearsay,
    base,
  }) => {
    const dated = (await rowsOf(hearsay)).filter((row) => isPlaced(row) && row.time !== null);
    const { id, title } = dated[0]!;
    await page.goto(`${base}map`);
    const chosen = page.locator(".evs button[aria-current=true]");
    await page.locator(".evs button", { hasText: title }).first().click();
    await expect.poll(() => page.url()).toContain("chosen=");
    const letter = await chosen.locator(".k").textContent();
    await expect.poll(() => page.locator(".pin:has(.sel-ring) .key").textContent()).toBe(letter);
    expect(await page.locator(".tl g:has(.selrow) .lab").textContent()).toBe(letter);
    // Another bar of the timeline is chosen, and the list and the map follow.
    const other = page.locator(".tl g:has(.anyrow)").first();
    const next = await other.locator(".lab").textContent();
    await other.locator(".sure, .unsure").click();
    await expect.poll(() => page.locator(".tl g:has(.selrow) .lab").textContent()).toBe(next);
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    await page.goto(`${base}map?chosen=${encodeURIComponent(id)}`);
    await expect.poll(() => chosen.locator(".k").textContent()).toBe(letter);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  });

  test("a bar of the timeline is as long as its time is uncertain; undated events are counted", async ({
    page,
    hearsay,
    base,
  }) => {
    const rows = await rowsOf(hearsay);
    const day = rows.find((row) => row.time?.precision === "day")!;
    const month = rows.find((row) => row.time?.precision === "month")!;
    await page.goto(`${base}map`);
    const width = async ({ title }: { title: string }) => {
      const bar = page
        .locator(".tl g", { has: page.locator(`text="${title}"`) })
        .first()
        .locator(".sure, .unsure");
      return Number(await bar.getAttribute("width"));
    };
    await page.locator(".tl g").first().waitFor();
    expect(await width(month)).toBeGreaterThan(3 * (await width(day)));
    const undated = rows.filter((row) => row.time === null).length;
    await page.getByText(`${undated} ${undated === 1 ? "event" : "events"} without a date`).waitFor();
    // Letters stay readable however narrow the screen is.
    await page.setViewportSize({ width: 360, height: 740 });
    await expect
      .poll(() =>
        page
          .locator(".tl .lab")
          .first()
          .evaluate((e) => Math.round(e.getBoundingClientRect().height)),
      )
      .toBeGreaterThan(11);
  });

  test("the filters are those of the list, live in the address, and go along to the list and the export", async ({
    page,
    hearsay,
    base,
  }) => {
    const all = await rowsOf(hearsay);
    const { items, total } = await hearsay.dossiers({ from: "2026-03-01", limit: 1000 });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(all.length);
    await page.goto(`${base}map`);
    await page.getByLabel("from").fill("2026-03-01");
    await expect.poll(() => page.url()).toContain("from=2026-03-01");
    const placed = items.filter(isPlaced).length;
    await page.getByText(`${placed} placed, ${total - placed} not placed`).waitFor();
    expect(await page.locator(".mapbox .pin").count()).toBe(placed);
    await page.reload();
    await page.getByText(`${placed} placed, ${total - placed} not placed`).waitFor();
    await page.getByRole("link", { name: "As a list" }).click();
    await expect.poll(() => page.url()).toMatch(/dossiers\?.*from=2026-03-01/);
    await expect.poll(() => page.locator("table.list tbody tr").count()).toBe(total);
    await page.getByRole("link", { name: "Export these" }).click();
    await page.getByText(`${total} dossiers. Nothing is written yet.`).waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => page.url()).not.toContain("from=");
    await page.getByText(new RegExp(`${all.length} dossiers\\. Nothing`)).waitFor();
  });
});
