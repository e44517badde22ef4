import { isPassive, preposition } from "../../core/arguments.ts";
import { linkTree, type Syntax } from "../../core/syntax.ts";
import { relation } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/**
 * Phrases that the parser hangs on the verb though they say what the noun before them is: "foiled *a bid* by gunmen *to attack* a church",
 * "burned houses in *revenge for the murder* of a chief", "four people died in *an attack by rebels*", "raised its count of *soldiers killed*
 * to 22". The same object where there are none.
 */
export function attachToNouns(s: Syntax, know: Pick<EventKnowledge, "events" | "small">): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  let changed = false;
  for (let t = 0; t < s.length; t++) {
    const [noun, role] = [owner(s, t, know), relation(s, t).startsWith("obl") ? "nmod" : "acl"];
    if (noun < 0) continue;
    [head[t], deprel[t]] = [noun, role];
    changed = true;
  }
  return changed ? linkTree({ ...s, deprel, head }) : s;
}

/** The noun that a phrase belongs to, which ends right before it and hangs on the same verb; -1 where it is none of these. */
function owner(s: Syntax, t: number, { events, small }: Pick<EventKnowledge, "events" | "small">): number {
  const rel = relation(s, t);
  const verb = s.head[t]!;
  if (verb < 0) return -1;
  // "the number of people *killed*", which the parser hangs on the verb behind it
  if (rel === "advcl" && t > 0 && s.xpos[t] === "VBN" && s.left[t] === t && relation(s, t - 1) === "nmod")
    return small.tally!.has(s.lemma[s.head[t - 1]!]!) ? t - 1 : -1;
  const infinitive = (rel === "advcl" || rel === "xcomp" || rel === "acl") && s.xpos[t] === "VB";
  // "an attempt by *the rebels to kidnap* a mayor"
  const above = s.head[verb]!;
  if (rel === "acl") return infinitive && above >= 0 && small["attempt-noun"]!.has(s.lemma[above]!) ? above : -1;
  const doer = rel === "obl" && small.doer!.has(preposition(s, t)) && !isPassive(s, verb);
  if (!infinitive && rel !== "obl") return -1;
  const takes = (noun: number): boolean =>
    infinitive
      ? small["attempt-noun"]!.has(s.lemma[noun]!)
      : small.requital!.has(s.lemma[noun]!) || (doer && s.xpos[noun]!.startsWith("NN") && events.has(s.lemma[noun]!));
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!)
    if (c < t && s.right[c]! + 1 === s.left[t]! && takes(c)) return c;
  return -1;
}
