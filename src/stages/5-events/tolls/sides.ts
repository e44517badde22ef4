import { fillers, isPassive, preposition, surfaceSubject } from "../../../core/arguments.ts";
import type { Quantity } from "../../../core/layers.ts";
import { children, relation, tokenAt, upos } from "../../../core/tree.ts";
import type { Reading } from "./figure.ts";

/** "*Of the 20 soldiers* …, 14 were killed and six captured": those whom bare numbers are taken out of, told ahead of the clause; none elsewhere. */
export function outOf({ s, trigger, small }: Reading): readonly number[] {
  let clause = trigger.head;
  if (relation(s, clause) === "conj") clause = s.head[clause]!;
  return children(s, clause).filter(
    (c) =>
      c < clause &&
      relation(s, c) === "obl" &&
      small.of!.has(preposition(s, c)) &&
      s.left[c] === s.sentenceStart[s.sentence[c]!],
  );
}

/** "*Government* losses", "on *our side* two men fell", "nine died on the *rebel* side": the side whose harm the words of harm or a phrase beside them tell. */
export function onSide(reading: Reading): string | null {
  const { s, trigger, who } = reading;
  const { side } = trigger.harm!;
  const sides = sidesBeside(reading, [trigger.head]);
  const told = sides.flatMap((c) => [c, ...children(s, c).filter((x) => /^(?:compound|amod|nmod)/.test(s.deprel[x]!))]);
  return (
    [...(side ? fillers(s, trigger.head, side) : []), ...told].map((t) => who.at(t)).find((id) => id !== null) ?? null
  );
}

/** "Dozens of dead *among the security forces*", "there were nine killed *among the police*": the side that those counted belong to. */
export function amongSide({ s, trigger: { head }, who, small }: Reading): string | null {
  const above = s.head[head]!;
  const number = above >= 0 && relation(s, head) === "nmod" && upos(s, above) !== "VERB" ? [above] : [];
  const phrases = [head, ...number]
    .flatMap((t) => [...children(s, t)])
    .filter((c) => /^(?:obl|nmod)$/.test(relation(s, c)));
  const side = phrases.find((c) => small.among!.has(preposition(s, c)) && upos(s, c) !== "PRON" && who.isSide(c));
  return side === undefined ? null : who.at(side);
}

/** Phrases of a side that stand beside words: "on our side", "on each side". */
function sidesBeside({ s, trigger, small }: Reading, tokens: readonly number[]): number[] {
  return tokens
    .flatMap((t) => [...children(s, t)])
    .filter(
      (c) =>
        /^(?:obl|nmod)$/.test(relation(s, c)) && small["side-noun"]!.has(s.lemma[c]!) && !trigger.tokens.includes(c),
    );
}

/** "Seven died on *each side*", "there were losses on *both sides*": the words for sides that nobody tells apart; -1 where there are none. */
export function everySide(reading: Reading, victims: readonly number[]): number {
  const { s, trigger, small } = reading;
  const above = s.head[trigger.head]!;
  const verb = above >= 0 && upos(s, above) === "VERB" ? [above] : [];
  const sides = sidesBeside(reading, [trigger.head, ...victims, ...verb]);
  const isEvery = (side: number): boolean =>
    children(s, side).some((c) => relation(s, c) === "det" && small["every-side"]!.has(s.lower[c]!));
  return sides.find(isEvery) ?? -1;
}

/** "*The army* has lost nineteen dead", "killed 30 *at a cost of two wounded*": the subject of the verb of losing whose object the victims or the word of harm are, or whose deed cost them; null where there is none. */
export function loser(reading: Reading, victims: readonly number[]): string | null {
  const { s, trigger, who } = reading;
  for (const t of [trigger.head, ...victims]) {
    const verb = losing(reading, t);
    const subject = verb >= 0 ? surfaceSubject(s, verb) : -1;
    if (subject >= 0) return who.at(subject);
  }
  return payer(reading);
}

/** The verb whose subject loses what a word stands for; -1 where there is none. */
function losing({ s, small }: Reading, token: number): number {
  const verb = relation(s, token) === "obj" ? s.head[token]! : token;
  return small.loses!.has(s.lemma[verb]!) ? verb : -1;
}

/** "*The rebels* killed 30 soldiers at a cost of two wounded", "for the loss of four men": whose deed it was that cost these; null where the words tell of no such price. */
export function payer({ s, trigger: { head: token }, who, small }: Reading): string | null {
  const price = small.price!.has(s.lemma[token]!) ? token : s.head[token]!;
  const paid = price >= 0 && small.price!.has(s.lemma[price]!) && /^(?:obl|nmod)$/.test(relation(s, price));
  const deed = paid && small["paid-for"]!.has(preposition(s, price)) ? s.head[price]! : -1;
  if (deed < 0 || upos(s, deed) !== "VERB" || isPassive(s, deed)) return null;
  const subject = surfaceSubject(s, deed);
  return subject >= 0 ? who.at(subject) : null;
}

/** "Lost men: *the army* nine, *the rebels* fourteen": numbers that each stand right behind the name of a side, one after another, behind a word of loss. */
export function sideList(reading: Reading, told: readonly Quantity[]): { quantity: Quantity; side: number }[] {
  const { s, trigger, amounts, who, used } = reading;
  const { head } = trigger;
  if (!trigger.harm!.side && losing(reading, head) < 0) return [];
  const found: { quantity: Quantity; side: number }[] = [];
  let after = Math.max(head, ...told.map(({ head: t, value }) => Math.max(t, value.of)));
  for (const quantity of amounts.within(after + 1, s.sentenceStart[s.sentence[head]! + 1]! - 1)) {
    const side = tokenAt(s, quantity.span[0]) - 1;
    if (used.has(quantity) || quantity.value.of > quantity.head || !who.isSide(side)) continue;
    if (!isNext(reading, after, s.left[side]! > after ? Math.min(s.left[side]!, side) : side)) break;
    found.push({ quantity, side });
    after = quantity.head;
  }
  return found;
}

/** Nothing but a comma, a colon, a conjunction and an article stand between. */
function isNext({ s }: Reading, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++)
    if (!/^(?:PUNCT|CCONJ|DET|NOUN)$/.test(upos(s, t)) || (upos(s, t) === "NOUN" && t > from + 1)) return false;
  return true;
}
