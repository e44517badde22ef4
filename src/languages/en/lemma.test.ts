import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Upos } from "../../core/syntax.ts";
import { makeLemmatiser } from "./lemma.ts";

const table = readFileSync(new URL("../../../models/en/lemmas.tsv", import.meta.url), "utf8");
const known = makeLemmatiser(table);
const rules = makeLemmatiser("");
const UPOS_OF: Readonly<Record<string, Upos>> = { NNP: "PROPN", NNPS: "PROPN", CD: "NUM", JJ: "ADJ" };
const lemma = (by: typeof known, form: string, xpos: string, shouted = false) =>
  by.lemma(form, form.toLowerCase(), xpos, { upos: UPOS_OF[xpos] ?? "X", shouted });

test.each([
  // spelling
  ["shelled", "VBD", "shell"],
  ["shelling", "VBG", "shell"],
  ["planned", "VBD", "plan"],
  ["freed", "VBN", "free"],
  ["agreed", "VBD", "agree"],
  ["needed", "VBD", "need"],
  ["fired", "VBD", "fire"],
  ["raiding", "VBG", "raid"],
  ["damaged", "VBN", "damage"],
  ["attacked", "VBD", "attack"],
  ["denies", "VBZ", "deny"],
  ["clashes", "NNS", "clash"],
  ["armies", "NNS", "army"],
  ["policemen", "NNS", "policeman"],
  ["forces", "NNS", "force"],
  ["Americans", "NNPS", "American"],
  ["AMERICANS", "NNPS", "AMERICAN"],
  ["Pakistanis", "NNPS", "Pakistani"],
  ["anna.kessler@press.example", "NNP", "anna.kessler@press.example"],
  ["pro-Kyiv", "JJ", "pro-Kyiv"],
  ["captured", "VBD", "capture"],
  ["devoured", "VBD", "devour"],
  ["–", ":", "-"],
  ["2,500", "CD", "2500"],
  ["Goma", "NNP", "Goma"],
])("by rule: %s %s %s", (form, xpos, expected) => {
  expect(lemma(rules, form, xpos)).toBe(expected);
});

test.each([
  // what spelling does not tell
  ["underwent", "VBD", "undergo"],
  ["shot", "VBN", "shoot"],
  ["expelled", "VBN", "expel"],
  ["sunk", "VBN", "sink"],
  ["interfered", "VBD", "interfere"],
  ["men", "NNS", "man"],
  ["children", "NNS", "child"],
  ["worst", "JJS", "bad"],
  ["n't", "RB", "not"],
  ["KILLED", "VBD", "kill"],
  ["REBELS", "NNS", "rebel"],
  ["lebanese", "JJ", "Lebanese"],
  // and where it tells, the table is silent
  ["series", "NNS", "series"],
  ["said", "VBD", "say"],
])("%s %s %s", (form, xpos, expected) => {
  expect(lemma(known, form, xpos)).toBe(expected);
});
