import type { Quantity } from "../../../core/layers.ts";
import type { Bound } from "../../../core/ledger.ts";
import { hull } from "../../../core/span.ts";
import { child, children, rangeSpan, relation, tokenAt, upos } from "../../../core/tree.ts";
import type { Figure, Reading } from "./figure.ts";
import { isOpened } from "./parts.ts";
import { countsPeople, isOne, namesSomebody, oneOf, sideOf } from "./people.ts";
import { everySide, loser, onSide, outOf, payer, sideList } from "./sides.ts";
import { amountAt, amountBefore, figureReached, isNounLike, tallyOver, victimsOf } from "./victims.ts";
import { phrase } from "./wording.ts";

interface Counted {
  readonly victim: number;
  readonly quantity: Quantity;
  /** "Rebels lost 15 fighters and *the army* six": the side whose they are, named beside the number; -1 where none is. */
  readonly side: number;
}

export interface Whole {
  readonly figure: Figure;
  readonly victims: readonly number[];
}

/**
 * The figures of one word of harm. Those of one side are one figure: "eight soldiers and at least four policemen were wounded" is 12
 * and up. Sides that fight each other, and soldiers and civilians, are counted apart.
 */
export function wholeFigures(reading: Reading): Whole[] {
  const { s, trigger, amounts, used } = reading;
  if (isOnesState(reading)) return [];
  const victims = victimsOf(s, trigger, amounts).filter(
    (v, i) => !harmedApart(reading, v) && !isOfAnotherHarm(reading, v) && !(i > 0 && isPart(reading, v)),
  );
  const counted: Counted[] = [];
  const take = (victim: number, quantity: Quantity | null): void => {
    if (!quantity || used.has(quantity) || !countsPeople(s, quantity, reading)) return;
    used.add(quantity);
    counted.push({ victim, quantity, side: sideBeside(reading, quantity) });
  };
  const adjacent = amountBefore(s, trigger, amounts);
  if (adjacent && !victims.some((v) => amountAt(reading, v) === adjacent))
    take(adjacent.value.of >= 0 ? adjacent.value.of : adjacent.head, adjacent);
  if (counted.length === 0)
    for (const victim of victims) take(victim, amountAt(reading, victim) ?? numberBeside(reading, victim));
  for (const { quantity, side } of sideList(
    reading,
    counted.map(({ quantity }) => quantity),
  )) {
    used.add(quantity);
    counted.push({ victim: quantity.head, quantity, side });
  }
  // "a man and his granddaughter", "the mayor and two guards": each of several that has no number is one
  if (counted.length > 0 && victims.length > 1) {
    for (const victim of victims) {
      if (
        counted.some((c) => c.victim === victim || nounOf(c) === victim) ||
        amounts.of(victim) ||
        counted.some((c) => isSamePerson(reading, nounOf(c), victim)) ||
        !isOne(s, victim, reading.classes)
      )
        continue;
      counted.push({ victim, quantity: oneOf(s, victim, reading.classes), side: -1 });
    }
  }
  const labelled = counted.length === 0 ? afterColon(reading) : null;
  if (labelled) take(labelled.head, labelled);
  const known =
    counted.length === 0 && s.xpos[trigger.head] !== "VB" ? victims.filter((v) => isKnownOne(reading, v)) : [];
  if (known.length > 0 && known.length === victims.length)
    for (const victim of known) counted.push({ victim, quantity: oneOf(s, victim, reading.classes), side: -1 });
  if (counted.length === 0) {
    const standsForThem = trigger.harm!.victim.includes("figure") || isNounLike(s, trigger.head);
    const tally = standsForThem ? null : tallyOver(s, trigger, victims, reading.small.tally!);
    const reached = standsForThem || tally ? figureReached(reading, tally?.at ?? trigger.head) : null;
    if (reached) take(tally?.people ?? (reached.value.of >= 0 ? reached.value.of : reached.head), reached);
  }
  counted.sort((a, b) => a.quantity.head - b.quantity.head);
  const first = counted[0];
  if (!first) return [];
  const rest = counted.slice(1);
  if (isSum(reading, first, rest)) {
    for (const { quantity } of rest) used.delete(quantity);
    return [{ figure: figureOf(reading, [first], false), victims }];
  }
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const side = sideOf(s, nounOf(one), reading.classes);
    const ofSide =
      one.side >= 0
        ? one.side
        : side === "unknown" && s.xpos[nounOf(one)] === "NNS" && reading.who.isSide(nounOf(one))
          ? nounOf(one)
          : -1;
    const key =
      ofSide >= 0
        ? `of ${reading.who.at(ofSide)}`
        : side === "unknown"
          ? (groups.keys().next().value ?? side)
          : groups.has("unknown")
            ? "unknown"
            : side;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    figure: figureOf(reading, group, known.length > 0 || areKin(reading, group)),
    victims: group.map((g) => g.victim),
  }));
}

/** "Lost 15 fighters and the army *six*": a number that stands behind a side, in a list of others. */
function numberBeside({ s, amounts }: Reading, victim: number): Quantity | null {
  const number = children(s, victim).find((c) => c === victim + 1 && s.deprel[c] === "flat" && upos(s, c) === "NUM");
  return number === undefined || relation(s, victim) !== "conj" ? null : amounts.of(number);
}

function sideBeside({ s, who }: Reading, { head, value }: Quantity): number {
  if (value.of >= 0 || upos(s, head) !== "NUM") return -1;
  const side = relation(s, head) === "flat" ? s.head[head]! : child(s, head, "compound");
  return side === head - 1 && who.at(side) !== null ? side : -1;
}

