import { preposition } from "../../../core/arguments.ts";
import type { Quantity } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { child, children, conjuncts, relation, tokenAt, upos } from "../../../core/tree.ts";
import { belongs } from "../../../lexicon/pattern.ts";
import type { EventKnowledge } from "../knowledge.ts";
import type { Who } from "../who.ts";
import type { Amounts, Figure, Reading } from "./figure.ts";
import { isHandful, partOf } from "./parts.ts";

/** A number of those harmed, and the noun that they are called. */
export interface Share {
  readonly quantity: Quantity;
  readonly noun: number;
}

/** "*Three* of the dead were *children*", "among the dead were *two policemen*", "the dead include *four women*": some of those whom a word of harm stands for. Takes their numbers. */
export function sharesOf(reading: Reading): Share[] {
  const { s, trigger, used } = reading;
  const rel = relation(s, trigger.head);
  const anchor = rel === "acl" ? s.head[trigger.head]! : trigger.head;
  if (upos(s, anchor) === "VERB" && anchor === trigger.head && rel !== "nmod" && rel !== "obl") return [];
  const found = [...takenOut(reading, anchor), ...among(reading, anchor), ...included(reading, anchor)];
  for (const { quantity } of found) used.add(quantity);
  return found;
}

/** "*Four* of the dead were *women*". */
function takenOut({ s, amounts, small, classes }: Reading, anchor: number): Share[] {
  const number = s.head[anchor]!;
  if (relation(s, anchor) !== "nmod" || number < 0 || upos(s, number) !== "NUM") return [];
  const quantity = small.of!.has(preposition(s, anchor)) ? amounts.of(number) : null;
  const noun = s.head[number]!;
  return quantity && isCalled(s, number, noun, classes) ? [{ quantity, noun }] : [];
}

/** "*Two children* were among the dead", "among those killed were *two policemen and a nurse*". */
function among(reading: Reading, anchor: number): Share[] {
  const { s, trigger, small, amounts } = reading;
  if (!small.among!.has(preposition(s, anchor))) return [];
  const above = s.head[anchor]!;
  const places = /^(?:obl|nmod)$/.test(relation(s, anchor)) && above >= 0 ? [above] : [];
  // "counts two officers among the dead"
  const objects = places.flatMap((t) => children(s, t).filter((c) => s.deprel[c] === "obj"));
  const subjects = [anchor, trigger.head, ...places].flatMap((t) =>
    children(s, t).filter((c) => relation(s, c) === "nsubj" && c !== anchor),
  );
  // "two officers among the dead"
  const beside = places.filter((t) => relation(s, anchor) === "nmod" && amounts.of(t)?.value.of === t);
  return counted(reading, [objects, beside, subjects].find((tokens) => tokens.length > 0) ?? []);
}

/** "The dead include *four women*". */
function included(reading: Reading, anchor: number): Share[] {
  const { s, small } = reading;
  const verb = s.head[anchor]!;
  if (relation(s, anchor) !== "nsubj" || verb < 0 || !small.comprises!.has(s.lemma[verb]!)) return [];
  return counted(
    reading,
    children(s, verb).filter((c) => s.deprel[c] === "obj"),
  );
}

function counted({ s, amounts, used, classes, who }: Reading, tokens: readonly number[]): Share[] {
  return [...new Set(tokens.flatMap((t) => conjuncts(s, t)))].flatMap((noun) => {
    const quantity = amounts.of(noun);
    if (!quantity || used.has(quantity) || quantity.value.high === 0 || isHandful(quantity)) return [];
    return isPerson(s, noun, classes) || who.at(noun) !== null ? [{ quantity, noun }] : [];
  });
}

const isPerson = (s: Syntax, noun: number, classes: Reading["classes"]): boolean =>
  (upos(s, noun) === "NOUN" || upos(s, noun) === "PROPN") && belongs(s, noun, "@person", classes);

/** "Four were *women*": what those counted are said to be. */
const isCalled = (s: Syntax, number: number, noun: number, classes: Reading["classes"]): boolean =>
  relation(s, number) === "nsubj" && noun >= 0 && child(s, noun, "cop") >= 0 && isPerson(s, noun, classes);

/** The figure that a share is counted in: the last one told of that harm that is no smaller. */
export function shareOf(
  reading: Pick<Reading, "s" | "who" | "trigger">,
  told: readonly Figure[],
  { quantity, noun }: Share,
): Figure {
  const { trigger } = reading;
  const { harm, id: entry } = trigger.harm!;
  const whole = told.findLast(
    (f) => f.harm === harm && f.partOf === null && !f.share && f.low >= quantity.value.low && f.head !== quantity.head,
  );
  return { ...partOf({ trigger, harm, entry }, whole ?? null, quantity, noun, reading), head: quantity.head };
}

/**
 * "Nine were killed. *Four of them* were women", "nine people, *four of whom* were women", "*Four* were women": parts of a figure told just
 * before, said of a pronoun or of a bare number. Where the words before count two harms, nobody says of which they are.
 */
export function sharesOfThem(
  s: Syntax,
  told: readonly Figure[],
  amounts: Amounts,
  who: Who,
  { classes, small }: EventKnowledge,
): Figure[] {
  return amounts.within(0, s.length - 1).flatMap((quantity) => {
    const { head: number, value } = quantity;
    const noun = s.head[number]!;
    if (upos(s, number) !== "NUM" || isHandful(quantity) || !isCalled(s, number, noun, classes)) return [];
    if (value.of >= 0 && !(/^(?:PRP|WP)$/.test(s.xpos[value.of]!) && small.of!.has(preposition(s, value.of))))
      return [];
    if (told.some((f) => f.head === number)) return [];
    const sentence = s.sentence[number]!;
    const before = told.filter((f) => f.head < number && f.partOf === null && !f.share && f.trigger.head < number);
    const own = before.filter((f) => s.sentence[f.head] === sentence).slice(-1);
    const near = own.length > 0 ? own : before.filter((f) => s.sentence[f.head] === sentence - 1);
    const whole = near.find((f) => f.low >= value.low && f.low > 1);
    if (!whole || new Set(near.map(({ harm }) => harm)).size > 1) return [];
    const { trigger, harm } = whole;
    return [
      partOf(
        { trigger: { ...trigger, head: number, tokens: [number] }, harm, entry: "bare-share" },
        whole,
        quantity,
        noun,
        { s, who },
      ),
    ];
  });
}

/** "*A dozen of whom* had lost a limb": a number that a relative takes out of those told of just before it. */
export const isTakenOut = (s: Syntax, { head, span }: Figure, small: Reading["small"]): boolean => {
  const next = tokenAt(s, span[1] - 1) + 1;
  return upos(s, head) === "NUM" && small.of!.has(s.lower[next] ?? "") && s.xpos[next + 1] === "WP";
};
