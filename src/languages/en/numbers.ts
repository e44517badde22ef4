import type { NumberReading } from "../../core/language.ts";
import type { Bound } from "../../core/ledger.ts";
import { type Syntax, UPOS } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import type { BoundEffect, BoundWord } from "../../lexicon/numbers.ts";
import { type Cardinal, cardinalAt } from "./cardinals.ts";
import { makePhrases, type Phrases } from "./phrases.ts";

/** Bounds may follow one another ("at least some 20"), but not without end. */
const MOST_BOUNDS = 4;

type Amount = Pick<NumberReading, "low" | "high" | "bound">;

/**
 * Reads the numbers of countable things: "at least 10", "between 35 and 40", "two dozen", "scores", "no".
 * Left out: ordinals, decimals, money, shares, ages and spans in compounds ("a 32-year-old"), numbers that are names ("AK-47", "Resolution 1701").
 * Numbers inside dates are read too: the stage drops those within a time.
 */
export function makeNumbers(lexicon: Pick<LexiconData, "numbers" | "bounds" | "aged">) {
  const words = makePhrases(lexicon.numbers.map((row) => [row.words, row] as const));
  const aged = new Set(lexicon.aged);
  const side = (which: BoundWord["side"]) =>
    makePhrases(lexicon.bounds.filter((row) => row.side === which).map((row) => [row.words, row.effect] as const));
  const before = side("before");
  const after = side("after");

  return (s: Syntax): readonly NumberReading[] => {
    const found: NumberReading[] = [];
    for (let t = 0; t < s.length; ) {
      const reading = readingAt(t);
      if (reading) {
        found.push(reading);
        t = reading.last + 1;
      } else t++;
    }
    return found;

    function readingAt(t: number): NumberReading | null {
      const between = s.lower[t] === "between";
      const effects: BoundEffect[] = [];
      let at = between ? t + 1 : t;
      for (let bound = before.at(s.lower, at); bound && effects.length < MOST_BOUNDS; bound = before.at(s.lower, at)) {
        if (s.sentence[bound.next] !== s.sentence[t]) break;
        effects.push(bound.value);
        at = pastMarks(s, bound.next);
      }
      // "some" and "over" begin a bound only before a number; a bare "some" is an amount of its own.
      const number = cardinalAt(s, at, words) ?? (at > t ? cardinalAt(s, t, words) : null);
      if (!number || isName(s, number) || isMeasure(s, number) || isAge(s, number, aged)) return null;
      const own = number.first === t;
      const range = number.kind === "exact" ? rangeAfter(s, number, words, before, between) : null;
      const end = range ?? number;
      const inside = (at: number): boolean => at < s.length && s.sentence[at] === s.sentence[t];
      const trailing = inside(end.next) ? after.at(s.lower, end.next) : null;
      // "twelve people, perhaps more"
      const behind =
        !trailing && inside(end.next + 1) && isPlural(s, end.next) ? after.at(s.lower, end.next + 1) : null;
      const effect = strongest(own ? [] : effects, (trailing ?? behind)?.value);
      if (between && !range) return null;
      return {
        ...amount(range ? inSameUnit(s, number, range, words) : number, range, effect),
        first: t,
        last: (trailing?.next ?? end.next) - 1,
        head: headOf(s, number),
      };
    }
  };
}

const isPlural = (s: Syntax, t: number): boolean => s.xpos[t] === "NNS";

/** The effect that decides: "at least about 20" is at least 20. */
function strongest(before: readonly BoundEffect[], after: BoundEffect | undefined): BoundEffect {
  const all = after ? [...before, after] : before;
  return (
    all.find((effect) => effect !== "about" && effect !== "exact") ??
    all.find((effect) => effect === "about") ??
    "exact"
  );
}

function amount(number: Cardinal, range: Cardinal | null, effect: BoundEffect): Amount {
  const n = number.value;
  if (number.kind === "none") return { low: 0, high: 0, bound: "exact" };
  if (number.kind === "vague") {
    if (effect === "at-most" || effect === "less-than") return { low: 0, high: null, bound: "vague" };
    return { low: n, high: null, bound: "vague" };
  }
  if (range) {
    if (effect === "at-most" || effect === "less-than") return { low: 0, high: range.value, bound: "at-most" };
    return { low: n, high: range.value, bound: effect === "about" ? "about" : "exact" };
  }
  const bounds: Readonly<Record<BoundEffect, Amount>> = {
    "at-least": { low: n, high: null, bound: "at-least" },
    "more-than": { low: n + 1, high: null, bound: "at-least" },
    "at-most": { low: 0, high: n, bound: "at-most" },
    "less-than": { low: 0, high: Math.max(0, n - 1), bound: "at-most" },
    about: { low: n, high: n, bound: "about" satisfies Bound },
    exact: { low: n, high: n, bound: "exact" },
  };
  return bounds[effect];
}

/** Verbs whose "from 12 to 40" is one amount: "estimates range from 12 to 40". */
const RANGES = new Set(["range", "vary", "lie"]);

