import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");

/**
 * "The group *said* in a message translated by a monitor *that its men had killed* fourteen", "*the claim* by the rebels *that they had taken the
 * town*": a clause behind "that" which lacks nothing is no relative clause of the last name before it. It is what is said or claimed.
 */
export function contentClauses(tree: Tree, accounts: ReadonlySet<string>, sayings: ReadonlySet<string>): void {
  const { length, head, deprel, xpos, lemma } = tree;
  for (let that = 1; that < length; that++) {
    const clause = head[that]!;
    if (lemma[that] !== "that" || clause < that || !/^(?:IN|WDT)$/.test(xpos[that]!)) continue;
    if (!/^acl/.test(deprel[clause]!) || head[clause]! > that || !isWhole(tree, that, clause)) continue;
    // "no truth in *reports* that …": the account right before it
    const account = tree.upos[that - 1] === NOUN && accounts.has(lemma[that - 1]!);
    const holder = account ? that - 1 : holderOf(tree, that, head[clause]!, accounts, sayings);
    if (holder < 0) continue;
    [deprel[that], xpos[that]] = ["mark", "IN"];
    [head[clause], deprel[clause]] = [holder, tree.upos[holder] === VERB ? "ccomp" : "acl"];
  }
}

/** A clause with a subject of its own in which "that" has no part: it opens it, or was taken for a second object. */
function isWhole({ head, deprel }: Tree, that: number, clause: number): boolean {
  let [subject, object] = [false, false];
  for (let c = that + 1; c < head.length && c <= clause + 12; c++) {
    if (head[c] !== clause) continue;
    if (c < clause && /^(?:nsubj|expl)/.test(deprel[c]!)) subject = true;
    if (c > clause && deprel[c] === "obj") object = true;
  }
  return subject && (deprel[that] === "mark" || (deprel[that] === "obj" && object));
}

/** The nearest word above that can tell of a clause and has none: "claim", "said"; a verb before the document it speaks in. -1 where there is none. */
function holderOf(
  tree: Tree,
  that: number,
  from: number,
  accounts: ReadonlySet<string>,
  sayings: ReadonlySet<string>,
): number {
  const { upos, head, deprel, lemma } = tree;
  const says = (t: number): boolean =>
    upos[t] === VERB && !/^acl/.test(deprel[t]!) && sayings.has(lemma[t]!) && isFree(tree, t);
  for (let t = from; t >= 0 && t < that; t = head[t]!) {
    if (says(t)) return t;
    if (upos[t] !== NOUN || !accounts.has(lemma[t]!)) continue;
    const verb = head[t]!;
    return verb >= 0 && deprel[t] === "obl" && says(verb) ? verb : t;
  }
  return -1;
}

function isFree({ length, head, deprel, sentence }: Tree, verb: number): boolean {
  for (let c = verb + 1; c < length && sentence[c] === sentence[verb]; c++)
    if (head[c] === verb && (deprel[c] === "ccomp" || deprel[c] === "obj")) return false;
  return true;
}
