import { UPOS } from "../../core/syntax.ts";
import type { Tree } from "./repair.ts";

const NOUN = UPOS.indexOf("NOUN");
const ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");

/** Mends where somebody speaks: headings, subjects of saying, verdicts on what is claimed. `accounts` are nouns for what somebody tells. */
export function repairSpeech(tree: Tree, accounts: ReadonlySet<string>): void {
  labels(tree);
  claimed(tree, accounts);
  semicolons(tree);
  resultatives(tree);
  subjects(tree);
  planners(tree);
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

/**
 * "*A claim* by the brigade *that* a settler had been kidnapped *proved* to be false": the parser makes the claim a second subject of what it
 * claims, and hangs the verdict below. The claim becomes subject of the verdict again, and what it claims its clause.
 */
function claimed(tree: Tree, accounts: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 0; t < length; t++) {
    const clause = head[t]!;
    if (upos[t] !== NOUN || clause < t || !deprel[t]!.startsWith("nsubj") || !accounts.has(lemma[t]!)) continue;
    const below = (from: number, fits: (c: number) => boolean): number => {
      for (let c = from; c < length && sentence[c] === sentence[t]; c++) if (head[c] === clause && fits(c)) return c;
      return -1;
    };
    const that = below(t + 1, (c) => c < clause && deprel[c] === "mark" && /^(?:IN|WDT)$/.test(xpos[c]!));
    const subject = that < 0 ? -1 : below(that + 1, (c) => c < clause && deprel[c]!.startsWith("nsubj"));
    const verdict = subject < 0 ? -1 : below(clause + 1, (c) => /^VB[DZPN]$/.test(xpos[c]!) && deprel[c] !== "conj");
    if (verdict < 0 || hasSubject(tree, verdict)) continue;
    [head[verdict], deprel[verdict]] = [head[clause]!, deprel[clause]!];
    [head[t], deprel[t]] = [verdict, "nsubj"];
    [head[clause], deprel[clause]] = [t, "acl"];
    for (let c = verdict + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === clause) head[c] = verdict;
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

function hasSubject({ length, head, deprel, sentence }: Tree, verb: number): boolean {
  let first = verb;
  while (first > 0 && sentence[first - 1] === sentence[verb]) first--;
  for (let c = first; c < length && sentence[c] === sentence[verb]; c++)
    if (head[c] === verb && deprel[c]!.startsWith("nsubj")) return true;
  return false;
}

function hasFinite({ length, xpos, sentence }: Tree, token: number): boolean {
  let t = token;
  while (t > 0 && sentence[t - 1] === sentence[token]) t--;
  for (; t < length && sentence[t] === sentence[token]; t++) if (/^(?:VB[DZP]|MD)$/.test(xpos[t]!)) return true;
  return false;
}
