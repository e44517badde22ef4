import { describe, expect, test } from "vitest";
import { readInFull, whyNot } from "../../index.ts";
import { spells } from "./acronyms.ts";

const words = (...texts: string[]) =>
  texts.map((text) => ({ text, small: text === text.toLowerCase() || text === "Al" }));

describe("letters of a name", () => {
  test.each([
    ["LRA", ["Lord", "Resistance", "Army"]],
    ["JNIM", ["Jama", "at", "Nusrat", "al", "Islam", "wal", "Muslimin"]],
    ["AQIM", ["Al", "Qaeda", "in", "the", "Islamic", "Maghreb"]],
    ["Renamo", ["Resistência", "Nacional", "Moçambicana"]],
    ["TTP", ["Tehreek", "e", "Taliban", "Pakistan"]],
  ])("%s", (acronym, name) => expect(spells(acronym, words(...name))).toBe(true));
  test.each([
    ["LRA", ["Lord", "Army"]],
    ["AP", ["Hamas", "Brigades"]],
    ["NFC", ["Northern", "Column"]],
  ])("not %s", (acronym, name) => expect(spells(acronym, words(...name))).toBe(false));
});

/** Names of the actors that some words of the report mean. */
async function whoIs(text: string, words: string): Promise<string[]> {
  const { ledger } = await readInFull(text);
  const has = (spans: readonly (readonly [number, number])[]) => spans.some(([a, b]) => text.slice(a, b) === words);
  return ledger.actors.filter((actor) => has(actor.mentions)).map((actor) => actor.entry ?? actor.name);
}

describe("acronyms that the text introduces", () => {
  test("of a name in the registry, either way round", async () => {
    expect(
      await whoIs("The Lord's Resistance Army (LRA) attacked Nimule. An hour later LRA men fled.", "LRA men"),
    ).toEqual(["lord-s-resistance-army"]);
    expect(await whoIs("SLA (Sierra Leone Army) soldiers shot three men. The SLA denied it.", "The SLA")).toEqual([
      "SLE/armed-forces",
    ]);
  });
  test("of a name in no registry", async () => {
    const text =
      "The Northern Freedom Column (NFC) killed nine soldiers near Gao. Later the NFC said it had lost two men.";
    expect(await whoIs(text, "the NFC")).toEqual(["Northern Freedom Column"]);
  });
  test("of a transliterated name", async () => {
    const text = "Harakat Sawt al-Haqq (HSH) said it killed four soldiers. The army accused HSH of lying.";
    expect(await whoIs(text, "HSH")).toEqual(["Harakat Sawt al-Haqq"]);
  });
  test("go before a namesake of the registry, and a notice says so", async () => {
    const text =
      "In Algeria the Global Islamic Assembly (GIA) held a vigil. The GIA said 12 of its men had been killed.";
    expect(await whoIs(text, "The GIA")).toEqual(["Global Islamic Assembly"]);
    const { ledger } = await readInFull(text);
    expect(ledger.notices.find(({ code }) => code === "N-ACTOR-03")?.message).toContain("Armed Islamic Group");
  });
  test("an agency or a country in brackets is no acronym of the name before it", async () => {
    expect(await whoIs("The Southern Youth Movement (UPI) said nothing. UPI reported nine dead.", "UPI")).toEqual([
      "united-press-international",
    ]);
  });
});

describe("namesakes", () => {
  test("are told apart by the year of the report, and a notice says so", async () => {
    const entry = async (published: string, words: string) => {
      const { ledger } = await readInFull(
        "The Joint Task Force said that the UPC had killed nine men. The UPC denied it.",
        { published },
      );
      return [
        ledger.actors.find((actor) => actor.name === words)?.entry,
        ledger.notices.some(({ code }) => code === "N-ACTOR-04"),
      ];
    };
    expect(await entry("2003-05-05", "Union of Congolese Patriots")).toEqual(["union-of-congolese-patriots", true]);
    expect(await entry("2017-05-05", "Union for Peace in the Central African Republic")).toEqual([
      "union-for-peace-in-the-central-african-republic",
      true,
    ]);
  });
  test("whom it does not mean can be asked", async () => {
    const text = "The UPC killed nine men.";
    const read = await readInFull(text, { published: "2003-05-05" });
    const refusals = whyNot(read, "UPC").flatMap(({ refusals }) => refusals);
    expect(refusals.map(({ by, reason }) => `${by.rule} ${by.entry} ${reason}`).join()).toMatch(
      /namesake-by-years actors\/union-for-peace.* it is known from 2014-/,
    );
  });
});

describe("words refused as an actor name the rule and the reason", () => {
  test.each([
    ["Let us go to the camp, he said.", "Let", "actors/registry-name", "is not written so"],
    ["Rebels burnt the police station.", "police station", "actors/noun", "name a thing"],
    ["Nine people died in Mali.", "Mali", "actors/country-for-government", "only where it says or does"],
    ["KABUL (AFP) - Gunmen shot nine people.", "AFP", "actors/dateline", "dateline"],
    ["Police feared rebel activity in the town.", "rebel", "actors/modifier", "only describes"],
  ])("%s", async (text, words, rule, reason) => {
    const { ledger, reading } = await readInFull(text);
    const found = whyNot({ ledger, reading }, words)
      .flatMap(({ refusals }) => refusals)
      .filter(({ kind }) => kind === "actor");
    expect(found.map(({ by }) => by.rule)).toContain(rule);
    expect(found.map((refusal) => refusal.reason).join()).toContain(reason);
  });
});
