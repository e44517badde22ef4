import type { Syntax } from "../../../core/syntax.ts";
import { children, isBelow, relation, tokenSpan, upos } from "../../../core/tree.ts";

const ENDS = new Set(["punct", "acl", "appos", "conj", "cc", "parataxis", "amod"]);

/** The words of a noun phrase up to its first clause or comma, number left out. */
export function phrase(s: Syntax, noun: number): string {
  const ends = children(s, noun).filter((c) => c > noun && ENDS.has(relation(s, c)));
  let last = Math.min(s.right[noun]!, ...ends.map((c) => s.left[c]! - 1));
  for (let t = last; t > noun; t--) if (s.lower[t] === ",") last = t - 1;
  for (let t = noun + 1; t <= last; t++) if (!isBelow(s, t, noun)) last = t - 1;
  // "four women among them"
  const pointing = children(s, noun).filter((c) => c > noun && c <= last && s.xpos[c] === "PRP");
  for (const c of pointing) last = Math.min(last, s.left[c]! - 1);
  let first = noun;
  for (const c of children(s, noun)) {
    const rel = relation(s, c);
    if (c < first && (rel === "amod" || rel === "compound" || s.deprel[c] === "nmod:poss")) first = s.left[c]!;
  }
  // "on our side two guerrillas died": what stands before the number is no part of it
  for (let t = noun - 1; t >= first; t--) if (upos(s, t) === "NUM") first = t + 1;
  // "two of them soldiers"
  while (first < noun && /^(?:ADP|PRON|CCONJ)$/.test(upos(s, first)) && s.deprel[first] !== "nmod:poss") first++;
  return s.text.slice(tokenSpan(s, first)[0], tokenSpan(s, last)[1]);
}
