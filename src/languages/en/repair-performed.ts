import { UPOS } from "../../core/syntax.ts";
import type { Tree } from "./repair.ts";

const NOUN = UPOS.indexOf("NOUN");

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
