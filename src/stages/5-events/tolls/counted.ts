import type { Quantity } from "../../../core/layers.ts";
import type { Bound } from "../../../core/ledger.ts";
import { hull } from "../../../core/span.ts";
import { children, rangeSpan, relation, upos } from "../../../core/tree.ts";
import { belongs } from "../../../lexicon/pattern.ts";
import type { Figure, Reading } from "./figure.ts";
import { namesSomebody } from "./people.ts";
import { amongSide, everySide, loser, onSide, outOf, payer } from "./sides.ts";
import { phrase } from "./wording.ts";

/** A number, and those whom it counts. */
export interface Counted {
  readonly victim: number;
  readonly quantity: Quantity;
  /** "Rebels lost 15 fighters and *the army* six": the side whose they are, named beside the number; -1 where none is. */
  readonly side: number;
}

/** The noun that a number counts; the number itself where there is none. */
export const nounOf = ({ victim, quantity }: Counted): number => (quantity.value.of >= 0 ? quantity.value.of : victim);

/** "Took 12 *prisoner*": what becomes of those counted, or the word of harm itself. */
const isState = ({ s, trigger, amounts }: Reading, t: number): boolean =>
  t === trigger.head || (trigger.tokens.includes(t) && s.xpos[t] === "NN" && (amounts.of(t)?.value.low ?? 1) > 1);

/** "60 women and *children*", "dozens of women and *children*": those whom the number counts together with its noun. */
function sharing({ s, amounts, classes }: Reading, { quantity, ...one }: Counted): number[] {
  const noun = nounOf({ quantity, ...one });
  return [...children(s, noun), ...(quantity.head === noun ? [] : children(s, quantity.head))].filter(
    (c) =>
      relation(s, c) === "conj" &&
      s.xpos[c] === "NNS" &&
      !amounts.of(c) &&
      belongs(s, c, "@person", classes) &&
      children(s, c).every((d) => !/^(?:det|nummod|nmod:poss)/.test(s.deprel[d]!)) &&
      children(s, c).some((d) => relation(s, d) === "cc" && d === noun + 1),
  );
}

/** The figure of those whom a word of harm counts together; `known`: they are named, or pointed at as known. */
export function figureOf(reading: Reading, counted: readonly Counted[], known: boolean): Figure {
  const { s, trigger, who, before, small } = reading;
  const values = counted.map(({ quantity }) => quantity.value);
  // "dozens were hurt", "the dead": a number or the word of harm itself names nobody
  const numbers = new Set(counted.flatMap(({ quantity: { head, value } }) => (head === value.of ? [] : [head])));
  const words = counted
    .flatMap((one) => [nounOf(one), ...sharing(reading, one)])
    .filter((t) => namesSomebody(s, t) && !isState(reading, t) && !numbers.has(t));
  const own = words.filter((t) => !small["the-harmed"]!.has(s.lemma[t]!));
  const nouns = own.length > 0 ? own : outOf(reading).filter((t) => upos(s, t) !== "NUM");
  const named = [...new Set(nouns.filter((t) => upos(s, t) !== "PRON").map((t) => phrase(s, t)))];
  const said = words.length === 0 && nouns.length === 0 && before !== null && before.nouns.length > 0 ? before : null;
  // "seventeen policemen were killed and nine others wounded"
  const rest = before !== null && words.every((t) => small["the-rest"]!.has(s.lemma[t]!)) ? before.who : null;
  const worded = [...new Set(nouns.map((t) => who.at(t)).filter((id) => id !== null))];
  const every = everySide(reading, own);
  const beside = counted.find(({ side }) => side >= 0);
  const among = own.length === 0 ? amongSide(reading) : null;
  const told =
    among ??
    (beside ? who.at(beside.side) : null) ??
    payer(reading) ??
    (trigger.harm!.side === "poss" && own.length > 0 ? null : onSide(reading)) ??
    rest ??
    (worded.length > 0 ? null : loser(reading, nouns)) ??
    (nouns.length === 0 ? (who.at(trigger.head) ?? said?.who ?? null) : null);
  const sole = every < 0 || beside ? told : null;
  // "three soldiers and a farmer were killed": a figure of several bodies is none's alone
  const bodies = sole !== null ? [sole] : every < 0 ? worded : [];
  // "a Frenchman and two Italians" are not all Italians
  const areAll = nouns.every((t) => who.at(t) !== null || upos(s, t) === "PRON" || small["the-rest"]!.has(s.lemma[t]!));
  return {
    trigger,
    harm: trigger.harm!.harm,
    head: counted[0]!.quantity.head,
    span: hull(counted.map(({ quantity }) => quantity.span)),
    who: bodies.length === 1 && (sole !== null || areAll) ? bodies[0]! : null,
    bodies,
    sides: every < 0 ? null : children(s, every).some((c) => small.apiece!.has(s.lower[c]!)) ? "each" : "all",
    whoText:
      every >= 0
        ? s.text.slice(...rangeSpan(s, s.left[every]! + 1, every))
        : named.length > 0
          ? named.join(", ")
          : (said?.whoText ?? [...small.anyone!][0]!),
    nouns: said ? said.nouns : nouns,
    low: values.reduce((sum, v) => sum + v.low, 0),
    high: values.some((v) => v.high === null) ? null : values.reduce((sum, v) => sum + v.high!, 0),
    bound: joint(values.map((v) => v.bound)),
    entry: trigger.harm!.id,
    among: among !== null && sole === among,
    partOf: null,
    share: false,
    singles: values.every(({ low, high }) => low === 1 && high === 1),
    known,
    replacedBy: null,
    model: null,
  };
}

const joint = (bounds: readonly Bound[]): Bound =>
  bounds.every((b) => b === bounds[0]) ? bounds[0]! : (bounds.find((b) => b !== "exact") ?? "exact");
