import { UPOS } from "../../../core/syntax.ts";
import { childBefore, hasSubject } from "./accounts.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");
const NUMBER = UPOS.indexOf("NUM");

/** Mends where a saying stands among the words told, or is taken for another word. `sayings`: verbs that tell a clause; `cues`: all that tell; `accounts`: nouns for what is told; `verdicts`: what an account is called. */
export function told(
  tree: Tree,
  {
    sayings,
    cues,
    accounts,
    verdicts,
  }: Readonly<Record<"sayings" | "cues" | "accounts" | "verdicts", ReadonlySet<string>>>,
): void {
  suspecting(tree, sayings);
  clefts(tree, sayings);
  putIn(tree, sayings);
  corrections(tree, sayings);
  admitting(tree, cues);
  judged(tree, accounts, verdicts);
}

/** "*Police suspect* rebels were behind it": of two subjects of one verb the first, a noun of saying behind a bare noun, is a verb, and tells the rest. */
function suspecting({ length, upos, xpos, head, deprel, lemma, sentence }: Tree, sayings: ReadonlySet<string>): void {
  for (let t = 1; t + 2 < length; t++) {
    const verb = head[t]!;
    if (upos[t] !== NOUN || xpos[t] !== "NN" || deprel[t] !== "nsubj" || verb < t || !sayings.has(lemma[t]!)) continue;
    if (deprel[t - 1] !== "compound" || head[t - 1] !== t || (t > 1 && sentence[t - 2] === sentence[t])) continue;
    let second = t + 1;
    while (second < verb && !(head[second] === verb && deprel[second]!.startsWith("nsubj"))) second++;
    if (second === verb) continue;
    [head[t], deprel[t], upos[t], xpos[t]] = [head[verb]!, deprel[verb]!, VERB, "VBP"];
    [head[verb], deprel[verb], deprel[t - 1]] = [t, "ccomp", "nsubj"];
  }
}

/** "It was *rebels*, said the mayor, *who shot the men*": the clause behind the saying is about whom the sentence opened with. */
function clefts(tree: Tree, sayings: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 2; t + 1 < length; t++) {
    if (lemma[t - 1] !== "," || !/^WP/.test(xpos[t]!) || deprel[t] !== "nsubj") continue;
    const clause = head[t]!;
    const above = head[clause]!;
    if (above < 0 || above > t) continue;
    const saying = deprel[clause] === "acl:relcl" && deprel[above] === "nsubj" ? head[above]! : above;
    if (saying < 0 || saying > t || !sayings.has(lemma[saying]!)) continue;
    const opening = childBefore(tree, saying, (c) => deprel[c] === "ccomp");
    if (opening < 0 || sentence[opening] !== sentence[t]) continue;
    const copula = childBefore(tree, opening, (c) => deprel[c] === "cop");
    const dummy = childBefore(tree, opening, (c) => lemma[c] === "it" && /^(?:nsubj|expl)$/.test(deprel[c]!));
    if (copula >= 0 && dummy >= 0) [head[clause], deprel[clause]] = [opening, "acl:relcl"];
  }
}

/** "Rebels killed nine soldiers *and, the mayor said, two children*": what is put in behind the conjunction is about the second of those it joins. */
function putIn({ length, upos, head, deprel, lemma, sentence }: Tree, sayings: ReadonlySet<string>): void {
  for (let t = 1; t + 4 < length; t++) {
    const saying = head[t]!;
    if (deprel[t] !== "cc" || lemma[t + 1] !== "," || saying < t || !sayings.has(lemma[saying]!)) continue;
    const [comma, number] = [saying + 1, saying + 2];
    if (lemma[comma] !== "," || upos[number] !== NUMBER || sentence[number] !== sentence[t]) continue;
    const second = head[number]!;
    if (second < number || head[second] !== saying || deprel[number] !== "nummod") continue;
    let verb = t - 1;
    while (verb >= 0 && !(head[verb] === saying && deprel[verb] === "ccomp" && upos[verb] === VERB)) verb--;
    let object = t - 1;
    while (object > verb && !(head[object] === verb && /^(?:obj|nsubj:pass)$/.test(deprel[object]!))) object--;
    if (verb < 0 || sentence[verb] !== sentence[t] || object <= verb) continue;
    [head[verb], deprel[verb]] = [head[saying]!, deprel[saying]!];
    [head[second], deprel[second], head[t]] = [object, "conj", second];
    for (let c = second + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === saying) head[c] = verb;
    [head[saying], deprel[saying]] = [second, "parataxis"];
  }
}

