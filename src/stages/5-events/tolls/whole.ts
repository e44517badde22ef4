import type { Quantity } from "../../../core/layers.ts";
import { child, children, relation, tokenAt, upos } from "../../../core/tree.ts";
import { type Counted, figureOf, nounOf } from "./counted.ts";
import type { Figure, Reading } from "./figure.ts";
import { isOpened } from "./parts.ts";
import { countsPeople, isOne, oneOf, sideOf } from "./people.ts";
import { sideList } from "./sides.ts";
import { amountAt, amountBefore, figureReached, isNounLike, tallyOver, victimsOf } from "./victims.ts";

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
  // "two of the wounded died, raising the toll to 15": says nothing of how many were wounded
  const isTaken = relation(s, trigger.head) === "nmod" && upos(s, s.head[trigger.head]!) === "NUM";
  if (counted.length === 0 && !isTaken) {
    const standsForThem = trigger.harm!.victim.includes("figure") || isNounLike(s, trigger.head);
    const tally = standsForThem ? null : tallyOver(s, trigger, victims, reading.small.tally!);
    const reached = standsForThem || tally ? figureReached(reading, tally?.at ?? trigger.head) : null;
    const people = tally?.people ?? -1;
    if (reached) take(people >= 0 ? people : reached.value.of >= 0 ? reached.value.of : reached.head, reached);
  }
  const none = counted.length === 0 ? joinedNone(reading) : null;
  if (none) counted.push({ victim: trigger.head, quantity: none, side: -1 });
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
    const key = countsAgain(reading, one, first)
      ? `again ${one.victim}`
      : ofSide >= 0
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

/** "120 families, *or about 700 people*": the same ones, counted otherwise. */
const countsAgain = ({ s, small }: Reading, { victim }: Counted, first: Counted): boolean =>
  victim !== first.victim && children(s, victim).some((c) => relation(s, c) === "cc" && small.or!.has(s.lower[c]!));

/** "*No* deaths or *injuries*": the word that there were none is said of both. */
function joinedNone({ s, trigger: { head }, amounts }: Reading): Quantity | null {
  const first = relation(s, head) === "conj" ? amounts.of(s.head[head]!) : null;
  return first?.value.high === 0 && first.value.of === s.head[head] && !amounts.of(head)
    ? { ...first, value: { ...first.value, of: head } }
    : null;
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
