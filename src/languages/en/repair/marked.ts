import type { Tree } from "./index.ts";

/**
 * "Two weeks *after* gunmen *killed* the mayor, his successor *was shot*": a clause that a conjunction opens is not the main one, where another with a
 * subject of its own stands behind it.
 */
export function markedRoots({ length, head, deprel, xpos, lemma, sentence }: Tree): void {
  for (let root = 0; root < length; root++) {
    if (head[root] !== -1) continue;
    let marked = false;
    let main = -1;
    const subjects = new Set<number>();
    for (let c = first(sentence, root); c < length && sentence[c] === sentence[root]; c++) {
      if (deprel[c]!.startsWith("nsubj")) subjects.add(head[c]!);
      if (head[c] !== root) continue;
      if (c < root && deprel[c] === "mark" && xpos[c] === "IN" && OPENS.test(lemma[c]!)) marked = true;
      if (c > root && deprel[c] === "parataxis" && main < 0) main = c;
    }
    if (!marked || !subjects.has(main)) continue;
    for (let c = main + 1; c < length && sentence[c] === sentence[root]; c++) if (head[c] === root) head[c] = main;
    [head[main], deprel[main], head[root], deprel[root]] = [-1, "root", main, "advcl"];
  }
}

const OPENS = /^(?:after|before|since|until|while|as|although|though|because)$/;

function first(sentence: ArrayLike<number>, token: number): number {
  let t = token;
  while (t > 0 && sentence[t - 1] === sentence[token]) t--;
  return t;
}
