import type { Syntax } from "../../core/syntax.ts";
import { type ActorIndex, identity, type Known } from "../../lexicon/actor-index.ts";
import { foldWord } from "../../lexicon/fold.ts";
import { startsUpper, topOf, type Unit } from "./units.ts";

/** A short name that the text gives to a long one: "the Lord's Resistance Army (LRA)", "LRA (Lord's Resistance Army)". */
export interface Introduced {
  /** As written. */
  readonly acronym: string;
  /** Tokens of the long name, article left out. */
  readonly first: number;
  readonly last: number;
}

/** How many words before a bracket may belong to the long name. */
const REACH = 12;
const OPENS = /^[([]$/;
const CLOSES = /^[)\],;]$/;
const QUOTE = /^["'“”‘’«»]$/;
/** "LRA", "Al-M", "Renamo", "FDLR-FOCA": one word, capitals first. */
const SHORT = /^\p{Lu}[\p{L}\d]*(?:[-/][\p{Lu}\d][\p{L}\d]*)*$/u;

const word = (s: Syntax, t: number): string => s.text.slice(s.start[t]!, s.end[t]!);

/**
 * Whether an acronym is made of the first letters of a name's words. Small words (articles, connectors) may give none, every other word at least
 * one; a word may give several ("Resistência Nacional Moçambicana", Renamo).
 */
export function spells(acronym: string, words: readonly { readonly text: string; readonly small: boolean }[]): boolean {
  const letters = foldWord(acronym).replace(/[^\p{L}\d]/gu, "");
  const folded = words.map(({ text }) => foldWord(text));
  if (letters.length < 2 || words.length < 2) return false;
  const fits = (w: number, at: number): boolean => {
    if (w === words.length) return at === letters.length;
    if (words[w]!.small && fits(w + 1, at)) return true;
    for (let n = 1; n <= 4 && at + n <= letters.length && folded[w]![n - 1] === letters[at + n - 1]; n++)
      if (fits(w + 1, at + n)) return true;
    return false;
  };
  return fits(0, 0);
}

/** The short names that a text introduces, in text order; the first introduction of each holds. */
export function introducedIn(s: Syntax, units: readonly Unit[], index: ActorIndex): Introduced[] {
  const found = new Map<string, Introduced>();
  for (let open = 1; open + 2 < s.length; open++) {
    if (!OPENS.test(s.lower[open]!)) continue;
    const inner = QUOTE.test(s.lower[open + 1]!) ? open + 2 : open + 1;
    const made = shortInside(s, open, inner, units, index) ?? longInside(s, open, inner, index);
    if (made !== null && !found.has(made.acronym)) found.set(made.acronym, made);
  }
  return [...found.values()];
}

/** "the Lord's Resistance Army (LRA)" */
function shortInside(
  s: Syntax,
  open: number,
  inner: number,
  units: readonly Unit[],
  index: ActorIndex,
): Introduced | null {
  const last = endOfShort(s, inner);
  const acronym = s.text.slice(s.start[inner]!, s.end[last]!);
  const after = QUOTE.test(s.lower[last + 1] ?? "") ? last + 2 : last + 1;
  if (!SHORT.test(acronym) || !CLOSES.test(s.lower[after] ?? "")) return null;
  const end = QUOTE.test(s.lower[open - 1]!) ? open - 2 : open - 1;
  const sentence = s.sentence[end]!;
  for (let first = end - 1; first > end - REACH && first >= 0 && s.sentence[first] === sentence; first--) {
    if (/^[.,;:()]$/.test(s.lower[first]!)) break;
    if (startsUpper(s, first) && spells(acronym, wordsOf(s, first, end, index))) return { acronym, first, last: end };
  }
  // Letters of its name in another language: "the Revolutionary Front of Ruritania (FRR)"
  if (acronym !== acronym.toUpperCase() || acronym.length > 8) return null;
  const unit = units.find((unit) => unit.last === end);
  if (unit === undefined || !isName(s, unit)) return null;
  const own = units.find((unit) => unit.first >= inner && unit.last <= last);
  return own?.what.is === "known" || own?.what.is === "country" ? null : { acronym, first: unit.first, last: end };
}

/** A name of several words that may be called by letters: no person, no agency, no country. */
function isName(s: Syntax, unit: Unit): boolean {
  if (unit.what.is === "known")
    return unit.what.known.every((k) => k.is !== "holder" && !(k.is === "row" && k.row.kind === "media"));
  return (
    unit.what.is === "named" &&
    unit.what.kind === "organisation" &&
    unit.last - unit.first > 0 &&
    startsUpper(s, unit.first)
  );
}

/** "LRA (Lord's Resistance Army)" */
function longInside(s: Syntax, open: number, inner: number, index: ActorIndex): Introduced | null {
  let first = open - 1;
  while (first > 0 && s.lower[first - 1] === "-" && s.end[first - 1] === s.start[first]) first -= 2;
  const acronym = s.text.slice(s.start[first]!, s.end[open - 1]!);
  if (!SHORT.test(acronym)) return null;
  let last = inner;
  while (
    last + 1 < s.length &&
    last - inner < REACH &&
    s.sentence[last + 1] === s.sentence[inner] &&
    !/^[()[\],;]$/.test(s.lower[last + 1]!)
  )
    last++;
  if (QUOTE.test(s.lower[last]!)) last--;
  const start = index.small.definite?.has(s.lower[inner]!) ? inner + 1 : inner;
  if (last <= start || !startsUpper(s, start)) return null;
  return spells(acronym, wordsOf(s, start, last, index)) ? { acronym, first: start, last } : null;
}

/** The last token of a short name: "NSCN-K" may be three tokens. */
function endOfShort(s: Syntax, first: number): number {
  let last = first;
  while (
    last + 2 < s.length &&
    /^[-/]$/.test(s.lower[last + 1]!) &&
    s.end[last] === s.start[last + 1] &&
    s.end[last + 1] === s.start[last + 2]
  )
    last += 2;
  return last;
}

/** The words of a name; marks, hyphens and possessive endings give no letter. */
function wordsOf(s: Syntax, first: number, last: number, index: ActorIndex): { text: string; small: boolean }[] {
  const words: { text: string; small: boolean }[] = [];
  for (let t = first; t <= last; t++) {
    if (!/^[\p{L}\d]/u.test(s.lower[t]!)) continue;
    const small = !startsUpper(s, t) || Boolean(index.small.connector?.has(s.lower[t]!));
    for (const part of word(s, t).split(/[-'’/]/))
      if (part.length > 0 && !/^s$/.test(part)) words.push({ text: part, small });
  }
  return words;
}

/**
 * Units of the text's own acronyms, in place of what the lexicon says of the same letters, and the long names as units of their own.
 * `namesake`: whom else the lexicon knows by these letters.
 */
export function withAcronyms(s: Syntax, units: readonly Unit[], index: ActorIndex): Unit[] {
  const introduced = introducedIn(s, units, index);
  if (introduced.length === 0) return [...units];
  let all = [...units];
  const covered = (first: number, last: number) => all.filter((unit) => unit.last >= first && unit.first <= last);
  const put = (unit: Unit) => {
    const gone = new Set(covered(unit.first, unit.last));
    all = [...all.filter((other) => !gone.has(other)), unit].sort((a, b) => a.first - b.first);
  };
  for (const { acronym, first, last } of introduced) {
    const long = covered(first, last);
    const whole = long.find(
      (unit) => unit.last === last && unit.first <= first && unit.what.is !== "noun" && unit.what.is !== "pronoun",
    );
    // "the Israeli Defence Forces": nationality and body are read as they are
    const state =
      long.at(-1)?.what.is === "body" && long.every((unit) => unit.what.is === "body" || unit.what.is === "country");
    if (whole === undefined && !state)
      put({ first, last, head: topOf(s, first, last), what: { is: "named", kind: "organisation" } });
    const of = (whole ?? (state ? long.at(-1)! : covered(first, last)[0]!)).last;
    const known = whole?.what.is === "known" ? new Set(whole.what.known.map(identity)) : new Set<string>();
    for (let t = 0; t < s.length; t++) {
      if (t >= first && t <= last) continue;
      const end = endOfShort(s, t);
      if (s.text.slice(s.start[t]!, s.end[end]!) !== acronym && word(s, t) !== acronym) continue;
      const until = word(s, t) === acronym ? t : end;
      const here = covered(t, until);
      // Inside a longer name: "LRA Monitoring Group"
      if (here.some((unit) => (unit.first < t || unit.last > until) && unit.what.is === "known")) continue;
      const namesakes = here.flatMap((unit) => (unit.what.is === "known" ? unit.what.known : []));
      const same = namesakes.filter((k) => known.has(identity(k)));
      const what: Unit["what"] =
        same.length > 0
          ? { is: "known", known: same, heard: false }
          : { is: "acronym", of, namesakes: distinct(namesakes) };
      put({ first: t, last: until, head: topOf(s, t, until), what });
      t = until;
    }
  }
  return all;
}

const distinct = (known: readonly Known[]): Known[] => [...new Map(known.map((k) => [identity(k), k])).values()];
