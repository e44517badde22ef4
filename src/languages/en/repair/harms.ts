import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NUMBER = UPOS.indexOf("NUM");
const VERB = UPOS.indexOf("VERB");

/** Several verbs of harm in a row, each with those that it befell: "killed nine, wounded twelve and displaced hundreds". `harms`: verbs that somebody suffers; `drives`: verbs whose object does what is said behind it. */
export function repairHarms(tree: Tree, harms: ReadonlySet<string>, drives: ReadonlySet<string>): void {
  bareObjects(tree, harms);
  for (let t = 2; t + 1 < tree.length; t++) {
    active(t, tree, harms);
    driven(t, tree, drives);
    inverted(t, tree, harms);
    theHarmed(t, tree, harms);
    joinedVerb(t, tree, harms);
    secondHarm(t, tree, harms);
  }
}

/** "Killed *nine*, wounded *twelve* and displaced hundreds": a number between a verb of harm and a comma or conjunction counts no noun of a later verb. */
function bareObjects({ length, upos, xpos, head, deprel, lemma }: Tree, harms: ReadonlySet<string>): void {
  for (let t = 1; t + 1 < length; t++) {
    if (upos[t] !== NUMBER || deprel[t] !== "nummod" || head[t]! < t + 3) continue;
    if (!harms.has(lemma[t - 1]!) || !FINITE.test(xpos[t - 1]!) || !/^(?:,|CC)$/.test(xpos[t + 1]!)) continue;
    [head[t], deprel[t]] = [t - 1, "obj"];
  }
}

/** "A bomb *wounded* at least a dozen people": a verb of harm without auxiliary, right before "at least" and those harmed, is no passive. */
function active(t: number, tree: Tree, harms: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  if (
    !FINITE.test(xpos[t]!) ||
    !harms.has(lemma[t]!) ||
    lemma[t + 1] !== "at" ||
    !/^(?:least|most)$/.test(lemma[t + 2] ?? "")
  )
    return;
  const own: number[] = [];
  for (let c = Math.max(0, t - CLAUSE); c < Math.min(length, t + CLAUSE); c++)
    if (head[c] === t && sentence[c] === sentence[t]) own.push(c);
  const subject = own.find((c) => c < t && deprel[c] === "nsubj:pass");
  const object = own.find((c) => c > t + 2 && (deprel[c] === "obl" || deprel[c] === "obj"));
  if (subject === undefined || object === undefined || own.some((c) => deprel[c]!.startsWith("aux"))) return;
  [deprel[subject], deprel[object], xpos[t]] = ["nsubj", "obj", "VBD"];
}

/** "Forced 4,000 people *to flee*", "sent families *fleeing*": what the object of a verb of driving does. */
function driven(t: number, { xpos, head, deprel, lemma }: Tree, drives: ReadonlySet<string>): void {
  const noun = deprel[t] === "acl" ? head[t]! : -1;
  const verb = noun >= 0 && deprel[noun] === "obj" ? head[noun]! : deprel[t] === "advcl" ? head[t]! : -1;
  if (verb < 0 || verb > t || !drives.has(lemma[verb]!)) return;
  if (noun < 0 && (xpos[t] !== "VBG" || deprel[t - 1] === "punct")) return;
  if (noun < 0 || xpos[t] === "VB") [head[t], deprel[t]] = [verb, "xcomp"];
}

/** "*Killed* in the blast were two guards": those named behind the verb of a sentence that begins with a participle. */
function inverted(t: number, { upos, xpos, head, deprel, lemma, sentence }: Tree, harms: ReadonlySet<string>): void {
  const verb = head[t]!;
  if (deprel[t] !== "parataxis" || verb < 0 || verb > t || xpos[verb] !== "VBN" || !harms.has(lemma[verb]!)) return;
  if (upos[verb] !== VERB || (verb > 0 && sentence[verb - 1] === sentence[verb])) return;
  for (let c = t - 1; c > verb; c--) {
    if (head[c] !== t || deprel[c] !== "cop") continue;
    [head[c], deprel[c], deprel[t]] = [verb, "aux:pass", "nsubj:pass"];
  }
}

/** "At a cost of two *wounded*": behind a number and its preposition, a participle stands for those it describes. */
function theHarmed(t: number, { upos, xpos, head, deprel, lemma }: Tree, harms: ReadonlySet<string>): void {
  const number = t - 1;
  if (xpos[t] !== "VBN" || deprel[t] !== "acl" || upos[number] !== NUMBER || !harms.has(lemma[t]!)) return;
  if (head[number] !== head[t] || deprel[number] !== "nmod" || head[number - 1] !== number) return;
  if (deprel[number - 1] !== "case") return;
  [deprel[t], head[number], deprel[number], head[number - 1]] = ["nmod", t, "nummod", t];
}

/** "Killed a soldier and *wounded scores*": behind a verb of harm, what looks like an adjective of a bare plural is the second verb. */
function joinedVerb(t: number, { xpos, head, deprel, lemma }: Tree, harms: ReadonlySet<string>): void {
  const many = t + 1;
  if (xpos[t] !== "VBN" || deprel[t] !== "amod" || head[t] !== many || !harms.has(lemma[t]!)) return;
  const noun = head[many]!;
  if (deprel[many] !== "conj" || xpos[many] !== "NNS" || xpos[t - 1] !== "CC" || noun < 0) return;
  if (deprel[noun] !== "obj" || !harms.has(lemma[head[noun]!]!)) return;
  [head[t], deprel[t], head[t - 1]] = [noun, "conj", t];
}

/** "Killed a soldier and *wounded scores*", "left nine dead and *wounded 20 others*": a participle between "and" and a plural or a number is the second verb, and those its object. */
function secondHarm(t: number, { upos, xpos, head, deprel, lemma }: Tree, harms: ReadonlySet<string>): void {
  const counted = upos[t + 1] === NUMBER && deprel[t + 1] === "nummod" && head[t + 1]! > t + 1;
  const [noun, many] = [head[t]!, counted ? head[t + 1]! : t + 1];
  if (!FINITE.test(xpos[t]!) || deprel[t] !== "conj" || !harms.has(lemma[t]!) || noun < 0 || noun > t) return;
  const verb = head[noun]!;
  if (!/^(?:obj|xcomp)$/.test(deprel[noun]!) || upos[verb] !== VERB || !FINITE.test(xpos[verb]!)) return;
  if (upos[many] !== NUMBER && (xpos[many] !== "NNS" || !(counted || harms.has(lemma[verb]!)))) return;
  if (head[many] !== t && (head[many]! > t || head[many]! < 0)) return;
  [head[t], upos[t], xpos[t]] = [verb, VERB, "VBD"];
  [head[many], deprel[many]] = [t, "obj"];
}

/** Forms that the tagger takes for one another. */
const FINITE = /^VB[DN]$/;

/** How far from its verb a subject or object may stand, in tokens. */
const CLAUSE = 40;
