import { fillers, surfaceSubject } from "../../core/arguments.ts";
import type { Mentions, Quantity } from "../../core/layers.ts";
import type { Bound, Harm } from "../../core/ledger.ts";
import { hull, overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, tokenAt, tokenSpan, upos } from "../../core/tree.ts";
import { belongs, type Classes } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Trigger } from "./triggers.ts";
import type { Who } from "./who.ts";

/** A figure of harm before it is known which event it belongs to. */
export interface Figure {
  readonly trigger: Trigger;
  readonly harm: Harm;
  readonly head: number;
  readonly span: Span;
  readonly who: string | null;
  readonly whoText: string;
  /** Nouns for those harmed. */
  readonly nouns: readonly number[];
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  readonly entry: string;
  /** The figure it is a part of: "five of them children". */
  readonly partOf: Figure | null;
  /** Given as the figure that a toll has reached ("rose to 18"). */
  readonly revises: boolean;
}

/** Quantities by the noun they count and by their number word. */
export interface Amounts {
  of(noun: number): Quantity | null;
  within(first: number, last: number): readonly Quantity[];
}

export function makeAmounts(mentions: Mentions): Amounts {
  const byNoun = new Map<number, Quantity>();
  const byHead = new Map<number, Quantity>();
  for (const quantity of mentions.quantities) {
    if (quantity.value.of >= 0 && !byNoun.has(quantity.value.of)) byNoun.set(quantity.value.of, quantity);
    byHead.set(quantity.head, quantity);
  }
  return {
    of: (noun) => byNoun.get(noun) ?? byHead.get(noun) ?? null,
    within: (first, last) => mentions.quantities.filter((q) => q.head >= first && q.head <= last),
  };
}

/** The figures that the words of harm in a report give, in text order. */
export function readFigures(
  s: Syntax,
  triggers: readonly Trigger[],
  amounts: Amounts,
  who: Who,
  { classes, small, harmOf }: EventKnowledge,
): Figure[] {
  const figures: Figure[] = [];
  const used = new Set<Quantity>();
  for (const told of triggers) {
    const trigger = told.harm ? told : byName(told, harmOf);
    if (!trigger) continue;
    const before = figures.findLast((figure) => figure.partOf === null);
    const inSentence = before && s.sentence[before.head] === s.sentence[trigger.head] ? before : null;
    const reading: Reading = {
      s,
      trigger,
      amounts,
      who,
      classes,
      anyone: [...small.anyone!][0]!,
      tally: small.tally!,
      used,
      before: inSentence,
    };
    const wholes = wholeFigures(reading);
    for (const { figure, victims } of wholes) {
      figures.push(figure);
      figures.push(...parts(reading, figure, victims));
    }
  }
  return figures;
}

/** "Nine were led away", "a massacre of forty villagers": what is told is a harm by its name, to those it befell. */
function byName(trigger: Trigger, harmOf: EventKnowledge["harmOf"]): Trigger | null {
  const { row, type } = trigger;
  const harm = row?.kills ? "killed" : (harmOf.get(type ?? "") ?? null);
  const victim = row?.roles.target ?? "";
  if (!row || !harm || victim === "" || row.stage === "threatened") return null;
  return { ...trigger, harm: { ...row, harm, means: null, victim } };
}

/**
 * "The government keeps to 132; security sources speak of 160": a bare number in somebody's words, told soon after a figure, is
 * another figure of that harm. Numbers already read, and such as count something else, are left.
 */
export function readBareFigures(
  s: Syntax,
  figures: readonly Figure[],
  amounts: Amounts,
  spoken: readonly Span[],
): Figure[] {
  const found: Figure[] = [];
  const told = [...figures].sort((a, b) => a.head - b.head);
  for (const part of spoken) {
    const first = tokenAt(s, part[0]);
    const last = tokenAt(s, part[1] - 1);
    for (const quantity of amounts.within(first, Math.min(last, s.length - 1))) {
      const { low, high, bound, of } = quantity.value;
      if (of >= 0 || low < 5 || upos(s, quantity.head) !== "NUM" || dateLike(s, quantity.head)) continue;
      if ([...told, ...found].some((f) => f.head === quantity.head || overlaps(f.span, quantity.span))) continue;
      const sentence = s.sentence[quantity.head]!;
      if (told.some((f) => s.sentence[f.head] === sentence && f.trigger.head > first && f.trigger.head < last))
        continue;
      const model = told.filter((f) => f.head < quantity.head && f.partOf === null).at(-1);
      if (!model || sentence - s.sentence[model.head]! > NEAR) continue;
      found.push({
        ...model,
        head: quantity.head,
        span: quantity.span,
        low,
        high,
        bound,
        entry: "bare-number",
        revises: true,
      });
    }
  }
  return found;
}

