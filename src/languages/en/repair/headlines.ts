import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const PROPER = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");
const NUMBER = UPOS.indexOf("NUM");
const PEOPLE = ["person", "military", "wanted"];

/**
 * Headlines leave out articles and auxiliaries. "*Army shelled market* in Kinfi": no participle that describes a bare noun has a bare noun of its own
 * before it. "*Nine rebels killed* in Kinfi", "*rebels accused of* killing nine": verbs that always have an object, and none here, tell of what was
 * done to their subject; but "*rebels killed* at least nine men" has those counted for its object, and "*the rebels killed* without mercy" is no
 * headline. `transitive`: such verbs; `charges`: those that say of what somebody is accused; `classes`: of nouns; `by`: before a doer.
 */
export function headlines(
  tree: Tree,
  transitive: ReadonlySet<string>,
  charges: ReadonlySet<string>,
  classes: Readonly<Record<string, readonly string[]>>,
  { by, articles }: { readonly by: ReadonlySet<string>; readonly articles: ReadonlySet<string> },
): void {
  const { length, xpos, deprel, lemma } = tree;
  for (let t = 1; t < length; t++) {
    if (xpos[t] === "VBN" && deprel[t] === "amod") assert(tree, t);
    const bare = /^VB[DN]$/.test(xpos[t]!) && /^(?:root|ccomp|parataxis|advcl)$/.test(deprel[t]!);
    if (bare && (transitive.has(lemma[t]!) || (charges.has(lemma[t]!) && isCharge(tree, t))))
      if (!countsWhom(tree, t, classes, by)) undergo(tree, t, articles);
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
function undergo(
  { length, xpos, head, deprel, lemma, sentence }: Tree,
  t: number,
  articles: ReadonlySet<string>,
): void {
  let subject = -1;
  for (let c = Math.max(0, t - 30); c < length && sentence[c]! <= sentence[t]!; c++) {
    if (head[c] !== t) continue;
    if (/^(?:obj|iobj|ccomp|xcomp|aux|conj|cc|nsubj:pass)/.test(deprel[c]!)) return;
    if (deprel[c] === "nsubj" && c < t) subject = c;
  }
  if (subject < 0 || /^(?:PRP|WP|WDT)$/.test(xpos[subject]!)) return;
  for (let c = subject - 1; c >= 0 && sentence[c] === sentence[t]; c--)
    if (head[c] === subject && articles.has(lemma[c]!) && xpos[c + 1] !== "CD") return;
  [deprel[subject], xpos[t]] = ["nsubj:pass", "VBN"];
}

/** "Rebels killed at least *nine*", "up to *fifty soldiers*", "between forty and fifty *men*": the parser takes the words of a bound for a preposition. */
function countsWhom(
  { length, upos, head, deprel, lemma, sentence }: Tree,
  t: number,
  classes: Readonly<Record<string, readonly string[]>>,
  by: ReadonlySet<string>,
): boolean {
  for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++) {
    if (head[c] !== t || deprel[c] !== "obl") continue;
    const people = PEOPLE.some((name) => classes[lemma[c]!.toLowerCase()]?.includes(name));
    let [counted, done] = [upos[c] === NUMBER, false];
    for (let d = t + 1; d < c; d++) {
      if (head[d] !== c) continue;
      if (people && upos[d] === NUMBER) counted = true;
      if (deprel[d] === "case" && by.has(lemma[d]!)) done = true;
    }
    if (counted && !done) return true;
  }
  return false;
}

/** "accused *of* killing", "blamed *for* it": what he is accused of follows. */
function isCharge({ length, head, deprel, lemma, sentence }: Tree, t: number): boolean {
  for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++)
    if ((lemma[c] === "of" || lemma[c] === "for") && /^(?:mark|case)$/.test(deprel[c]!) && head[head[c]!] === t)
      return true;
  return false;
}
