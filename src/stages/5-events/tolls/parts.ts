import type { Syntax } from "../../../core/syntax.ts";
import { isBelow, relation, upos } from "../../../core/tree.ts";
import type { Figure, Reading } from "./figure.ts";
import { countsPeople } from "./people.ts";
import { phrase } from "./wording.ts";

/** "five of them children", "including two officers", "among them three children": kept as parts, never added. */
export function parts(reading: Reading, whole: Figure, victims: readonly number[]): Figure[] {
  const { s, amounts, who, used, classes } = reading;
  const found: Figure[] = [];
  for (const victim of victims) {
    for (const quantity of amounts.within(whole.head + 1, s.right[victim]!)) {
      if (used.has(quantity) || !isBelow(s, quantity.head, victim) || upos(s, quantity.head) === "DET") continue;
      if (quantity.value.low > whole.low || quantity.value.low === 0 || inClause(s, quantity.head, victim)) continue;
      if (!countsPeople(s, quantity, classes)) continue;
      used.add(quantity);
      const noun = quantity.value.of >= 0 ? quantity.value.of : quantity.head;
      const { low, high, bound } = quantity.value;
      found.push({
        ...whole,
        head: quantity.head,
        span: quantity.span,
        who: who.at(noun),
        whoText: phrase(s, noun),
        nouns: [noun],
        low,
        high,
        bound,
        partOf: whole,
        revises: false,
      });
    }
  }
  return found;
}

/** Whether a clause or a measure stands between a number and the noun above it ("a girl of 14", "who had two sons"). */
function inClause(s: Syntax, token: number, top: number): boolean {
  for (let t = token; t !== top && t >= 0; t = s.head[t]!) {
    const rel = relation(s, t);
    if (rel === "acl" || rel === "advcl" || rel === "ccomp" || rel === "conj") return true;
    if (rel === "nmod" && upos(s, t) === "NUM" && s.head[t] === top) return true;
  }
  return false;
}
