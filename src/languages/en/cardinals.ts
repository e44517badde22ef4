import { type Syntax, UPOS } from "../../core/syntax.ts";
import type { NumberWord } from "../../lexicon/numbers.ts";
import type { Phrases } from "./phrases.ts";

/** A run of number words: [first, next) and what it says. `vague` has a least value only. */
export interface Cardinal {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly kind: "exact" | "vague" | "none";
}

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/;
const DECIMAL = /^\d+\.\d+$/;
const NUM = UPOS.indexOf("NUM");
const DET = UPOS.indexOf("DET");
const PRON = UPOS.indexOf("PRON");

/** Reads the number that begins at token i: "2,500", "1.5 million", "two hundred and six", "a dozen", "several dozen", "none". */
export function cardinalAt(s: Syntax, i: number, words: Phrases<NumberWord>): Cardinal | null {
  const stop = s.sentenceStart[s.sentence[i]! + 1]!;
  const word = (t: number) => (t < stop ? words.at(s.lower, t) : null);

  let t = i;
  const article = s.lower[t] === "a" || s.lower[t] === "an";
  const half = s.lower[t] === "half" && (s.lower[t + 1] === "a" || s.lower[t + 1] === "an");
  const fixed = word(t);
  if (fixed?.value.kind === "vague") return vague(fixed.value, t, fixed.next);
  if (fixed?.value.kind === "none") {
    const single = fixed.next === t + 1;
    if (single && s.lower[t] === "no" && s.upos[t] !== DET) return null;
    return { first: t, next: fixed.next, value: 0, kind: "none" };
  }
  if (fixed?.value.kind === "plural") return plural(t);
  if (article || half) {
    t += half ? 2 : 1;
    const multiple = word(t)?.value;
    if (multiple?.kind !== "magnitude" && multiple?.kind !== "group") return null;
  }

  let total = 0;
  let current = article ? 1 : half ? 0.5 : 0;
  let any = false;
  /** The last word's weight: what follows must be smaller, or multiply. */
  let room = Number.POSITIVE_INFINITY;
  while (t < stop) {
    const text = s.lower[t]!;
    if (!any && (DIGITS.test(text) || DECIMAL.test(text))) {
      current = Number(text.replaceAll(",", ""));
      room = 1;
      any = true;
      t++;
      continue;
    }
    const found = word(t);
    let next = found?.next ?? t;
    const kind = found?.value.kind;
    const value = found?.value.value ?? 0;
    if (kind === "unit" && room > 9 && value < room) {
      if (text === "one" && s.upos[t] !== NUM && s.lower[t + 1] !== "of" && !any) return null;
      current += value;
      room = 1;
    } else if (kind === "ten" && room > 99) {
      current += value;
      room = 10;
      if (s.lower[t + 1] === "-" && isUnit(t + 2) && s.end[t] === s.start[t + 1]) next++;
    } else if (kind === "magnitude" && (any || article || half)) {
      if (value === 100) current *= 100;
      else {
        total += current * value;
        current = 0;
      }
      room = value;
    } else if (kind === "group" && (any || article || half)) {
      return { first: i, next: closed(next), value: current * value, kind: "exact" };
    } else if (text === "and" && any && room >= 100 && smaller(t + 1)) {
      t++;
      continue;
    } else break;
    any = true;
    t = next;
  }
  if (!any) return null;
  const value = total + current;
  return Number.isInteger(value) ? { first: i, next: t, value, kind: "exact" } : null;

  function isUnit(at: number): boolean {
    const found = word(at)?.value;
    return found?.kind === "unit" && found.value < 10;
  }
  /** "hundred and six": a number word that is no new count ("two hundred and six others" is one number, by custom). */
  function smaller(at: number): boolean {
    const kind = word(at)?.value.kind;
    return kind === "unit" || kind === "ten";
  }
  /** "several dozen", "a few hundred": the amount multiplies. */
  function vague(first: NumberWord, from: number, next: number): Cardinal | null {
    const after = word(next)?.value;
    if (after?.kind === "magnitude" || after?.kind === "group") {
      const least = after.value * Math.max(2, first.value);
      return { first: from, next: word(next)!.next, value: least, kind: "vague" };
    }
    if (first.words === "some" && s.upos[from] !== DET && s.upos[from] !== PRON) return null;
    return { first: from, next: closed(next), value: first.value, kind: "vague" };
  }
  /** "tens of thousands", "hundreds of thousands": the first word's tens and hundreds multiply the next. */
  function plural(from: number): Cardinal {
    const first = word(from)!;
    const next = s.lower[first.next] === "of" ? word(first.next + 1) : null;
    if (next?.value.kind !== "plural")
      return { first: from, next: first.next, value: first.value.value, kind: "vague" };
    return { first: from, next: next.next, value: (first.value.value * next.value.value) / 2, kind: "vague" };
  }
  /** Phrases are listed with their "of" ("a number of"); it is no part of the number. */
  function closed(next: number): number {
    return s.lower[next - 1] === "of" ? next - 1 : next;
  }
}
