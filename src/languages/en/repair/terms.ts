import type { Tree } from "./index.ts";

/**
 * "Gave *the rebels* until Monday *to withdraw*", "gave *the government* 48 hours *to release* them": who is given a term is who has to do
 * it, as with "ordered". `times`: words that name a time; `until`: words before its end.
 */
export function terms(tree: Tree, times: ReadonlySet<string>, until: ReadonlySet<string>): void {
  const { length, xpos, head, deprel, lemma } = tree;
  for (let t = 1; t < length; t++) {
    const verb = head[t]!;
    if (deprel[t] !== "advcl" || xpos[t] !== "VB" || verb < 0 || verb > t) continue;
    let [marked, receiver, span, term] = [false, -1, -1, false];
    for (let c = verb + 1; c < t; c++) {
      if (head[c] === t && xpos[c] === "TO") marked = true;
      if (head[c] !== verb) continue;
      const isTime = times.has(lemma[c]!.toLowerCase());
      if (isObject(deprel[c]!) && !isTime && receiver < 0) receiver = c;
      if (isTime && receiver >= 0 && isObject(deprel[c]!)) span = c;
      if (isTime && ends(tree, c, until)) term = true;
    }
    if (!marked || receiver < 0 || (!term && span < 0)) continue;
    deprel[receiver] = span < 0 ? "obj" : "iobj";
    if (span >= 0) deprel[span] = "obj";
    deprel[t] = "xcomp";
  }
}

const isObject = (relation: string): boolean => relation === "obj" || relation === "iobj";

function ends({ length, head, deprel, lemma }: Tree, time: number, until: ReadonlySet<string>): boolean {
  for (let c = Math.max(0, time - 4); c < Math.min(length, time); c++)
    if (head[c] === time && deprel[c] === "case" && until.has(lemma[c]!)) return true;
  return false;
}