/** "Killed: *12*": the number that stands behind a heading. */
function afterColon({ s, trigger: { head }, amounts }: Reading): Quantity | null {
  const number = children(s, head).find((c) => c === head + 2 && upos(s, c) === "NUM" && s.lower[head + 1] === ":");
  return number === undefined ? null : amounts.of(number);
}

/** "A *wounded* teacher said": what describes one person counts nobody. */
const isOnesState = ({ s, trigger: { head } }: Reading): boolean =>
  relation(s, head) === "amod" && s.head[head]! > head && /^NNP?$/.test(s.xpos[s.head[head]!]!);

/** "*The driver* died", "wounded *his cousin*", "killed *Raúl Ibarra*": one person, pointed at or named; not "every man", "no driver". */
function isKnownOne({ s, who, classes, small }: Reading, victim: number): boolean {
  if (who.isPerson(victim) && NAMED.test(s.xpos[victim]!)) return true;
  if (!isOne(s, victim, classes) || upos(s, victim) !== "NOUN" || small.tally!.has(s.lemma[victim]!)) return false;
  return children(s, victim).some(
    (c) => s.deprel[c] === "nmod:poss" || (relation(s, c) === "det" && small.definite!.has(s.lower[c]!)),
  );
}

/** "*A farmer, Ahmed Ali*, and his two sons": called twice, and one man. */
const isSamePerson = ({ s, who }: Reading, noun: number, name: number): boolean =>
  s.xpos[name] === "NNP" && who.at(name) !== null && who.at(noun) === who.at(name);

/** "A farmer who lost *his wife* and *four of his children*": somebody's own, who may be among those counted elsewhere. */
const areKin = ({ s, classes }: Reading, counted: readonly Counted[]): boolean =>
  counted.some((c) => isOne(s, nounOf(c), classes)) &&
  counted.every((c) => children(s, nounOf(c)).some((p) => s.deprel[p] === "nmod:poss" && s.xpos[p] === "PRP$"));

const NAMED = /^(?:NNP|PRP)$/;

/** "71 soldiers killed, 12 wounded and some men missing": one of a list of whom another harm is told. */
function harmedApart({ s, trigger, harmed }: Reading, victim: number): boolean {
  if (relation(s, victim) !== "conj") return false;
  return children(s, victim).some((c) => c !== trigger.head && relation(s, c) === "acl" && harmed.has(c));
}

/** "Left nine dead, *twelve wounded* and *three* missing": one of a list that has a word of harm of its own. */
function isOfAnotherHarm({ s, trigger, harmed, amounts }: Reading, victim: number): boolean {
  if (relation(s, victim) !== "conj") return false;
  const isOther = (t: number): boolean => harmed.has(t) && !trigger.tokens.includes(t);
  const quantity = amounts.of(victim);
  return isOther(victim) || (quantity?.head === victim && isOther(tokenAt(s, quantity.span[1] - 1) + 1));
}

/** "24 fighters, *among them two commanders*": a part that the parser joins to its whole, or sets beside it. */
function isPart(reading: Reading, victim: number): boolean {
  const quantity = reading.amounts.of(victim);
  return quantity !== null && isOpened(reading, quantity);
}

/** "131 civilians, 102 men, 17 women and 12 children": the first is the sum of the others, which are its parts. */
function isSum({ s, classes }: Reading, first: Counted, rest: readonly Counted[]): boolean {
  const ones = children(s, nounOf(first)).filter(
    (c) => relation(s, c) === "appos" && isOne(s, c, classes) && !rest.some((r) => nounOf(r) === c),
  );
  const sum = rest.reduce((n, { quantity }) => n + quantity.value.low, ones.length);
  // "two guards, a driver and a girl" are four
  if (ones.length === 0 && rest.every((r) => r.quantity.value.low === 1 && upos(s, nounOf(r)) === "NOUN")) return false;
  return rest.length + ones.length > 1 && sum === first.quantity.value.low;
}

const nounOf = ({ victim, quantity }: Counted): number => (quantity.value.of >= 0 ? quantity.value.of : victim);

function figureOf(reading: Reading, counted: readonly Counted[], known: boolean): Figure {
  const { s, trigger, who, before, small } = reading;
  const values = counted.map(({ quantity }) => quantity.value);
  // "dozens were hurt", "the dead": a number or the word of harm itself names nobody
  const numbers = new Set(counted.flatMap(({ quantity: { head, value } }) => (head === value.of ? [] : [head])));
  const words = counted.map(nounOf).filter((t) => namesSomebody(s, t) && t !== trigger.head && !numbers.has(t));
  const own = words.filter((t) => !small["the-harmed"]!.has(s.lemma[t]!));
  const nouns = own.length > 0 ? own : outOf(reading);
  const named = [...new Set(nouns.filter((t) => upos(s, t) !== "PRON").map((t) => phrase(s, t)))];
  const said = words.length === 0 && nouns.length === 0 && before !== null && before.nouns.length > 0 ? before : null;
  // "seventeen policemen were killed and nine others wounded"
  const rest = before !== null && words.every((t) => small["the-rest"]!.has(s.lemma[t]!)) ? before.who : null;
  const worded = [...new Set(nouns.map((t) => who.at(t)).filter((id) => id !== null))];
  const every = everySide(reading, own);
  const beside = counted.find(({ side }) => side >= 0);
  const told =
    (beside ? who.at(beside.side) : null) ??
    payer(reading) ??
    onSide(reading) ??
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