/** "Killed 15 people, *not nine as the army said*": what the army said is the number behind the negation, and not what is told. */
function corrections(tree: Tree, sayings: ReadonlySet<string>): void {
  const { length, upos, head, deprel, lemma, sentence } = tree;
  for (let t = 1; t + 2 < length; t++) {
    if (upos[t] !== NUMBER || head[t - 1] !== t || deprel[t - 1] !== "advmod" || deprel[t + 1] !== "mark") continue;
    const saying = head[t + 1]!;
    const verb = head[t]!;
    if (sentence[saying] !== sentence[t] || !sayings.has(lemma[saying]!) || head[verb] !== saying) continue;
    if (deprel[verb] !== "ccomp" || verb > t) continue;
    [head[verb], deprel[verb]] = [head[saying]!, deprel[saying]!];
    for (let c = saying + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === saying) head[c] = verb;
    [head[saying], deprel[saying]] = [t, "advcl"];
  }
}

/** "*Army denies* killing nine, *admits* raid": of two sayings of a headline the second, without a subject, is the same speaker's. */
function admitting(tree: Tree, cues: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 2; t < length; t++) {
    if (!cues.has(lemma[t]!) || lemma[t - 1] !== "," || !/^VB[DZP]?$/.test(xpos[t]!) || hasSubject(tree, t)) continue;
    const first = deprel[t] === "parataxis" ? head[t]! : childBefore(tree, t, (c) => deprel[c] === "ccomp");
    if (first < 0 || first > t - 2 || !/^VB[DZP]$/.test(xpos[first]!) || !cues.has(lemma[first]!)) continue;
    if (xpos[t] !== xpos[first] && xpos[t] !== "VB") continue;
    if (!hasSubject(tree, first)) continue;
    if (head[first] === t) {
      [head[first], deprel[first]] = [head[t]!, deprel[t]!];
      for (let c = firstOf(sentence, t); c < length && sentence[c] === sentence[t]; c++)
        if (head[c] === t && (c < t - 1 || lemma[c] === ".")) head[c] = first;
    }
    [head[t], deprel[t], xpos[t]] = [first, "conj", xpos[first]!];
  }
}

/** "Called *the allegation baseless*": what an account is called is no noun that the account describes. */
function judged(tree: Tree, accounts: ReadonlySet<string>, verdicts: ReadonlySet<string>): void {
  const { length, upos, head, deprel, lemma } = tree;
  for (let t = 2; t < length; t++) {
    const [noun, verb] = [t - 1, head[t]!];
    if (!verdicts.has(lemma[t]!) || !/^(?:xcomp|obj)$/.test(deprel[t]!) || verb > noun || !accounts.has(lemma[noun]!))
      continue;
    if (head[noun] !== t || deprel[noun] !== "compound" || upos[noun] !== NOUN) continue;
    for (let c = verb + 1; c < noun; c++) if (head[c] === t) head[c] = noun;
    [head[noun], deprel[noun], deprel[t]] = [verb, "obj", "xcomp"];
  }
}

/** The first token of a token's sentence. */
function firstOf(sentence: ArrayLike<number>, token: number): number {
  let first = token;
  while (first > 0 && sentence[first - 1] === sentence[token]) first--;
  return first;
}
