import type { Tree } from "./index.ts";

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
    if (xpos[t] !== "NNS" || deprel[t] !== "compound" || head[t] !== state) continue;
    if (xpos[state] !== "NN" || deprel[state] !== "obj") continue;
    const pointer = first[state]!;
    // "took eight Venezuelan soldiers prisoner": the parser may hang the number on the second noun
    const ofSecond = first[t]! < 0 && pointer >= 0 && deprel[pointer] === "nummod" && lemma[pointer] !== "one";
    if (first[t]! < 0 && !ofSecond) continue;
    if (pointer >= 0 && (lemma[pointer] === "a" || pointer > t || (!ofSecond && pointer > first[t]!))) continue;
    const verb = head[state]!;
    if (pointer >= 0) head[pointer] = t;
    for (let c = t - 1; c > pointer && ofSecond; c--) if (head[c] === state) head[c] = t;
    [head[t], deprel[t], head[state], deprel[state]] = [verb, "obj", verb, "xcomp"];
  }
}
