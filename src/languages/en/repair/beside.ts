import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const VERB = UPOS.indexOf("VERB");
const NUMBER = UPOS.indexOf("NUM");

/** "A girl *of four* and eight others": the years of one person, and others counted beside her. */
export function ages({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 2; t + 3 < length; t++) {
    const [person, of, others] = [t - 2, t - 1, t + 3];
    if (upos[t] !== NUMBER || upos[t + 2] !== NUMBER || deprel[t + 1] !== "cc" || sentence[others] !== sentence[t])
      continue;
    if (xpos[person] !== "NN" || xpos[others] !== "NNS" || deprel[of] !== "case") continue;
    if (head[others] !== person || head[of] !== others || head[t] !== others) continue;
    [head[t], deprel[t], head[of]] = [person, "nmod", t];
    [head[others], deprel[others]] = [person, "conj"];
    [head[t + 1], head[t + 2], deprel[t + 2]] = [others, others, "nummod"];
  }
}

/** "Killed a general *together with six fighters*": those who share what befalls an object stand beside it. */
export function company({ length, head, deprel, lemma }: Tree, joining: ReadonlySet<string>): void {
  for (let t = 1; t + 1 < length; t++) {
    if (!joining.has(lemma[t]!) || deprel[t + 1] !== "case") continue;
    const other = head[t + 1]!;
    const verb = head[other]!;
    const object = head[t] === verb || head[t] === other ? objectBefore(t, verb, head, deprel) : -1;
    if (deprel[other] !== "obl" || other < t || object < 0) continue;
    [head[other], deprel[other]] = [object, "conj"];
    [head[t], deprel[t], head[t + 1], deprel[t + 1]] = [other, "cc", t, "fixed"];
  }
}

function objectBefore(t: number, verb: number, head: Int32Array, deprel: readonly string[]): number {
  for (let c = t - 1; c > verb && verb >= 0; c--) if (head[c] === verb) return deprel[c] === "obj" ? c : -1;
  return -1;
}

/**
 * "15 dead, *25 wounded* and three children", "*a Marine* and fifteen civilians": what a conjunction parts from the noun behind it does not
 * describe that noun; it stands beside it.
 */
export function lists({ length, upos, xpos, head, deprel }: Tree): void {
  for (let t = 0; t < length; t++) {
    const noun = head[t]!;
    if (deprel[t] !== "amod" || noun < t + 2) continue;
    const [conjunction, number] = [t + 1, t + 2];
    if (deprel[conjunction] !== "cc" || upos[number] !== NUMBER || !(head[number] === noun || head[number] === t))
      continue;
    const own = t - 1;
    const counted = upos[own] === NUMBER && head[own] === t;
    const named = deprel[own] === "det" && (xpos[t] === "NNP" || xpos[t] === "NN");
    if (!counted && !named) continue;
    [head[t], deprel[t]] = [head[noun]!, deprel[noun]!];
    [head[noun], deprel[noun], head[conjunction]] = [t, "conj", noun];
    [head[number], deprel[number]] = [noun, "nummod"];
    if (named) head[own] = t;
    const verb = head[t]!;
    const object = deprel[t] === "conj" && upos[verb] === VERB ? objectBefore(t, verb, head, deprel) : -1;
    if (object >= 0) head[t] = object;
  }
}
