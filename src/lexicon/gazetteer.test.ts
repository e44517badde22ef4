import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../resources.ts";
import { openGazetteer } from "./gazetteer.ts";
import { looseKey, plainKey } from "./place-key.ts";

const gazetteer = await loadGazetteer();

describe("keys", () => {
  test.each([
    ["Hodeidah", "Al Ḩudaydah"],
    ["Kyiv", "Kiev"],
    ["Khan Younis", "Khān Yūnis"],
    ["Mekelle", "Mek'ele"],
    ["Fallujah", "Al Fallūjah"],
  ])("%s sounds like %s", (a, b) => expect(looseKey(plainKey(a))).toBe(looseKey(plainKey(b))));
  test.each([
    ["Goma", "Gama"],
    ["Beni", "Bani"],
    ["Baghdad", "Baghlan"],
    ["Kunar", "Kunduz"],
  ])("%s does not sound like %s", (a, b) => expect(looseKey(plainKey(a))).not.toBe(looseKey(plainKey(b))));
});

describe("look-up", () => {
  test("folds diacritics and hyphens, and knows where", () => {
    const [city] = gazetteer.lookup("port au prince").filter((place) => place.kind === "city");
    expect(city).toMatchObject({ country: "HTI", precision: 1 });
    expect(city!.entry).toMatch(/^geonames:\d+$/);
  });
  test("a like-sounding name only where none is spelt so", () => {
    expect(gazetteer.exact("Baqoubah")).toEqual([]);
    expect(gazetteer.alike("Baqoubah")[0]).toMatchObject({ country: "IRQ" });
    expect(gazetteer.lookup("Baqoubah")).toEqual(gazetteer.alike("Baqoubah"));
    expect(gazetteer.alike("Kabul")).not.toContainEqual(gazetteer.exact("Kabul")[0]);
  });
  test("provinces have a centre and their own precision", () => {
    const province = gazetteer.lookup("Borno").find((place) => place.kind === "admin1");
    expect(province).toMatchObject({ country: "NGA", precision: 4, entry: "geonames-admin1:NG.27" });
    expect(Math.abs(province!.latitude - 11.6)).toBeLessThan(1);
  });
  test("countries by name, former name and adjective", () => {
    expect(["Afghan", "Burma", "the Philippines", "Congolese", "Salvadoran", "U.S."].map(gazetteer.country)).toEqual([
      "AFG", "MMR", "PHL", "COD", "SLV", "USA",
    ]); // biome-ignore format: one line reads best
    expect(gazetteer.country("Ruritania")).toBeNull();
  });
  test("nothing for nothing", () => {
    expect(gazetteer.lookup("")).toEqual([]);
    expect(gazetteer.lookup("Qwxzzyville")).toEqual([]);
  });
  test("bytes of something else are refused with advice", () => {
    expect(() => openGazetteer(new Uint8Array(16))).toThrow(/E-GAZETTEER-01/);
  });
});
