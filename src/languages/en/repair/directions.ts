import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const NUMBER = UPOS.indexOf("NUM");
const DIRECTION = /^(?:north|south)(?:-?(?:east|west))?$|^(?:east|west)$/;
const LENGTH = /^(?:km|kilometer|kilometre|mile|meter|metre|m)$/;

/**
 * "Burst into a *mosque* northeast of Baghdad", "attacked a *village* 20 km north of Kura": where a thing lies says no more than that of the thing, which
 * stands in its own place and is no part of a name of the direction.
 */
export function directions(tree: Tree): void {
  const { length, head, deprel, lemma, upos } = tree;
  for (let t = 1; t + 1 < length; t++) {
    if (!DIRECTION.test(lemma[t]!.toLowerCase()) || lemma[t + 1] !== "of") continue;
    if (deprel[t - 1] === "compound" && head[t - 1] === t && upos[t - 1] === NOUN) raise(tree, t - 1, t, t);
    const [far, thing] = [t - 1, t - 3];
    if (thing < 0 || !LENGTH.test(lemma[far]!) || upos[t - 2] !== NUMBER || upos[thing] !== NOUN) continue;
    if (deprel[thing] !== "compound" || head[thing] !== far) continue;
    raise(tree, thing, far, t);
    [head[far], deprel[far]] = [t, "obl:unmarked"];
    [head[t], deprel[t]] = [thing, "nmod"];
  }
}

/** Gives a noun the place of the word that the parser made it a part of, and what stands before it; that word says where it is. */
function raise({ head, deprel, sentence }: Tree, noun: number, over: number, direction: number): void {
  [head[noun], deprel[noun]] = [head[over]!, deprel[over]!];
  for (let c = noun - 1; c >= 0 && sentence[c] === sentence[noun]; c--) if (head[c] === over) head[c] = noun;
  [head[over], deprel[over]] = [over === direction ? noun : direction, "nmod"];
}
