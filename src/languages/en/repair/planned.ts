import type { Tree } from "./index.ts";

/** "The army *was to have attacked* on Monday": what was planned is active, though the parser sees a passive in its "was". */
export function planned({ length, lemma, xpos, sentence, head, deprel }: Tree): void {
  for (let t = 0; t + 3 < length; t++) {
    const verb = head[t]!;
    if (deprel[t] !== "aux:pass" || xpos[t + 1] !== "TO" || lemma[t + 2] !== "have" || xpos[t + 2] !== "VB") continue;
    if (verb !== t + 3 || head[t + 1] !== verb || head[t + 2] !== verb) continue;
    deprel[t] = "aux";
    for (let c = t - 1; c >= 0 && sentence[c] === sentence[t]; c--)
      if (head[c] === verb && deprel[c] === "nsubj:pass") deprel[c] = "nsubj";
  }
}
