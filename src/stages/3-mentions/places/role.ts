import type { PlaceMentionValue } from "../../../core/layers.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { child, relation, upos } from "../../../core/tree.ts";
import type { PlaceWords } from "../../../lexicon/place-words.ts";
import type { Found } from "./found.ts";

/** Whether a place is where something is, or stands for its government: "Washington said", "accused Damascus", "talks with Israel". */
export function roleOf(s: Syntax, hit: Found, words: PlaceWords): PlaceMentionValue["use"] {
  if (hit.use !== "location" || hit.kind !== null || hit.offset || hit.near) return hit.use;
  const { chosen } = hit;
  const country = chosen?.kind === "country";
  const power = country || (chosen !== null && chosen.population >= 100_000);
  if (!power) return "location";
  const head = headOf(s, hit);
  const verb = s.head[head]!;
  const preposition = child(s, head, "case");
  const rel = relation(s, head);
  if (rel === "nsubj" && verb >= 0 && upos(s, verb) === "VERB" && preposition < 0) {
    if (s.deprel[head] === "nsubj:pass") return country ? "location" : "location";
    if (words.speaks.has(s.lemma[verb]!) || country) return "actor";
  }
  if ((rel === "obj" || rel === "iobj") && verb >= 0 && words.blamed.has(s.lemma[verb]!)) return "actor";
  if (preposition >= 0 && words.party.has(s.lower[preposition]!) && country) return "actor";
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