/** How many sentences after a figure a bare number still speaks of it. */
const NEAR = 3;

/** A day, a year, an hour, an age, a distance: a number that a word beside it takes. */
function dateLike(s: Syntax, token: number): boolean {
  if (/[:.]|^(1[89]|20)\d\d$/.test(s.lower[token]!)) return true;
  const rel = relation(s, token);
  if (
    rel === "nummod" ||
    rel === "appos" ||
    rel === "compound" ||
    s.deprel[token] === "nmod:unmarked" ||
    s.deprel[token] === "obl:unmarked"
  )
    return true;
  const head = s.head[token]!;
  return head >= 0 && upos(s, head) === "PROPN";
}

interface Reading {
  readonly s: Syntax;
  readonly trigger: Trigger;
  readonly amounts: Amounts;
  readonly who: Who;
  readonly classes: Classes;
  /** The word for those harmed where the report has none: "people". */
  readonly anyone: string;
  /** Nouns that tell how many: "number", "toll". */
  readonly tally: ReadonlySet<string>;
  readonly used: Set<Quantity>;
  /** The figure before this one in the sentence: "ten passengers were killed and thirteen wounded". */
  readonly before: Figure | null;
}

interface Counted {
  readonly victim: number;
  readonly quantity: Quantity;
}

interface Whole {
  readonly figure: Figure;
  readonly victims: readonly number[];
}

/**
 * The figures of one word of harm. Those of one side are one figure: "eight soldiers and at least four policemen were wounded" is 12
 * and up. Sides that fight each other, and soldiers and civilians, are counted apart.
 */
function wholeFigures(reading: Reading): Whole[] {
  const { s, trigger, amounts, used } = reading;
  const victims = victimsOf(s, trigger);
  const counted: Counted[] = [];
  const take = (victim: number, quantity: Quantity | null): void => {
    if (!quantity || used.has(quantity) || !countsPeople(s, quantity, reading.classes)) return;
    used.add(quantity);
    counted.push({ victim, quantity });
  };
  const adjacent = amountBefore(s, trigger, amounts);
  if (adjacent && !victims.some((v) => amountAt(s, v, amounts) === adjacent))
    take(adjacent.value.of >= 0 ? adjacent.value.of : adjacent.head, adjacent);
  if (counted.length === 0) for (const victim of victims) take(victim, amountAt(s, victim, amounts));
  // "a man and his granddaughter", "the mayor and two guards": each of several that has no number is one
  if (counted.length > 0 && victims.length > 1) {
    for (const victim of victims) {
      if (
        counted.some((c) => c.victim === victim || nounOf(c) === victim) ||
        amounts.of(victim) ||
        !isOne(s, victim, reading.classes)
      )
        continue;
      counted.push({ victim, quantity: oneOf(s, victim) });
    }
  }
  let revises = false;
  if (counted.length === 0) {
    const at = trigger.harm!.victim.includes("figure") ? trigger.head : tallyOver(s, victims, reading.tally);
    const reached = at < 0 ? null : figureReached(s, at, amounts);
    if (reached) {
      take(reached.value.of >= 0 ? reached.value.of : reached.head, reached);
      revises = true;
    }
  }
  const [first, ...rest] = counted;
  if (!first) return [];
  // "131 civilians, 102 men, 17 women and 12 children": the first is the sum of the others, which are its parts
  const sum = rest.reduce((n, { quantity }) => n + quantity.value.low, 0);
  if (rest.length > 1 && sum === first.quantity.value.low) {
    const whole = figureOf(reading, [first], revises);
    for (const { quantity } of rest) used.delete(quantity);
    return [{ figure: whole, victims }];
  }
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const side = sideOf(s, nounOf(one), reading.classes);
    const key = side === "unknown" ? (groups.keys().next().value ?? side) : groups.has("unknown") ? "unknown" : side;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    figure: figureOf(reading, group, revises),
    victims: group.map((g) => g.victim),
  }));
}

const isOne = (s: Syntax, token: number, classes: Classes): boolean =>
  s.xpos[token] !== "NNS" &&
  s.xpos[token] !== "NNPS" &&
  (upos(s, token) === "NOUN" || upos(s, token) === "PROPN") &&
  belongs(s, token, "@person", classes);

