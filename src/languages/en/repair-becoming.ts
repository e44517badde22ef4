import type { Tree } from "./repair.ts";

/**
 * "Took *(the) nine soldiers hostage*": a plural noun that is counted does not describe the bare singular noun behind it. It is the verb's object,
 * and the second noun says what becomes of it. In "got *a* three years sentence" the article speaks for the second noun.
 */
export function becoming({ length, xpos, lemma, head, deprel }: Tree): void {
  const first = new Int32Array(length).fill(-1);
  for (let t = length - 1; t >= 0; t--)
    if (head[t]! > t && /^(?:nummod|det|nmod:poss)/.test(deprel[t]!)) first[head[t]!] = t;
  for (let t = 0; t + 1 < length; t++) {
    const state = t + 1;
    if (xpos[t] !== "NNS" || deprel[t] !== "compound" || head[t] !== state || first[t]! < 0) continue;
    if (xpos[state] !== "NN" || deprel[state] !== "obj") continue;
    const pointer = first[state]!;
    if (pointer >= 0 && (lemma[pointer] === "a" || pointer > first[t]!)) continue;
    const verb = head[state]!;
    if (pointer >= 0) head[pointer] = t;
    [head[t], deprel[t], head[state], deprel[state]] = [verb, "obj", verb, "xcomp"];
  }
}
