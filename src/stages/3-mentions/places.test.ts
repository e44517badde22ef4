import { describe, expect, test } from "vitest";
import { documentOf } from "../../languages/en/testing.ts";
import { loadGazetteer, loadLanguage, loadLexicon } from "../../resources.ts";
import { readPlaces } from "./places.ts";

const [language, lexicon, gazetteer] = await Promise.all([loadLanguage(), loadLexicon(), loadGazetteer()]);

/** "words use country precision" of each mention; "?" where it has no coordinates. */
function read(...paragraphs: string[]) {
  const syntax = language.parse(documentOf(...paragraphs));
  const { places, placeMentions, notices, refusals } = readPlaces(syntax, gazetteer, lexicon, []);
  const mentions = placeMentions.map(({ span, value }) => {
    const place = places.find(({ id }) => id === value.place)!;
    return { words: syntax.text.slice(...span), use: value.use, place };
  });
  return { mentions, notices, refusals, text: syntax.text };
}
const said = (...paragraphs: string[]): string[] =>
  read(...paragraphs).mentions.map(
    ({ words, use, place }) =>
      `${words} ${use} ${place.latitude === null ? "?" : (place.country ?? "-")} ${place.precision}`,
  );

describe("which place is meant", () => {
  test.each([
    [
      "KABUL, Jan 3 (AP) - Gunmen attacked a checkpoint in Kandahar.",
      ["KABUL dateline AFG 1", "Kandahar location AFG 1"],
    ],
    ["GOMA, DR Congo (Reuters) - Shells struck a market.", ["GOMA dateline COD 1", "DR Congo dateline COD 6"]],
    // two names that only one country has side by side settle each other
    ["GOMA (Wire) - Rebels attacked Rutshuru.", ["GOMA dateline COD 1", "Rutshuru location COD 1"]],
    ["GOMA (Wire) - Rebels attacked a camp.", ["GOMA dateline COD 1"]],
    ["KAMPALA (Wire) - Rebels attacked Komanda.", ["KAMPALA dateline UGA 1", "Komanda location ? 6"]],
    // beside the town, not beside the province around it
    ["Gunmen killed nine soldiers near Tillabéri in Niger.", ["Tillabéri location NER 2", "Niger location NER 6"]],
    [
      "Gunmen killed nine soldiers in the Tillabéri region of Niger.",
      ["Tillabéri location NER 4", "Niger location NER 6"],
    ],
    ["Rebels shelled a camp near Goma, eastern Congo.", ["Goma location COD 2", "Congo location COD 6"]],
    ["He was born in Paris, Texas.", ["Paris location USA 1", "Texas location USA 4"]],
    ["Ten died in the Syrian town of Salamiya.", ["Salamiya location SYR 1"]],
    ["Fighting went on in Borno state, Nigeria.", ["Borno location NGA 4", "Nigeria location NGA 6"]],
    ["The raid on Hudaydah killed nine Yemeni civilians.", ["Hudaydah location YEM 1"]],
    ["Nine people were killed in Najran, a Saudi city.", ["Najran location SAU 1"]],
    ["THEY FIRED AT THE EMBASSY IN DOWNTOWN LIMA.", ["LIMA location PER 1"]],
    [
      "GUERRILLAS ATTACKED A POST IN APOPA, EL SALVADOR, LAST NIGHT.",
      ["APOPA location SLV 1", "EL SALVADOR location SLV 6"],
    ],
    // a part of a longer name that nobody has is no reason to think of a namesake elsewhere
    ["Rebels took Aden Yaval.", ["Aden location ? 6"]],
    ["Yemeni rebels took Aden Yaval.", ["Aden location YEM 1"]],
    ["A bomb went off in Kabul City.", ["Kabul City location AFG 1"]],
    ["A bomb went off in the Swat Valley in Pakistan.", ["Swat Valley location PAK 3", "Pakistan location PAK 6"]],
  ])("%s", (text, places) => expect(said(text)).toEqual(places));

  test("a point north of a town", () => {
    const [mention] = read("The convoy was hit 20 km north of Kandahar in Afghanistan.").mentions;
    expect(mention!.place.precision).toBe(2);
    expect(mention!.place.latitude).toBeCloseTo(31.613 + 0.18, 1);
    expect(mention!.place.longitude).toBeCloseTo(65.71, 1);
  });
});

