import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");

/** Mends where an account is judged. `accounts` are nouns for what somebody tells, `against` verbs against what is told. */
export function repairAccounts(tree: Tree, accounts: ReadonlySet<string>, against: ReadonlySet<string>): void {
  asides(tree, accounts, against);
  plurals(tree, accounts);
  claimed(tree, accounts);
}

/**
 * "Rebels killed thirty soldiers, *a figure the army denies*": an account behind a comma, a subject and a verb of denial that ends the clause:
 * what was told is no clause of that denial, which only says something of the account.
 */
function asides(tree: Tree, accounts: ReadonlySet<string>, against: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let verb = 2; verb < length; verb++) {
    if (upos[verb] !== VERB || !/^VB[DZP]$/.test(xpos[verb]!) || !against.has(lemma[verb]!)) continue;
    if (verb + 1 < length && sentence[verb + 1] === sentence[verb] && !/^[,.;]$/.test(lemma[verb + 1]!)) continue;
    let comma = verb - 1;
    while (comma >= 0 && sentence[comma] === sentence[verb] && lemma[comma] !== ",") comma--;
    let noun = comma + 1;
    while (noun < verb && (deprel[noun] === "det" || deprel[noun] === "amod") && head[noun]! > noun) noun++;
    if (comma < 1 || sentence[comma] !== sentence[verb] || noun >= verb - 1) continue;
    if (upos[noun] !== NOUN || !accounts.has(lemma[noun]!) || head[verb] === noun) continue;
    const clause = childBefore(tree, verb, (c) => c < comma && deprel[c] === "ccomp" && upos[c] === VERB);
    const subject = childBefore(tree, verb, (c) => c > noun && deprel[c]!.startsWith("nsubj"));
    if (clause < 0 && (subject < 0 || head[verb]! > comma || head[verb]! < 0)) continue;
    const above = clause < 0 ? head[verb]! : clause;
    if (clause >= 0) {
      [head[clause], deprel[clause]] = [head[verb]!, deprel[verb]!];
      for (let c = comma; c >= 0 && sentence[c] === sentence[verb]; c--)
        if (head[c] === verb && c !== clause) head[c] = clause;
    }
    if (deprel[noun] !== "appos") [head[noun], deprel[noun]] = [above, "appos"];
    [head[verb], deprel[verb]] = [noun, "acl:relcl"];
  }
}

/**
 * "*Claims* that police shot six people *are false*": a word for an account that opens a sentence before "that" is no verb. It is the subject of the last
 * clause; what the parser took for that clause's subject is an object of the clause before.
 */
function plurals(tree: Tree, accounts: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, sentence, lemma } = tree;
  for (let t = 0; t + 2 < length; t++) {
    if ((t > 0 && sentence[t - 1] === sentence[t]) || xpos[t] !== "VBZ" || !accounts.has(lemma[t]!)) continue;
    if (lemma[t + 1] !== "that" || hasSubject(tree, t)) continue;
    const above = head[t]!;
    let [clause, verdict] = [-1, -1];
    for (let c = t + 2; c < length && sentence[c] === sentence[t]; c++) {
      if (deprel[c] !== "ccomp") continue;
      if (clause < 0 && head[c] === t) clause = c;
      else if (clause >= 0 && (head[c] === t || head[c] === above)) verdict = c;
    }
    if (clause < 0 || verdict < 0) continue;
    for (let c = t + 1; c < verdict; c++) {
      if (head[c] !== verdict) continue;
      if (deprel[c] === "nsubj" && c > clause) [head[c], deprel[c]] = [clause, "obj"];
      else if (deprel[c] === "mark") head[c] = clause;
    }
    [head[verdict], deprel[verdict]] = [above, deprel[t]!];
    for (let c = clause + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = verdict;
    [head[t], deprel[t], upos[t], xpos[t]] = [verdict, "nsubj", NOUN, "NNS"];
    [head[clause], deprel[clause]] = [t, "acl"];
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

export function childBefore({ head, sentence }: Tree, verb: number, fits: (c: number) => boolean): number {
  for (let c = verb - 1; c >= 0 && sentence[c] === sentence[verb]; c--) if (head[c] === verb && fits(c)) return c;
  return -1;
}

export function hasSubject({ length, head, deprel, sentence }: Tree, verb: number): boolean {
  let first = verb;
  while (first > 0 && sentence[first - 1] === sentence[verb]) first--;
  for (let c = first; c < length && sentence[c] === sentence[verb]; c++)
    if (head[c] === verb && deprel[c]!.startsWith("nsubj")) return true;
  return false;
}
