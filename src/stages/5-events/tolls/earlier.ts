import type { Quantity } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { isBelow, relation, tokenAt, upos } from "../../../core/tree.ts";
import { belongs } from "../../../lexicon/pattern.ts";
import type { Figure, Reading } from "./figure.ts";
import { countsPeople } from "./people.ts";

type Words = Pick<Reading, "s" | "amounts" | "classes" | "small">;

/** A number told as what a figure was before: "rose to 18 *from 12*", "41, *up from 35*", "54 dead, *against an initial 38*". */
export interface Former {
  readonly quantity: Quantity;
  /** The number it grew into, where the words set the two side by side ("from 12 to 18"); else whatever figure stands before it. */
  readonly into: Quantity | null;
}

export function formerAmounts(reading: Words): Former[] {
  const { s, amounts } = reading;
  return amounts.within(0, s.length - 1).flatMap((quantity): Former[] => {
    const opener = openerOf(reading, quantity);
    if (opener === null || (!countsPeople(s, quantity, reading) && !isOfDay(reading, quantity))) return [];
    if (opener === "plain") return [{ quantity, into: null }];
    const into = isBare(s, quantity) ? besides(reading, quantity) : undefined;
    return into ? [{ quantity, into }] : [];
  });
}

/** "38 *on Monday*": the day when it was given, and not what is counted. */
const isOfDay = ({ s, classes }: Words, { head, value: { of } }: Quantity): boolean =>
  of > head && relation(s, of) === "nmod" && belongs(s, of, "@time", classes);

/** The earlier figures, each beside the one that took its place. */
export function earlierFigures(s: Syntax, formers: readonly Former[], figures: readonly Figure[]): Figure[] {
  return formers.flatMap(({ quantity, into }) => {
    const figure = figures.findLast((f) => {
      if (f.partOf !== null || s.sentence[f.head] !== s.sentence[quantity.head]) return false;
      return into ? f.head === into.head : f.head < quantity.head && isClear(s, f, quantity.head);
    });
    if (!figure) return [];
    const { low, high, bound } = quantity.value;
    const { head, span } = quantity;
    return [{ ...figure, head, span, low, high, bound, entry: "earlier-figure", replacedBy: figure }];
  });
}

/** How the words before a number call it an earlier one: plainly, or only where the other stands beside it ("from"). */
function openerOf({ s, small }: Words, { head, span }: Quantity): "plain" | "from" | null {
  if (upos(s, head) !== "NUM") return null;
  let t = tokenAt(s, span[0]) - 1;
  let former = false;
  // "up from an earlier *count of* 12"
  if (small.of!.has(s.lower[t] ?? "") && small.tally!.has(s.lemma[t - 1] ?? "")) t -= 2;
  for (; t > 0 && (s.xpos[t] === "DT" || small.former!.has(s.lower[t]!)); t--)
    former ||= small.former!.has(s.lower[t]!);
  if (t < 1 || s.sentence[t] !== s.sentence[head]) return null;
  if (small["grown-from"]!.has(`${s.lower[t - 1]} ${s.lower[t]}`)) return "plain";
  if (small.against!.has(s.lower[t]!) && (former || s.lower[t - 1] === ",")) return "plain";
  if (!small.from!.has(s.lower[t]!)) return null;
  return former ? "plain" : "from";
}

/** The bare number that stands with another: "to 63 *from 58*", "*from 12* on Monday to 18". */
function besides({ s, amounts, small }: Words, quantity: Quantity): Quantity | undefined {
  return amounts.within(quantity.head - APART, quantity.head + APART).find((other) => {
    if (!isBare(s, other) || s.sentence[other.head] !== s.sentence[quantity.head]) return false;
    const [first, last] = [Math.min(other.head, quantity.head), Math.max(other.head, quantity.head)];
    return small.reaches!.has(s.lower[tokenAt(s, other.span[0]) - 1] ?? "") && !hasVerb(s, first, last);
  });
}
const APART = 6;

const isBare = (s: Syntax, { head, value }: Quantity): boolean =>
  upos(s, head) === "NUM" && (value.of < 0 || upos(s, value.of) !== "NOUN");

/** Nothing else is told between a figure and the number behind it. */
const isClear = (s: Syntax, figure: Figure, head: number): boolean =>
  !hasVerb(s, figure.head, head, figure.trigger.tokens, figure.head) && figure.trigger.head < head;

/** `told`: a word whose teller is no such verb: "has reached 15, the ministry *said*, down from 20". */
function hasVerb(s: Syntax, first: number, last: number, but: readonly number[] = [], told = -1): boolean {
  for (let t = first + 1; t < last; t++) {
    if (!/^VB[DPZG]?$/.test(s.xpos[t]!) || upos(s, t) !== "VERB" || but.includes(t)) continue;
    if (told < 0 || !isBelow(s, told, t)) return true;
  }
  return false;
}