/** "35 to 40", "35-40", "two or three", "between 35 and 40"; "rose from 3 to 5" and "by 3 to 5" are two numbers, a score of 3-1 no range. */
function rangeAfter(
  s: Syntax,
  number: Cardinal,
  words: Parameters<typeof cardinalAt>[2],
  bounds: Phrases<BoundEffect>,
  between: boolean,
): Cardinal | null {
  const link = s.lower[number.next];
  const joined = s.start[number.next] === s.end[number.next - 1] && s.start[number.next + 1] === s.end[number.next];
  // "three, *possibly* four, people"
  const comma = link === "," && !between ? bounds.at(s.lower, number.next + 1) : null;
  if (comma?.value === "about" && s.sentence[comma.next] === s.sentence[number.first]) {
    const more = cardinalAt(s, comma.next, words);
    return more?.kind === "exact" && more.value > number.value && more.value <= 2 * number.value ? more : null;
  }
  const links = between
    ? link === "and" || link === "to"
    : link === "to" || link === "or" || (joined && /^[-–]$/.test(link ?? ""));
  if (!links || s.sentence[number.next + 1] !== s.sentence[number.first]) return null;
  const from = number.first - 1;
  const isRange = from > 0 && s.lower[from] === "from" && RANGES.has(s.lemma[from - 1]!);
  if (link === "to" && from >= 0 && /^(?:from|by)$/.test(s.lower[from]!) && !isRange) return null;
  // "two or possibly three"
  const hedge = link === "or" ? bounds.at(s.lower, number.next + 1) : null;
  const second = cardinalAt(s, hedge?.next ?? number.next + 1, words);
  if (second?.kind !== "exact" || second.value <= number.value) return null;
  if (link === "or" && second.value > 2 * number.value) return null;
  return second;
}

/** "Two to three hundred": the first takes the second's magnitude where it is written once. */
function inSameUnit(s: Syntax, number: Cardinal, range: Cardinal, words: Parameters<typeof cardinalAt>[2]): Cardinal {
  const unit = range.next - range.first > 1 ? words.at(s.lower, range.next - 1)?.value : undefined;
  if (unit?.kind !== "magnitude" || number.next > number.first + 1) return number;
  const value = number.value * unit.value;
  return value < range.value ? { ...number, value } : number;
}

const NOUNS = [UPOS.indexOf("NOUN"), UPOS.indexOf("PROPN")];

/** "AK-47", "Resolution 1701", "Flight 370": digits that name the noun before them. */
function isName(s: Syntax, number: Cardinal): boolean {
  const t = number.first;
  if (!/^\d/.test(s.lower[t]!)) return false;
  if (/^0\d/.test(s.lower[t]!)) return true;
  if (t === 0 || s.sentence[t - 1] !== s.sentence[t]) return false;
  const previous = s.text.slice(s.start[t - 1], s.end[t - 1]);
  if (/^[-–#]$/.test(previous) && s.end[t - 1] === s.start[t])
    return t < 2 || /\p{L}$/u.test(s.lower[t - 2]!) || previous === "#";
  if (/^no\.?$|^nos\.?$/.test(s.lower[t - 1]!)) return true;
  return s.head[t] === t - 1 && NOUNS.includes(s.upos[t - 1]!) && !s.xpos[t - 1]!.endsWith("S");
}

/** "$5 million", "30 %", "a 32-year-old", "1.5". */
function isMeasure(s: Syntax, number: Cardinal): boolean {
  const { first, next } = number;
  if (first > 0 && /^(?:\p{L}{0,3}[$€£¥]|#)$/u.test(s.lower[first - 1]!)) return true;
  if (next >= s.length || s.sentence[next] !== s.sentence[first]) return false;
  if (/^(?:%|percent|per|pc)$/.test(s.lower[next]!)) return s.lower[next] !== "per" || s.lower[next + 1] === "cent";
  const hyphen = s.lower[next] === "-" && s.start[next] === s.end[next - 1];
  return (
    hyphen && /^(?:year|month|week|day|hour|minute|mile|km|kilomet|met|pound|kg|ton)/.test(s.lower[next + 1] ?? "")
  );
}

/** "a boy of nine", "Earl Mountbatten, 79,", "who was 32", "aged 15": ages, as against "a group of nine". */
function isAge(s: Syntax, number: Cardinal, aged: ReadonlySet<string>): boolean {
  const { first, next } = number;
  if (number.kind !== "exact" || number.value > 110 || first < 2 || s.sentence[first - 2] !== s.sentence[first])
    return false;
  const before = s.lower[first - 1]!;
  const follows = s.sentence[next] === s.sentence[first] ? s.lower[next]! : ".";
  const ends = /^[.,;:)]$/.test(follows) || s.head[first]! < first;
  const noun = s.xpos[first - 2];
  if (/^ages?d?$/.test(before)) return true;
  if (before === "of") return ends && s.head[first] === first - 2 && noun === "NN" && aged.has(s.lower[first - 2]!);
  if (before === ",") return /^[.,;)]$/.test(follows) && noun === "NNP" && s.name[first - 2] !== 0;
  return (
    /^(?:is|was|be|turned)$/.test(before) && /^(?:who|he|she|i)$/.test(s.lower[first - 2]!) && /^[.,;:)]$/.test(follows)
  );
}

/** Past quotation marks and brackets between a bound and its number: "[at least] 142". */
function pastMarks(s: Syntax, t: number): number {
  let at = t;
  while (at < t + 2 && at < s.length && s.sentence[at] === s.sentence[t] && /^["'\]]$/.test(s.lower[at]!)) at++;
  return at;
}

/** The word of the number whose head lies outside it. */
function headOf(s: Syntax, number: Cardinal): number {
  for (let t = number.next - 1; t >= number.first; t--) {
    const head = s.head[t]!;
    if (head < number.first || head >= number.next) return t;
  }
  return number.next - 1;
}
