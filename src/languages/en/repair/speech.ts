import { UPOS } from "../../../core/syntax.ts";
import { childBefore, hasSubject, repairAccounts } from "./accounts.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");

/** Nouns for what somebody tells, verbs against what is told, verbs of saying. */
export type Words = Readonly<Record<"accounts" | "against" | "sayings", ReadonlySet<string>>>;

/** Mends where somebody speaks: headings, subjects of saying, verdicts on what is claimed. */
export function repairSpeech(tree: Tree, { accounts, against, sayings }: Words): void {
  openers(tree);
  inverted(tree, sayings);
  mistakenNouns(tree, accounts, sayings);
  toldBefore(tree, sayings);
  repairAccounts(tree, accounts, against);
  labels(tree);
  semicolons(tree);
  resultatives(tree);
  subjects(tree);
  planners(tree);
}

/** "Among the *dead* were a girl and her grandmother, he *said*": a predicate with its copula and subject before a verb of saying is what is said. */
function inverted(tree: Tree, sayings: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma } = tree;
  for (let t = 0; t < length; t++) {
    const verb = head[t]!;
    if (deprel[t] !== "obl" || verb < t || !/^VB[DZP]$/.test(xpos[verb]!) || !sayings.has(lemma[verb]!)) continue;
    let [copula, subject] = [false, false];
    for (let c = t + 1; c < verb; c++) {
      if (head[c] !== t) continue;
      if (deprel[c] === "cop") copula = true;
      else if (copula && deprel[c]!.startsWith("nsubj")) subject = true;
    }
    if (subject) deprel[t] = "ccomp";
  }
}

/**
 * "Army *denials* that it had shelled a camp *continued*": a noun for what is told that was taken for a verb, where a verb of its own stands behind
 * its clause. No verb of saying has that form.
 */
function mistakenNouns(tree: Tree, accounts: ReadonlySet<string>, sayings: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 1; t < length; t++) {
    if (xpos[t] !== "VBZ" || !accounts.has(lemma[t]!) || sayings.has(lemma[t]!) || head[t - 1] !== t) continue;
    const clauses: number[] = [];
    for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++)
      if (head[c] === t && deprel[c] === "ccomp") clauses.push(c);
    const [told, main] = clauses;
    if (told === undefined || main === undefined || hasSubject(tree, main)) continue;
    const passive = childBefore(tree, main, (c) => deprel[c] === "aux:pass") >= 0;
    [head[main], deprel[main]] = [head[t]!, deprel[t]!];
    [head[t], deprel[t], upos[t], xpos[t]] = [main, passive ? "nsubj:pass" : "nsubj", NOUN, "NNS"];
    [deprel[t - 1], deprel[told]] = ["compound", "acl"];
    for (let c = main + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = main;
  }
}

/**
 * "*Asked* about the raid, the minister said he knew nothing": a past form that opens a sentence and has no subject is a participle, and no
 * second thing that is said.
 */
function openers(tree: Tree): void {
  const { xpos, head, deprel, sentence, lemma } = tree;
  for (let t = 0; t < tree.length; t++) {
    if (t > 0 && sentence[t - 1] === sentence[t]) continue;
    // where the parser made it the root, the clause behind the comma is the main one
    const main = head[t]! < 0 && !hasSubject(tree, t) ? mainBehind(tree, t) : -1;
    if (main >= 0 && FINITE_OR_PARTICIPLE.has(xpos[t]!)) {
      [head[main], deprel[main]] = [-1, deprel[t]!];
      [head[t], deprel[t], xpos[t]] = [main, "advcl", "VBN"];
      continue;
    }
    const verb = head[t]!;
    if (!FINITE_OR_PARTICIPLE.has(xpos[t]!) || verb < t || deprel[t] !== "ccomp" || hasSubject(tree, t)) continue;
    const subject = childBefore(tree, verb, (c) => deprel[c]!.startsWith("nsubj"));
    let comma = t;
    while (comma < subject && lemma[comma] !== ",") comma++;
    if (comma < subject) [xpos[t], deprel[t]] = ["VBN", "advcl"];
  }
}

/** A clause with a subject of its own behind a comma that hangs on the word; -1 where there is none. */
function mainBehind(tree: Tree, t: number): number {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  let comma = t;
  for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++) {
    if (head[c] === t && lemma[c] === ",") comma = c;
    if (comma === t || head[c] !== t || deprel[c] !== "ccomp" || !/^(?:VB[DZP]|MD)$/.test(xpos[c]!)) continue;
    if (childBefore(tree, c, (d) => d > comma && deprel[d]!.startsWith("nsubj")) >= 0) return c;
  }
  return -1;
}

