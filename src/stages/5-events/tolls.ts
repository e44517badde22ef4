import { fillers, surfaceSubject } from "../../core/arguments.ts";
import type { Mentions, Quantity } from "../../core/layers.ts";
import type { Bound, Harm } from "../../core/ledger.ts";
import { hull, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, tokenSpan, upos } from "../../core/tree.ts";
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
export function readFigures(s: Syntax, triggers: readonly Trigger[], amounts: Amounts, who: Who): Figure[] {
  const figures: Figure[] = [];
  const used = new Set<Quantity>();
  for (const trigger of triggers) {
    if (!trigger.harm) continue;
    const before = figures.at(-1);
    const inSentence = before && s.sentence[before.head] === s.sentence[trigger.head] ? before : null;
    const whole = wholeFigure(s, trigger, amounts, who, inSentence, used);
    if (!whole) continue;
    figures.push(whole.figure);
    for (const q of whole.quantities) used.add(q);
    figures.push(...parts(s, whole.figure, whole.victims, amounts, who, used));
  }
  return figures;
}

interface Whole {
  readonly figure: Figure;
  readonly victims: readonly number[];
  readonly quantities: readonly Quantity[];
}

/** "Eight soldiers and at least four policemen were wounded": one predicate, one figure, 12 and up. */
function wholeFigure(
  s: Syntax,
  trigger: Trigger,
  amounts: Amounts,
  who: Who,
  before: Figure | null,
  used: ReadonlySet<Quantity>,
): Whole | null {
  const counted: { victim: number; quantity: Quantity }[] = [];
  let revises = false;
  const victims = victimsOf(s, trigger);
  for (const victim of victims) {
    const quantity = amountAt(s, victim, amounts);
    if (quantity && !used.has(quantity)) counted.push({ victim, quantity });
  }
  if (counted.length === 0 && trigger.harm!.victim.includes("self")) {
    const reached = figureReached(s, trigger, amounts);
    if (reached && !used.has(reached)) {
      counted.push({ victim: reached.value.of >= 0 ? reached.value.of : reached.head, quantity: reached });
      revises = true;
    }
  }
  if (counted.length === 0) return null;
  const values = counted.map(({ quantity }) => quantity.value);
  const nouns = counted
    .map(({ victim, quantity }) => (quantity.value.of >= 0 ? quantity.value.of : victim))
    .filter((t) => upos(s, t) !== "NUM" && t !== trigger.head);
  const actor =
    nouns.map((t) => who.at(t)).find((id) => id !== null) ?? (nouns.length === 0 ? (before?.who ?? null) : null);
  const whoText = nouns.length > 0 ? phrase(s, nouns[0]!) : (before?.whoText ?? phrase(s, counted[0]!.victim));
  return {
    victims,
    quantities: counted.map(({ quantity }) => quantity),
    figure: {
      trigger,
      harm: trigger.harm!.harm,
      head: counted[0]!.quantity.head,
      span: hull(counted.map(({ quantity }) => quantity.span)),
      who: actor,
      whoText,
      nouns,
      low: values.reduce((sum, v) => sum + v.low, 0),
      high: values.some((v) => v.high === null) ? null : values.reduce((sum, v) => sum + v.high!, 0),
      bound: joint(values.map((v) => v.bound)),
      entry: trigger.harm!.id,
      partOf: null,
      revises,
    },
  };
}

const joint = (bounds: readonly Bound[]): Bound =>
  bounds.every((b) => b === bounds[0]) ? bounds[0]! : (bounds.find((b) => b !== "exact") ?? "exact");

function victimsOf(s: Syntax, trigger: Trigger): number[] {
  const path = trigger.harm!.victim;
  const found = path
    .split("|")
    .map((p) => p.trim())
    .filter((p) => p !== "self")
    .flatMap((p) => fillers(s, trigger.head, p));
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
function figureReached(s: Syntax, trigger: Trigger, amounts: Amounts): Quantity | null {
  const places = [...children(s, trigger.head)];
  for (let t = trigger.head, step = 0; step < 3 && s.head[t]! >= 0; step++) {
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

/** "five of them children", "including two officers", "among them three children": kept as parts, never added. */
function parts(
  s: Syntax,
  whole: Figure,
  victims: readonly number[],
  amounts: Amounts,
  who: Who,
  used: Set<Quantity>,
): Figure[] {
  const found: Figure[] = [];
  for (const victim of victims) {
    for (const quantity of amounts.within(whole.head + 1, s.right[victim]!)) {
      if (used.has(quantity) || !isBelow(s, quantity.head, victim)) continue;
      if (quantity.value.low > whole.low || inClause(s, quantity.head, victim)) continue;
      used.add(quantity);
      const noun = quantity.value.of >= 0 ? quantity.value.of : quantity.head;
      found.push({
        ...whole,
        head: quantity.head,
        span: quantity.span,
        who: who.at(noun),
        whoText: phrase(s, noun),
        nouns: [noun],
        low: quantity.value.low,
        high: quantity.value.high,
        bound: quantity.value.bound,
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
    if (c < first && (rel === "amod" || rel === "compound" || rel === "nmod:poss" || s.deprel[c] === "nmod:poss"))
      first = s.left[c]!;
  }
  return s.text.slice(tokenSpan(s, first)[0], tokenSpan(s, last)[1]);
}