/** One person, told without a number. */
const oneOf = (s: Syntax, token: number): Quantity => ({
  id: "",
  kind: "quantity",
  span: tokenSpan(s, token),
  head: token,
  value: { low: 1, high: 1, bound: "exact", of: token },
  from: [],
  by: { rule: "events/one" },
});

const nounOf = ({ victim, quantity }: Counted): number => (quantity.value.of >= 0 ? quantity.value.of : victim);

/** Whose dead they are, as far as the noun tells. */
function sideOf(s: Syntax, noun: number, classes: Classes): string {
  for (const side of ["unarmed", "wanted", "state"]) if (belongs(s, noun, `@${side}`, classes)) return side;
  return "unknown";
}

/** Years, kilometres and dates are no people. */
function countsPeople(s: Syntax, quantity: Quantity, classes: Classes): boolean {
  const noun = quantity.value.of;
  if (noun < 0) return true;
  if (upos(s, noun) === "PRON" || upos(s, noun) === "NUM") return true;
  return ["time", "unit", "vehicle", "building", "weapon", "money", "aircraft"].every(
    (c) => belongs(s, noun, "@person", classes) || !belongs(s, noun, `@${c}`, classes),
  );
}

function figureOf({ s, trigger, who, before, anyone }: Reading, counted: readonly Counted[], revises: boolean): Figure {
  const values = counted.map(({ quantity }) => quantity.value);
  // "dozens were hurt", "the dead": a number or the word of harm itself names nobody
  const numbers = new Set(counted.map(({ quantity }) => quantity.head));
  const nouns = counted
    .map(nounOf)
    .filter((t) => namesSomebody(s, t) && !trigger.tokens.includes(t) && !numbers.has(t));
  const named = nouns.filter((t) => upos(s, t) !== "PRON");
  const said = nouns.length === 0 && before !== null && before.nouns.length > 0 ? before : null;
  const actor =
    nouns.map((t) => who.at(t)).find((id) => id !== null) ??
    (nouns.length === 0 ? (who.at(trigger.head) ?? before?.who ?? null) : null);
  return {
    trigger,
    harm: trigger.harm!.harm,
    head: counted[0]!.quantity.head,
    span: hull(counted.map(({ quantity }) => quantity.span)),
    who: actor,
    whoText: named.length > 0 ? phrase(s, named[0]!) : (said?.whoText ?? anyone),
    nouns: said ? said.nouns : nouns,
    low: values.reduce((sum, v) => sum + v.low, 0),
    high: values.some((v) => v.high === null) ? null : values.reduce((sum, v) => sum + v.high!, 0),
    bound: joint(values.map((v) => v.bound)),
    entry: trigger.harm!.id,
    partOf: null,
    revises,
  };
}

/** "53 killed", "several wounded", "at least 12 dead": the number stands right before the word. */
function amountBefore(s: Syntax, trigger: Trigger, amounts: Amounts): Quantity | null {
  const first = Math.min(...trigger.tokens);
  if (first === 0 || s.sentence[first - 1] !== s.sentence[first]) return null;
  const quantity = amounts.of(first - 1);
  if (!quantity || quantity.head !== first - 1) return null;
  return upos(s, first - 1) === "DET" ||
    (quantity.value.of >= 0 && quantity.value.of !== trigger.head && upos(s, trigger.head) === "NOUN")
    ? null
    : quantity;
}

/** "Five of the wounded died" says who; "four more are missing" does not. */
const namesSomebody = (s: Syntax, token: number): boolean =>
  ["NOUN", "PROPN", "PRON"].includes(upos(s, token)) || s.xpos[token] === "JJ" || s.xpos[token] === "VBN";

const joint = (bounds: readonly Bound[]): Bound =>
  bounds.every((b) => b === bounds[0]) ? bounds[0]! : (bounds.find((b) => b !== "exact") ?? "exact");

function victimsOf(s: Syntax, trigger: Trigger): number[] {
  const path = trigger.harm!.victim;
  // "one of the dead": says nothing of how many are dead
  if (path.includes("self") && relation(s, trigger.head) === "nmod" && upos(s, s.head[trigger.head]!) === "NUM")
    return [];
  const found = path
    .split("|")
    .map((p) => p.trim())
    .filter((p) => p !== "self" && p !== "figure")
    .flatMap((p) => fillers(s, trigger.head, p, trigger.tokens));
  if (found.length > 0) return found;
  if (!path.includes("self")) return [];
  const self = [trigger.head];
  // "12 people dead", "left 12 dead": a predicate of those it is said of
  const rel = relation(s, trigger.head);
  if (upos(s, trigger.head) === "ADJ") {
    if (rel === "amod") self.push(s.head[trigger.head]!);
    const subject = surfaceSubject(s, trigger.head);
    if (subject >= 0) self.push(subject);
  }
  return self;
}

