import { UPOS } from "../../../core/syntax.ts";
import { repairHarms } from "./harms.ts";
import type { Tree } from "./index.ts";

const NUMBER = UPOS.indexOf("NUM");
const PROPER = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");

/** Numbers whose noun or verb the parser did not find, set right. `harms`: verbs that somebody suffers. */
export function repairNumbers(tree: Tree, harms: ReadonlySet<string>, drives: ReadonlySet<string>): void {
  placesBefore(tree);
  numbering(tree);
  nounsBefore(tree);
  shortPassives(tree, harms);
  repairHarms(tree, harms, drives);
}

/** "IDF: 3 soldiers *killed* in Gaza", a line without its "were": those counted before a word of harm that harms nobody else suffered it. */
function shortPassives(tree: Tree, harms: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let verb = 1; verb < length; verb++) {
    if (xpos[verb] !== "VBD" || !harms.has(lemma[verb]!) || hasBefore(verb, "aux", tree)) continue;
    const noun = verb - 1;
    if (head[noun] !== verb || deprel[noun] !== "nsubj" || xpos[noun] !== "NNS") continue;
    let [counted, takes] = [false, false];
    for (let c = verb - 2; c >= 0 && sentence[c] === sentence[verb]; c--)
      if (head[c] === noun && upos[c] === NUMBER) counted = true;
    for (let c = verb + 1; c < length && sentence[c] === sentence[verb]; c++)
      if (head[c] === verb && /^(?:obj|ccomp|xcomp|conj)/.test(deprel[c]!)) takes = true;
    if (counted && !takes) [xpos[verb], deprel[noun]] = ["VBN", "nsubj:pass"];
  }
}

/** "The wounded *number* 19", "the dead, he repeated, *number* 132": a verb between those counted and how many they are. */
function numbering({ length, upos, xpos, head, deprel, lemma, sentence }: Tree): void {
  for (let t = 1; t + 1 < length; t++) {
    if (lemma[t] !== "number" || xpos[t] !== "NN" || upos[t + 1] !== NUMBER || head[t + 1] !== t) continue;
    const above = head[t]!;
    const own = deprel[t - 1] === "amod" && head[t - 1] === t ? t - 1 : -1;
    const subjects: number[] = [];
    for (let c = t - 1; c >= 0 && sentence[c] === sentence[t]; c--)
      if (above >= 0 && head[c] === above && deprel[c] === "nsubj") subjects.push(c);
    const counted = own >= 0 ? own : subjects.length > 1 && deprel[t] === "obj" ? subjects.at(-1)! : -1;
    if (counted < 1 || deprel[counted - 1] !== "det") continue;
    [head[counted - 1], head[counted], deprel[counted]] = [counted, t, "nsubj"];
    [upos[t], xpos[t], deprel[t + 1]] = [VERB, "VBP", "obj"];
    if (above >= 0) deprel[t] = "ccomp";
  }
}

/** "By the ministry's count *23* died": a number between a noun and a verb without subject is those of whom it tells. */
function nounsBefore(tree: Tree): void {
  const { length, upos, xpos, head, deprel } = tree;
  for (let t = 1; t + 1 < length; t++) {
    if (upos[t] !== NUMBER || head[t] !== t - 1 || xpos[t - 1] !== "NN" || !/^(?:flat|nummod|appos)/.test(deprel[t]!))
      continue;
    const verb =
      upos[t + 1] === VERB ? t + 1 : head[t + 1]! > t && deprel[t + 1]!.startsWith("aux") ? head[t + 1]! : -1;
    if (verb < 0 || !/^VB[DPN]$/.test(xpos[verb]!) || hasBefore(verb, "nsubj", tree) || head[t - 1] !== verb) continue;
    if (deprel[t - 1]!.startsWith("nsubj")) continue;
    [head[t], deprel[t]] = [verb, hasPassive(verb, tree) ? "nsubj:pass" : "nsubj"];
  }
}

/**
 * "In the raid *on Kaga* eight policemen died", "*in Kandahar* five men were hurt": a name between a preposition of place and a number is a
 * phrase of its own, and those counted are the subject of the verb behind them.
 */
function placesBefore(tree: Tree): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let name = 1; name + 2 < length; name++) {
    const noun = head[name]!;
    if (upos[name] !== PROPER || deprel[name] !== "compound" || noun < name + 2 || xpos[noun] !== "NNS") continue;
    const [preposition, number] = [name - 1, name + 1];
    if (!PLACING.has(lemma[preposition]!) || deprel[preposition] !== "case") continue;
    if (upos[number] !== NUMBER || head[number] !== noun) continue;
    const isSubject = deprel[noun]!.startsWith("nsubj");
    const verb = isSubject ? head[noun]! : predicateBehind(noun, tree);
    if (verb < 0) continue;
    const before = preposition - 1;
    const attached = before >= 0 && sentence[before] === sentence[name] && /^NNS?$/.test(xpos[before]!);
    [head[preposition], head[name], deprel[name]] = [name, attached ? before : verb, attached ? "nmod" : "obl"];
    if (!isSubject) [head[noun], deprel[noun]] = [verb, hasPassive(verb, tree) ? "nsubj:pass" : "nsubj"];
  }
}

const PLACING: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "on",
  "outside",
  "around",
  "over",
  "against",
  "above",
  "inside",
]);

/** The verb above a noun and behind it that has no subject before it; -1 where there is none. */
function predicateBehind(noun: number, tree: Tree): number {
  const { upos, head } = tree;
  let verb = head[noun]!;
  while (verb >= 0 && (verb < noun || upos[verb] !== VERB)) verb = head[verb]!;
  return verb >= 0 && !hasBefore(verb, "nsubj", tree) ? verb : -1;
}

const hasPassive = (verb: number, tree: Tree): boolean => hasBefore(verb, "aux:pass", tree);

function hasBefore(verb: number, relation: string, { head, deprel, sentence }: Tree): boolean {
  for (let t = verb - 1; t >= 0 && sentence[t] === sentence[verb]; t--)
    if (head[t] === verb && deprel[t]!.startsWith(relation)) return true;
  return false;
}
