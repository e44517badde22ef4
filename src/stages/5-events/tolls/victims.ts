import { fillers, isNominal, preposition, surfaceSubject } from "../../../core/arguments.ts";
import type { Quantity } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { child, children, conjuncts, relation, tokenAt, upos } from "../../../core/tree.ts";
import { belongs } from "../../../lexicon/pattern.ts";
import type { Trigger } from "../triggers.ts";
import type { Amounts, Reading } from "./figure.ts";

/** Heads of the noun phrases that name those harmed, in text order; the word of harm itself where it stands for them ("nine dead"). */
export function victimsOf(s: Syntax, trigger: Trigger, amounts: Amounts): number[] {
  const path = trigger.harm!.victim;
  const standsForThem = path.includes("self") || isNounLike(s, trigger.head);
  // "one of the dead", "two of the wounded": says nothing of how many are dead or wounded
  if (standsForThem && relation(s, trigger.head) === "nmod" && upos(s, s.head[trigger.head]!) === "NUM") return [];
  const found = path
    .split("|")
    .map((p) => p.trim())
    .filter((p) => p !== "self" && p !== "figure")
    .flatMap((p) => suffering(s, trigger, p));
  if (found.length > 0) return found;
  if (!standsForThem) return [];
  const self = [trigger.head];
  // "12 people dead", "left 12 dead": a predicate of those it is said of
  const rel = relation(s, trigger.head);
  // "the dead were 32 men, a woman and a boy"
  const told = s.head[trigger.head]!;
  if (rel === "nsubj" && isNominal(s, told) && child(s, told, "cop") >= 0) return conjuncts(s, told);
  if (upos(s, trigger.head) === "ADJ" && !amounts.of(trigger.head)) {
    if (rel === "amod") self.push(...describedBy(s, trigger.head));
    const subject = surfaceSubject(s, trigger.head);
    if (subject >= 0) self.push(subject);
  }
  return self;
}

/** "left 42 gunmen and one officer *dead*": what stands behind a row of nouns is said of all of them. */
function describedBy(s: Syntax, adjective: number): number[] {
  const noun = s.head[adjective]!;
  if (adjective < noun || relation(s, noun) !== "conj") return [noun];
  return conjuncts(s, s.head[noun]!).filter((t) => t < adjective);
}

/** The amount of a noun phrase: "nine men", "nine of the men", "29 of its own soldiers", "a family of six". */
export function amountAt(
  { s, amounts, classes }: Pick<Reading, "s" | "amounts" | "classes">,
  token: number,
): Quantity | null {
  const own = amounts.of(token);
  // "a shepherd and two of his goats": beasts are no victims, but for those that a report calls people by
  const isBeast = (t: number): boolean =>
    t >= 0 && belongs(s, t, "@animal", classes) && !belongs(s, t, "@person", classes);
  if (isBeast(token) || (own && isBeast(own.value.of))) return null;
  if (own) return own;
  const size = children(s, token).find(
    (c) => relation(s, c) === "nmod" && upos(s, c) === "NUM" && s.left[c] === token + 1,
  );
  if (size !== undefined && belongs(s, token, "@band", classes)) return amounts.of(size);
  const head = s.head[token]!;
  const taken = head >= 0 && relation(s, token) === "nmod" ? amounts.of(head) : null;
  // "no reports of casualties": of reports there are none
  return taken?.value.high === 0 && taken.head !== head ? null : taken;
}

/** "53 killed", "several wounded", "left at least 12 dead": the number stands right before the word, or before the last one of a phrase. */
export function amountBefore(s: Syntax, trigger: Trigger, amounts: Amounts): Quantity | null {
  const first = Math.min(...trigger.tokens);
  const last = trigger.tokens.at(-1)!;
  const before = (t: number): Quantity | null =>
    t > 0 && s.sentence[t - 1] === s.sentence[t] ? amounts.upTo(t - 1) : null;
  const quantity = before(first) ?? (upos(s, last) === "ADJ" && last > first ? before(last) : null);
  if (!quantity) return null;
  // "Nobody killed twelve farmers": who does it is not counted among those it befalls
  if (
    relation(s, quantity.head) === "nsubj" &&
    s.head[quantity.head] === trigger.head &&
    child(s, trigger.head, "obj") >= 0
  )
    return null;
  return upos(s, quantity.head) === "DET" ||
    (quantity.value.of >= 0 && quantity.value.of !== trigger.head && upos(s, trigger.head) === "NOUN")
    ? null
    : quantity;
}