/** The amount of a noun phrase: "nine men", "nine of the men", "29 of its own soldiers". */
function amountAt(s: Syntax, token: number, amounts: Amounts): Quantity | null {
  const own = amounts.of(token);
  if (own) return own;
  const head = s.head[token]!;
  if (head >= 0 && relation(s, token) === "nmod" && (upos(s, head) === "NUM" || amounts.of(head)))
    return amounts.of(head);
  return null;
}

/** "The toll rose to 18", "put the dead at 35", "the number of dead has risen to 2,000": a bare number beside the word of harm. */
function figureReached(s: Syntax, at: number, amounts: Amounts): Quantity | null {
  const places = [...children(s, at)];
  for (let t = at, step = 0; step < 3 && s.head[t]! >= 0; step++) {
    const up = s.head[t]!;
    places.push(...children(s, up).filter((c) => c !== t));
    t = up;
    if (upos(s, up) === "VERB") break;
  }
  for (const c of places) {
    const rel = relation(s, c);
    if (rel !== "obl" && rel !== "nmod" && rel !== "obj" && rel !== "xcomp" && rel !== "nummod" && rel !== "appos")
      continue;
    const quantity = amounts.of(c);
    if (quantity && (upos(s, c) === "NUM" || quantity.value.of < 0)) return quantity;
  }
  return null;
}

/** "The number of people killed rose to 46", "the count of those who died": the noun that tells how many they are; -1 where none does. */
function tallyOver(s: Syntax, victims: readonly number[], tally: ReadonlySet<string>): number {
  for (const victim of victims) {
    const head = s.head[victim]!;
    if (head >= 0 && relation(s, victim) === "nmod" && tally.has(s.lemma[head]!)) return head;
  }
  return -1;
}

/** "five of them children", "including two officers", "among them three children": kept as parts, never added. */
function parts(reading: Reading, whole: Figure, victims: readonly number[]): Figure[] {
  const { s, amounts, who, used, classes } = reading;
  const found: Figure[] = [];
  for (const victim of victims) {
    for (const quantity of amounts.within(whole.head + 1, s.right[victim]!)) {
      if (used.has(quantity) || !isBelow(s, quantity.head, victim) || upos(s, quantity.head) === "DET") continue;
      if (quantity.value.low > whole.low || quantity.value.low === 0 || inClause(s, quantity.head, victim)) continue;
      if (!countsPeople(s, quantity, classes)) continue;
      used.add(quantity);
      const noun = quantity.value.of >= 0 ? quantity.value.of : quantity.head;
      const { low, high, bound } = quantity.value;
      found.push({
        ...whole,
        head: quantity.head,
        span: quantity.span,
        who: who.at(noun),
        whoText: phrase(s, noun),
        nouns: [noun],
        low,
        high,
        bound,
        partOf: whole,
        revises: false,
      });
    }
  }
  return found;
}

/** Whether a clause or a measure stands between a number and the noun above it ("a girl of 14", "who had two sons"). */
function inClause(s: Syntax, token: number, top: number): boolean {
  for (let t = token; t !== top && t >= 0; t = s.head[t]!) {
    const rel = relation(s, t);
    if (rel === "acl" || rel === "advcl" || rel === "ccomp" || rel === "conj") return true;
    if (rel === "nmod" && upos(s, t) === "NUM" && s.head[t] === top) return true;
  }
  return false;
}

/** The words of a noun phrase up to its first clause or comma, number left out. */
function phrase(s: Syntax, noun: number): string {
  let last = noun;
  for (let t = noun + 1; t <= s.right[noun]! && isBelow(s, t, noun); t++) {
    const rel = relation(s, t);
    if (rel === "punct" || rel === "acl" || rel === "appos" || rel === "conj" || rel === "cc") break;
    last = t;
  }
  let first = noun;
  for (const c of children(s, noun)) {
    const rel = relation(s, c);
    if (c < first && (rel === "amod" || rel === "compound" || s.deprel[c] === "nmod:poss")) first = s.left[c]!;
  }
  // "on our side two guerrillas died": what stands before the number is no part of it
  for (let t = noun - 1; t >= first; t--) if (upos(s, t) === "NUM") first = t + 1;
  return s.text.slice(tokenSpan(s, first)[0], tokenSpan(s, last)[1]);
}
