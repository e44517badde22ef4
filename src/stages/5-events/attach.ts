import { linkTree, type Syntax } from "../../core/syntax.ts";
import { relation } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/**
 * Phrases that the parser hangs on the verb though they say what the noun before them is: "foiled *a bid* by gunmen *to attack* a church",
 * "burned houses in *revenge for the murder* of a chief". The same object where there are none.
 */
export function attachToNouns(s: Syntax, small: EventKnowledge["small"]): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  let changed = false;
  for (let t = 0; t < s.length; t++) {
    const [noun, role] = [owner(s, t, small), relation(s, t).startsWith("obl") ? "nmod" : "acl"];
    if (noun < 0) continue;
    [head[t], deprel[t]] = [noun, role];
    changed = true;
  }
  return changed ? linkTree({ ...s, deprel, head }) : s;
}

/** The noun that a phrase belongs to, which ends right before it and hangs on the same verb; -1 where it is none of these. */
function owner(s: Syntax, t: number, small: EventKnowledge["small"]): number {
  const rel = relation(s, t);
  const infinitive = (rel === "advcl" || rel === "xcomp" || rel === "acl") && s.xpos[t] === "VB";
  const words = infinitive ? small["attempt-noun"]! : rel === "obl" ? small.requital! : null;
  if (words === null || s.head[t]! < 0) return -1;
  // "an attempt by *the rebels to kidnap* a mayor"
  const above = s.head[s.head[t]!]!;
  if (rel === "acl") return infinitive && above >= 0 && words.has(s.lemma[above]!) ? above : -1;
  for (let c = s.firstChild[s.head[t]!]!; c >= 0; c = s.nextSibling[c]!)
    if (words.has(s.lemma[c]!) && c < t && s.right[c]! + 1 === s.left[t]!) return c;
  return -1;
}
