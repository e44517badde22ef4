import type { Syntax } from "../../src/core/syntax.ts";
import { children, relation, upos } from "../../src/core/tree.ts";

/** Relations of words that belong to a noun phrase before its head. */
const BEFORE = new Set(["amod", "compound", "flat", "nummod", "nmod"]);

/** The noun phrase at a token as the keys write it: modifiers and head, no article, no number, one line. */
export function nounPhrase(s: Syntax, head: number, withOf = false): string {
  let first = head;
  let last = head;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (
      c < head &&
      (BEFORE.has(rel) || s.deprel[c] === "nmod:poss") &&
      upos(s, c) !== "NUM" &&
      s.left[c]! >= head - 8
    ) {
      if (s.deprel[c] === "nmod:poss" && upos(s, c) === "PRON") continue;
      first = Math.min(first, s.left[c]!);
    }
    if (c > head && (rel === "flat" || s.deprel[c] === "compound")) last = Math.max(last, s.right[c]!);
    if (withOf && c > head && rel === "nmod" && s.right[c]! - c < 8 && children(s, c).some((x) => s.lower[x] === "of"))
      last = Math.max(last, s.right[c]!);
  }
  while (first < head && (upos(s, first) === "DET" || upos(s, first) === "NUM" || upos(s, first) === "PUNCT")) first++;
  return s.text
    .slice(s.start[first], s.end[last])
    .replace(/\s+/g, " ")
    .replace(/^["']+|["',.]+$/g, "")
    .toUpperCase();
}
