import type { Quantity } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { tokenSpan, upos } from "../../../core/tree.ts";
import { belongs, type Classes } from "../../../lexicon/pattern.ts";
import type { Reading } from "./figure.ts";

/** One person by the noun, and not "a family", "a column". */
export const isOne = (s: Syntax, token: number, classes: Classes): boolean =>
  !belongs(s, token, "@band", classes) &&
  s.xpos[token] !== "NNS" &&
  s.xpos[token] !== "NNPS" &&
  (upos(s, token) === "NOUN" || upos(s, token) === "PROPN") &&
  belongs(s, token, "@person", classes);

/** One person, or a couple, told without a number. */
export const oneOf = (s: Syntax, token: number, classes: Classes): Quantity => ({
  id: "",
  kind: "quantity",
  span: tokenSpan(s, token),
  head: token,
  value: { ...exactly(belongs(s, token, "@pair", classes) ? 2 : 1), of: token },
  from: [],
  by: { rule: "events/one" },
});

const exactly = (n: number) => ({ low: n, high: n, bound: "exact" as const });

/** Whose dead they are, as far as the noun tells. */
export function sideOf(s: Syntax, noun: number, classes: Classes): string {
  for (const side of ["unarmed", "wanted", "state"]) if (belongs(s, noun, `@${side}`, classes)) return side;
  return "unknown";
}

const COUNTED_OTHERWISE = ["time", "unit", "vehicle", "building", "weapon", "money", "aircraft"];

/** Years, kilometres and dates are no people, nor is "no figure". */
export function countsPeople(
  s: Syntax,
  quantity: Quantity,
  { classes, small }: Pick<Reading, "classes" | "small">,
): boolean {
  const noun = quantity.value.of;
  if (noun < 0) return true;
  if (small.tally!.has(s.lemma[noun]!)) return false;
  if (upos(s, noun) === "PRON" || upos(s, noun) === "NUM") return true;
  // "two of the sect": a body of people may be called by a word for a house
  const people = ["person", "group"].some((c) => belongs(s, noun, `@${c}`, classes));
  return people || COUNTED_OTHERWISE.every((c) => !belongs(s, noun, `@${c}`, classes));
}

/** "Five of the wounded died" says who; "four more are missing" does not. */
export const namesSomebody = (s: Syntax, token: number): boolean =>
  ["NOUN", "PROPN", "PRON"].includes(upos(s, token)) || /^(?:JJ|VBN|NN)/.test(s.xpos[token]!);