describe("nouns that point back", () => {
  test.each([
    ["Shells struck Kandahar. The army denied that it had shelled the town.", ["the town location AFG 1"]],
    ["Shells struck Kandahar. Nine died in the besieged city.", ["the besieged city location AFG 1"]],
    ["Shells struck the market of Kandahar. The army fired at the market.", ["the market location AFG 1"]],
    // of another kind, told from another, not definite, or a landmark in the place
    ["Shells struck Kandahar. The army denied that it had shelled the province.", []],
    ["Shells struck Kandahar. The army shelled the northern town.", []],
    ["Shells struck Kandahar. The army shelled a town.", []],
    ["Shells struck Kandahar. The army shelled the bridge.", []],
  ])("%s", (text, places) => expect(said(text)).toEqual([expect.stringMatching(/^Kandahar location AFG/), ...places]));
});

describe("no event place", () => {
  test.each([
    ["Russia denied the charge.", "Russia actor RUS 6"],
    ["Syria accused Israel of the strike.", "Israel actor ISR 6"],
    ["The talks with Iran failed.", "Iran actor IRN 6"],
    ["Israel's army denied it.", "Israel actor ISR 6"],
    ["Rebels threatened to attack U.S. bases.", "U.S. actor USA 6"],
    ["Iran-backed fighters killed nine soldiers.", "Iran actor IRN 6"],
    ["The Turkey-based opposition denied it.", "Turkey actor TUR 6"],
    ["The Kabul regime denied it.", "Kabul actor AFG 1"],
    ["Moscow did not comment.", "Moscow actor RUS 1"],
    ["The puppets of Kigali shelled a market.", "Kigali actor RWA 1"],
  ])("%s", (text, place) => expect(said(text)).toContain(place));

  test.each([
    "General March said that nine soldiers died on Sunday.",
    "The West Nile virus spread, doctors said.",
    "The firm paid US$100 million.",
    "In the end the army left on Monday.",
    "FAO said that food was short.",
  ])("%s", (text) => expect(said(text)).toEqual([]));

  test.each([
    ["Rockets hit a U.S. base near Hasakah in Syria.", "Hasakah location SYR 2"],
    ["Fighting erupted in the U.S. on Friday.", "U.S. location USA 6"],
    ["Shells fell near the Turkey border.", "Turkey location TUR 6"],
    ["A bomb went off in Moscow.", "Moscow location RUS 1"],
  ])("but %s", (text, place) => expect(said(text)).toContain(place));

  test("the name of an organisation", () => {
    const syntax = language.parse(documentOf("The Free Syria Brigade claimed the attack."));
    const at = syntax.text.indexOf("Free Syria Brigade");
    const { placeMentions } = readPlaces(syntax, gazetteer, lexicon, [
      { span: [at, at + "Free Syria Brigade".length], registered: false },
    ]);
    expect(placeMentions.every(({ value }) => value.use === "part")).toBe(true);
  });
});

describe("doubt is said", () => {
  test("namesakes without support stay unresolved", () => {
    const { mentions, notices } = read("Nine people were killed in the village of San Isidro.");
    expect(mentions[0]!.place).toMatchObject({ name: "San Isidro", latitude: null, entry: null });
    expect(notices.map(({ code }) => code)).toEqual(["N-PLACE-01"]);
  });
  test("a village in no table lies at what holds it, and the notice says so", () => {
    const { mentions, notices } = read("Gunmen entered Qarat Zubayda, a village south of Kandahar in Afghanistan.");
    const village = mentions.find(({ words }) => words.startsWith("Qarat"));
    expect(village?.place).toMatchObject({ entry: null, country: "AFG", precision: 2 });
    expect(notices.some(({ message }) => message.includes("no gazetteer"))).toBe(true);
  });
  test("swapping two countries swaps the places and nothing else", () => {
    const a = said("Armenia shelled a village in Azerbaijan on Friday.");
    const b = said("Azerbaijan shelled a village in Armenia on Friday.");
    const swap = (line: string) =>
      line.replace(
        /Armenia|Azerbaijan|ARM|AZE/g,
        (w) => ({ Armenia: "Azerbaijan", Azerbaijan: "Armenia", ARM: "AZE", AZE: "ARM" })[w]!,
      );
    expect(a.map(swap)).toEqual(b);
  });
});