const FINITE_OR_PARTICIPLE: ReadonlySet<string> = new Set(["VBD", "VBN"]);

/** "The army said rebels attack its posts, and *had killed* two men": what lies before the saying goes on with what is said. */
function toldBefore(tree: Tree, sayings: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 1; t < length; t++) {
    const cue = head[t]!;
    if (deprel[t] !== "conj" || xpos[t] !== "VBN" || cue < 0 || xpos[cue] !== "VBD" || !sayings.has(lemma[cue]!))
      continue;
    const had = childBefore(tree, t, (c) => deprel[c] === "aux" && xpos[c] === "VBD");
    if (had < 0 || hasSubject(tree, t)) continue;
    let clause = -1;
    for (let c = cue + 1; c < t && sentence[c] === sentence[t]; c++)
      if (head[c] === cue && deprel[c] === "ccomp") clause = c;
    if (clause >= 0) head[t] = clause;
  }
}

/** "*Iraqi PM*: militia attack …": an adjective that opens a heading belongs to the noun between it and the colon. */
function labels({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 0; t + 2 < length; t++) {
    const noun = t + 1;
    if ((t > 0 && sentence[t - 1] === sentence[t]) || upos[t] !== ADJECTIVE || upos[noun] !== NOUN) continue;
    if (head[t]! >= 0 || head[noun] !== t || xpos[t + 2] !== ":") continue;
    for (let c = t + 2; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = noun;
    [head[noun], deprel[noun]] = [-1, deprel[t]!];
    [head[t], deprel[t]] = [noun, "amod"];
  }
}

/** "…, the commander went on; *an observatory* pretends that …": what stands behind a semicolon is no object of what stands before it. */
function semicolons(tree: Tree): void {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 0; t < length; t++) {
    const verb = head[t]!;
    if ((deprel[t] !== "obj" && deprel[t] !== "iobj") || verb < 0 || verb > t) continue;
    let parted = false;
    for (let b = verb + 1; b < t; b++) if (lemma[b] === ";") parted = true;
    if (!parted) continue;
    for (let next = t + 1; next < length && sentence[next] === sentence[t]; next++) {
      if (!/^VB[DZP]$/.test(xpos[next]!) || head[next]! > t || hasSubject(tree, next)) continue;
      [head[t], deprel[t]] = [next, "nsubj"];
      break;
    }
  }
}

/** "shot *dead* nine protesters": an adjective between a verb and a number is what the verb leads to. */
function resultatives({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 1; t + 1 < length; t++) {
    const noun = head[t]!;
    if (upos[t] !== ADJECTIVE || deprel[t] !== "amod" || noun <= t + 1 || sentence[t - 1] !== sentence[t]) continue;
    if (upos[t - 1] !== VERB || head[noun] !== t - 1 || (xpos[t + 1] !== "CD" && xpos[t + 1] !== "DT")) continue;
    [head[t], deprel[t]] = [t - 1, "xcomp"];
  }
}

/** "*Police* suspect that …": a noun right before a finite verb is no part of it; it is its subject. */
function subjects(tree: Tree): void {
  const { length, upos, xpos, head, deprel } = tree;
  for (let t = 0; t + 1 < length; t++) {
    const verb = head[t]!;
    if (deprel[t] !== "compound" || upos[t] !== NOUN || verb !== t + 1 || !/^VB[DZP]$/.test(xpos[verb]!)) continue;
    if (!hasSubject(tree, verb)) deprel[t] = "nsubj";
  }
}

/** "The army *plans* to attack": a plural behind a noun and before an infinitive, in a sentence without a finite verb, is that verb. */
function planners(tree: Tree): void {
  const { length, upos, xpos, head, deprel, sentence } = tree;
  for (let t = 1; t + 2 < length; t++) {
    if (head[t]! >= 0 || xpos[t] !== "NNS" || xpos[t + 1] !== "TO" || head[t - 1] !== t || deprel[t - 1] !== "compound")
      continue;
    const deed = head[t + 1]!;
    if (head[deed] !== t || deprel[deed] !== "acl" || hasFinite(tree, t)) continue;
    [upos[t], xpos[t]] = [VERB, "VBZ"];
    deprel[t - 1] = "nsubj";
    deprel[deed] = "xcomp";
    for (let c = t - 2; c >= 0 && sentence[c] === sentence[t]; c--) if (head[c] === t) head[c] = t - 1;
  }
}

function hasFinite({ length, xpos, sentence }: Tree, token: number): boolean {
  let t = token;
  while (t > 0 && sentence[t - 1] === sentence[token]) t--;
  for (; t < length && sentence[t] === sentence[token]; t++) if (/^(?:VB[DZP]|MD)$/.test(xpos[t]!)) return true;
  return false;
}
