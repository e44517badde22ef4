import { annotate, type Draft } from "../../core/finding.ts";
import type { Language } from "../../core/language.ts";
import type { ActorMention, Quantity, QuantityValue } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan, relation, upos } from "../../core/tree.ts";
import { actorIndex } from "../../lexicon/actor-index.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** "at least 10 civilians", "dozens of people", "a soldier", "no casualties", "killed 12". */
export function readQuantities(
  s: Syntax,
  lexicon: LexiconData,
  language: Language,
  actors: readonly ActorMention[],
): Quantity[] {
  const taken = new Uint8Array(s.length);
  const numbers: Draft<QuantityValue>[] = language.numbers(s).map((number) => {
    taken.fill(1, number.first, number.last + 1);
    const span = rangeSpan(s, number.first, number.last);
    const { low, high, bound } = number;
    return {
      span,
      head: number.head,
      value: { low, high, bound, of: countedBy(s, number.head) },
      from: [{ span, role: "count" }],
    };
  });
  const { one, none } = actorIndex(lexicon).small;
  const articles: Draft<QuantityValue>[] = [];
  const heads = new Set(actors.filter((mention) => mention.value.form !== "pronoun").map((mention) => mention.head));
  for (let t = 0; t < s.length; t++) {
    if (taken[t] || s.deprel[t] !== "det") continue;
    const of = s.head[t]!;
    const single = one?.has(s.lower[t]!) && s.xpos[of] === "NN" && heads.has(of);
    if (!single && !none?.has(s.lower[t]!)) continue;
    const span = rangeSpan(s, t, t);
    const size = single ? 1 : 0;
    articles.push({
      span,
      head: t,
      value: { low: size, high: size, bound: "exact", of },
      from: [{ span, role: "count" }],
    });
  }
  return [
    ...annotate("quantity", "quantities/number", numbers),
    ...annotate("quantity", "quantities/article", articles, numbers.length + 1),
  ].sort((a, b) => a.span[0] - b.span[0]);
}

/** The noun a number counts: its head, or what follows "of" ("dozens of people", "12 of the soldiers"); -1 where it is left out. */
function countedBy(s: Syntax, number: number): number {
  for (let c = s.firstChild[number]!; c >= 0; c = s.nextSibling[c]!) {
    if (c > number && relation(s, c) === "nmod" && s.left[c] === number + 1) return c;
  }
  const rel = relation(s, number);
  const head = s.head[number]!;
  if (
    head >= 0 &&
    (rel === "nummod" || rel === "det" || rel === "amod" || rel === "compound") &&
    upos(s, head) !== "VERB"
  )
    return head;
  return -1;
}
