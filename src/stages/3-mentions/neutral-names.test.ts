import { expect, test } from "vitest";
import type { Actor, LoadedTerm } from "../../core/ledger.ts";
import { read } from "../../index.ts";
import { nameNeutrally } from "./neutral-names.ts";

const text = "The puppets shelled the town. Soldiers of the puppet army fled, the mayor said.";
const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const actor = (name: string, words: string, entry: string | null = null): Actor => ({
  id: "a1",
  name,
  entry,
  kind: "unknown",
  country: null,
  memberOf: null,
  mentions: [span(words)],
  epithets: [],
});
const loaded = (words: string, neutral: string | null): LoadedTerm => ({
  span: span(words),
  kind: "delegitimising",
  neutral,
});

test("a name is never made of loaded words", () => {
  const [puppets, army] = nameNeutrally(
    [actor("puppets", "The puppets"), actor("Soldiers of the puppet army", "Soldiers of the puppet army")],
    [loaded("puppets", "opponents"), loaded("puppet army", "government army")],
    text,
    "opponents",
  );
  expect(puppets).toMatchObject({ name: "opponents", epithets: [span("The puppets")] });
  expect(army).toMatchObject({ name: "Soldiers of the government army" });
});

test("a registered actor keeps its canonical name, an unloaded one its words", () => {
  const known = actor("Afghan National Army", "The puppets", "afghan-army");
  const mayor = actor("mayor", "the mayor");
  const [a, b] = nameNeutrally([known, mayor], [loaded("puppets", "opponents")], text, "opponents");
  expect(a).toMatchObject({ name: "Afghan National Army", epithets: [span("The puppets")] });
  expect(b).toBe(mayor);
});

test("where nothing neutral is left, they are unnamed opponents", () => {
  const [actors] = nameNeutrally([actor("puppets", "The puppets")], [loaded("puppets", null)], text, "opponents");
  expect(actors!.name).toBe("opponents");
});

test("loaded words that reach beyond a name name it too", () => {
  const words = "Soldiers of the puppet army";
  const [army] = nameNeutrally([actor("puppet army", "puppet army")], [loaded(words, "fighters")], text, "opponents");
  expect(army).toMatchObject({ name: "fighters", epithets: [span("puppet army")] });
});

test.each([
  ["Terrorists attacked a post in Goma, the mayor said.", "The mayor said fighters attacked the post in Goma."],
  ['"Terrorists" attacked a post in Goma, the mayor said.', "The mayor said fighters attacked the post in Goma."],
  ["Heroes' Square was shelled, the mayor said.", "The mayor said there was shelling."],
])("a loaded word that opens a sentence: %s", async (sentence, neutral) => {
  expect((await read(sentence)).claims.map((claim) => claim.neutral)).toEqual([neutral]);
});
