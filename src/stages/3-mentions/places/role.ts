import type { PlaceMentionValue } from "../../../core/layers.ts";
import { contains, type Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { child, relation, upos } from "../../../core/tree.ts";
import type { PlaceWords } from "../../../lexicon/place-words.ts";
import type { Found } from "./found.ts";

/** What the actors of a report tell of its places: governments by the name of a place, and phrases for people. */
export interface ActorsThere {
  readonly governments: readonly Span[];
  readonly described: readonly Span[];
}

/** "Iran-backed fighters", "the US-led coalition": a party, not a place. */
function isSide(s: Syntax, hit: Found, words: PlaceWords): boolean {
  const dash = hit.last + 1;
  return s.lower[dash] === "-" && s.end[hit.last] === s.start[dash] && words.sided.has(s.lower[dash + 1] ?? "");
}

/** "U.S. bases", "a UK strike", "the USA air base": letters that stand for a country before a noun say whose it is. */
function ownsIt(s: Syntax, hit: Found, words: PlaceWords): boolean {
  const base = words.kind.get(s.lower[hit.last + 1] ?? "");
  const name = s.text.slice(...hit.span);
  if (base !== undefined && base.id !== "base") return false;
  return (
    /^(?:\p{Lu}\.?){2,4}$/u.test(name) &&
    hit.last + 1 < s.length &&
    /^(?:NN|JJ)/.test(s.xpos[hit.last + 1]!) &&
    s.sentence[hit.last + 1] === s.sentence[hit.last]
  );
}

/** "Iraq troops": the country stands before the head of a phrase for people. */
const isModifierOf = (s: Syntax, head: number, hit: Found, described: readonly Span[]): boolean =>
  /^(?:compound|amod|nmod:desc)/.test(s.deprel[head]!) &&
  described.some((span) => contains(span, hit.span) && span[1] > hit.span[1]);

/** Whether a place is where something is, or stands for its government: "Washington said", "accused Damascus", "talks with Israel". */
export function roleOf(s: Syntax, hit: Found, words: PlaceWords, read: ActorsThere): PlaceMentionValue["use"] {
  if (hit.use !== "location") return hit.use;
  if (isSide(s, hit, words)) return "actor";
  const { chosen } = hit;
  if (chosen?.kind === "country" && hit.kind !== null && ownsIt(s, hit, words)) return "actor";
  if (hit.kind !== null || hit.offset || hit.near) return hit.use;
  const country = chosen?.kind === "country";
  const power = country || (chosen !== null && chosen.population >= 100_000);
  if (!power) return "location";
  const head = headOf(s, hit);
  if (country && (ownsIt(s, hit, words) || isModifierOf(s, head, hit, read.described))) return "actor";
  if (relation(s, head) === "compound" && words.ruler.has(s.lower[s.head[head]!]!)) return "actor";
  const verb = s.head[head]!;
  const preposition = child(s, head, "case");
  const rel = relation(s, head);
  if (rel === "nsubj" && verb >= 0 && upos(s, verb) === "VERB" && preposition < 0) {
    if (s.deprel[head] === "nsubj:pass") return country ? "location" : "location";
    if (words.speaks.has(s.lemma[verb]!) || country) return "actor";
  }
  if ((rel === "obj" || rel === "iobj") && verb >= 0 && words.blamed.has(s.lemma[verb]!)) return "actor";
  if (preposition >= 0 && words.party.has(s.lower[preposition]!) && country) return "actor";
  if (rel === "nmod" && (country || chosen?.capital) && words.beholden.has(s.lemma[verb]!)) return "actor";
  // "Israel's army", but "Ivory Coast's second city"
  if (s.deprel[head] === "nmod:poss" && country && verb >= 0)
    return words.kind.has(s.lemma[verb]!) ? "location" : "actor";
  if (rel === "conj" && verb >= 0 && verb !== head) return conjUse(s, verb, words, country);
  return "location";
}

/** "Russia and Belarus said": as the first of the row. */
function conjUse(s: Syntax, first: number, words: PlaceWords, country: boolean): PlaceMentionValue["use"] {
  const verb = s.head[first]!;
  const preposition = child(s, first, "case");
  if (relation(s, first) === "nsubj" && verb >= 0 && preposition < 0 && country && words.speaks.has(s.lemma[verb]!))
    return "actor";
  if (preposition >= 0 && country && words.party.has(s.lower[preposition]!)) return "actor";
  return "location";
}

/** The token of the name whose head lies outside it. */
export function headOf(s: Syntax, hit: Found): number {
  for (let t = hit.first; t <= hit.last; t++) {
    const head = s.head[t]!;
    if (head < hit.first || head > hit.last) return t;
  }
  return hit.last;
}
