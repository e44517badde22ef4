import { UPOS } from "../../core/syntax.ts";
import type { Tree } from "./repair.ts";

const NOUN = UPOS.indexOf("NOUN");
const PROPER = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");

/**
 * Headlines leave out articles and auxiliaries. "*Army shelled market* in Kinfi": no participle that describes a bare noun has a bare noun of its own
 * before it. "*Nine rebels killed* in Kinfi", "*rebels accused of* killing nine": verbs that always have an object, and none here, tell of what was
 * done to their subject. `transitive`: such verbs; `charges`: those that say of what somebody is accused.
 */
export function headlines(tree: Tree, transitive: ReadonlySet<string>, charges: ReadonlySet<string>): void {
  const { length, xpos, deprel, lemma } = tree;
  for (let t = 1; t < length; t++) {
    if (xpos[t] === "VBN" && deprel[t] === "amod") assert(tree, t);
    const bare = /^VB[DN]$/.test(xpos[t]!) && /^(?:root|ccomp|parataxis|advcl)$/.test(deprel[t]!);
    if (bare && (transitive.has(lemma[t]!) || (charges.has(lemma[t]!) && isCharge(tree, t)))) undergo(tree, t);
  }
}

/** "Army *shelled* market": the participle becomes the verb, the noun before it its subject and the noun it described its object. */
function assert({ length, upos, xpos, head, deprel, sentence }: Tree, t: number): void {
  const [subject, object] = [t - 1, head[t]!];
  const noun = upos[subject] === NOUN || upos[subject] === PROPER;
  if (!noun || head[subject] !== t || deprel[subject] !== "compound" || object < t) return;
  const opens = firstOf(head, subject);
  if (opens > 0 && sentence[opens - 1] === sentence[t] && upos[opens - 1] !== UPOS.indexOf("PUNCT")) return;
  for (let c = opens; c < length && sentence[c] === sentence[t]; c++)
    if (head[c] === object && /^(?:det|nummod|nmod:poss|cop|obj|nsubj)/.test(deprel[c]!)) return;
  const above = head[object]!;
  if (above >= 0 && /^nsubj/.test(deprel[object]!) && !hasOther(head, deprel, object, above)) return;
  [head[t], deprel[t]] = [above, /^nsubj/.test(deprel[object]!) ? "ccomp" : deprel[object]!];
  [upos[t], xpos[t]] = [VERB, "VBD"];
  [head[object], deprel[object], head[subject], deprel[subject]] = [t, "obj", t, "nsubj"];
  // what follows the object in the headline belongs to the verb: a mark, a speaker
  for (let c = object + 1; c < length && sentence[c] === sentence[t]; c++)
    if (head[c] === object && /^(?:punct|parataxis|appos)$/.test(deprel[c]!)) head[c] = t;
}

/** Whether the verb above has another subject besides. */
function hasOther(head: Int32Array, deprel: readonly string[], noun: number, verb: number): boolean {
  for (let c = noun + 1; c < verb; c++) if (head[c] === verb && /^nsubj/.test(deprel[c]!)) return true;
  return false;
}

/** The first word of a row of compounds that ends at `t`. */
function firstOf(head: Int32Array, t: number): number {
  let first = t;
  while (first > 0 && head[first - 1] === t) first--;
  return first;
}

/** "Nine rebels *killed* in Kinfi": the subject is what it was done to. */
function undergo({ length, xpos, head, deprel, sentence }: Tree, t: number): void {
  let subject = -1;
  for (let c = Math.max(0, t - 30); c < length && sentence[c]! <= sentence[t]!; c++) {
    if (head[c] !== t) continue;
    if (/^(?:obj|iobj|ccomp|xcomp|aux|conj|cc|nsubj:pass)/.test(deprel[c]!)) return;
    if (deprel[c] === "nsubj" && c < t) subject = c;
  }
  if (subject < 0 || /^(?:PRP|WP|WDT)$/.test(xpos[subject]!)) return;
  [deprel[subject], xpos[t]] = ["nsubj:pass", "VBN"];
}

/** "accused *of* killing", "blamed *for* it": what he is accused of follows. */
function isCharge({ length, head, deprel, lemma, sentence }: Tree, t: number): boolean {
  for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++)
    if ((lemma[c] === "of" || lemma[c] === "for") && /^(?:mark|case)$/.test(deprel[c]!) && head[head[c]!] === t)
      return true;
  return false;
}