/** "The toll rose to 18", "put the dead at 35", "the number of dead has risen to 2,000": a bare number beside the word of harm. */
export function figureReached({ s, trigger: { head }, amounts, used, small }: Reading, at: number): Quantity | null {
  const places = [...children(s, at)];
  for (let t = at, step = 0; step < 3 && s.head[t]! >= 0; step++) {
    const up = s.head[t]!;
    places.push(...children(s, up).filter((c) => c !== t));
    t = up;
    if (upos(s, up) === "VERB") break;
  }
  // "the official toll of the raid *is 12*"
  if (relation(s, at) === "nsubj" && upos(s, s.head[at]!) === "NUM" && child(s, s.head[at]!, "cop") >= 0)
    return amounts.of(s.head[at]!);
  // "raised the number of people who died in the raid to 98": hung on the word of harm
  if (head !== at) places.push(...children(s, head));
  const grown = (q: Quantity): boolean => small["by-how-many"]!.has(preposition(s, q.head));
  let reached: Quantity | null = null;
  for (const c of places) {
    const rel = relation(s, c);
    if (rel !== "obl" && rel !== "nmod" && rel !== "obj" && rel !== "xcomp" && rel !== "nummod" && rel !== "appos")
      continue;
    const quantity = amounts.of(c);
    if (!quantity || used.has(quantity) || grown(quantity) || (upos(s, c) !== "NUM" && quantity.value.of >= 0))
      continue;
    // "the dead at 68 and the injured at 142": rather what is told behind the word
    if (!reached || (reached.head < at && quantity.head > at)) reached = quantity;
  }
  return reached ?? nextReached(s, at, amounts, used, small);
}

/** "The number of dead has more than doubled *to 26*": the bare number that the words reach next in the sentence, wherever the parser hangs it. */
function nextReached(
  s: Syntax,
  at: number,
  amounts: Amounts,
  used: Reading["used"],
  small: Reading["small"],
): Quantity | null {
  const end = s.sentenceStart[s.sentence[at]! + 1]! - 1;
  const next = amounts.within(at + 1, end).find((q) => !used.has(q));
  const isReached = next && next.value.of < 0 && small.reaches!.has(s.lower[tokenAt(s, next.span[0]) - 1] ?? "");
  return isReached ? next : null;
}

/** "The *number* of *people* killed rose to 46", "the *count* of those who died": the noun that tells how many they are, and who they are. */
export function tallyOver(
  s: Syntax,
  { head: harm }: Trigger,
  victims: readonly number[],
  tally: ReadonlySet<string>,
): { at: number; people: number } | null {
  for (const victim of [...victims, surfaceSubject(s, harm)]) {
    if (victim < 0) continue;
    const counted = children(s, victim).find((c) => relation(s, c) === "nmod");
    if (tally.has(s.lemma[victim]!)) return { at: victim, people: counted ?? -1 };
    const head = s.head[victim]!;
    if (head >= 0 && relation(s, victim) === "nmod" && tally.has(s.lemma[head]!)) return { at: head, people: victim };
  }
  return null;
}

/** Who fills a role; one who dies is the subject, whatever the form of the verb looks like. */
function suffering(s: Syntax, trigger: Trigger, path: string): number[] {
  const found = fillers(s, trigger.head, path, trigger.tokens);
  if (found.length > 0 || path !== "nsubj") return found;
  const subject = surfaceSubject(s, trigger.head);
  return subject >= 0 ? conjuncts(s, subject) : [];
}

const NOUN_PLACE = new Set(["nsubj", "obj", "obl", "nmod"]);

/** "put the injured at 50": a participle that stands for those it describes. */
export const isNounLike = (s: Syntax, token: number): boolean =>
  upos(s, token) === "VERB" &&
  s.xpos[token] === "VBN" &&
  (NOUN_PLACE.has(relation(s, token)) || child(s, token, "det") >= 0);
