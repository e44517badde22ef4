import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");
const PROPER = UPOS.indexOf("PROPN");

/**
 * "Died in air strikes *allegedly carried out by the army*": a participle with a doer of its own, right behind a common noun that hangs on the same
 * verb, says of the noun by whom it was done. Not behind a comma: "fled the town, *pursued by soldiers*".
 */
export function performed(tree: Tree): void {
  const { length, upos, xpos, head, deprel } = tree;
  for (let t = 2; t < length; t++) {
    if (!/^VB[ND]$/.test(xpos[t]!) || deprel[t] !== "advcl" || !isReduced(tree, t)) continue;
    let noun = t - 1;
    while (noun > 0 && deprel[noun] === "advmod" && head[noun] === t) noun--;
    if (upos[noun] !== NOUN || head[noun] !== head[t] || noun < head[t]!) continue;
    if (/^(?:obj|obl)/.test(deprel[noun]!)) [head[t], deprel[t], xpos[t]] = [noun, "acl", "VBN"];
  }
}

/** Has a doer behind it, and neither subject nor auxiliary nor conjunction. */
function isReduced({ length, sentence, head, deprel }: Tree, verb: number): boolean {
  let doer = false;
  for (let c = Math.max(0, verb - 12); c < length && sentence[c]! <= sentence[verb]!; c++) {
    if (head[c] !== verb) continue;
    if (/^(?:nsubj|aux|mark|cc)/.test(deprel[c]!)) return false;
    if (deprel[c] === "obl:agent" && c > verb) doer = true;
  }
  return doer;
}

/** "Accused of *having raped* women": a participle right behind "having" is what was done, and no word for the women. */
export function perfected({ length, upos, xpos, head, deprel, lemma, sentence }: Tree): void {
  for (let t = 1; t + 1 < length; t++) {
    const [have, noun] = [t - 1, head[t]!];
    if (xpos[t] !== "VBN" || deprel[t] !== "amod" || xpos[have] !== "VBG" || lemma[have] !== "have") continue;
    if (noun <= t || head[noun] !== have || deprel[noun] !== "obj") continue;
    for (let c = have; c >= 0 && sentence[c] === sentence[t]; c--) if (head[c] === have) head[c] = t;
    for (let c = t; c < length && sentence[c] === sentence[t]; c++) if (head[c] === have && c !== noun) head[c] = t;
    [head[t], deprel[t], upos[t]] = [head[have]!, deprel[have]!, VERB];
    [head[have], deprel[have], head[noun]] = [t, "aux", t];
  }
}

/** "Shot *dead* Judge Maria Pinto": what becomes of her, and not what the judge is like. */
export function shotDead({ length, upos, head, deprel, lemma }: Tree): void {
  for (let t = 1; t < length; t++) {
    if (lemma[t] !== "dead" || deprel[t] !== "amod" || lemma[t - 1] !== "shoot" || upos[t - 1] !== VERB) continue;
    if (head[t]! > t) [head[t], deprel[t]] = [t - 1, "xcomp"];
  }
}

/**
 * "Nine died *in an attack that the front claimed*": a verb whose object is the "that" right behind a noun of the clause before it is no main verb; it
 * says more of the noun, and the clause is the sentence's.
 */
export function relativeRoots({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let that = 2; that < length; that++) {
    const verb = head[that]!;
    if (xpos[that] !== "WDT" || deprel[that] !== "obj" || verb < that) continue;
    // "an attack on Kaga, *which the front claimed*"
    const noun = deprel[that - 1] === "punct" ? that - 2 : that - 1;
    if (upos[noun] !== NOUN && upos[noun] !== PROPER) continue;
    const clause = upToClause(head, deprel, noun, verb);
    if (clause < 0 || sentence[clause] !== sentence[verb]) continue;
    [head[clause], deprel[clause]] = [head[verb]!, deprel[verb]!];
    [head[verb], deprel[verb]] = [noun, "acl:relcl"];
    for (let c = verb + 1; c < length && sentence[c] === sentence[verb]; c++)
      if (head[c] === verb && deprel[c] === "punct") head[c] = clause;
  }
}

/** The clause before the verb that holds the noun and hangs on the verb as what it tells; -1 where there is none. */
function upToClause(head: Int32Array, deprel: readonly string[], noun: number, verb: number): number {
  for (let t = noun; t >= 0; t = head[t]!) if (head[t] === verb) return deprel[t] === "ccomp" ? t : -1;
  return -1;
}
