import { annotate, type Draft } from "../../core/finding.ts";
import type { Language, NumberReading } from "../../core/language.ts";
import type { ActorMention, Quantity, QuantityValue, TimeMention } from "../../core/layers.ts";
import { contains } from "../../core/span.ts";
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
  times: readonly TimeMention[] = [],
): Quantity[] {
  const taken = new Uint8Array(s.length);
  // "how many had died" asks for a number and gives none
  const given = language
    .numbers(s)
    .filter(({ first, head }) => s.xpos[first - 1] !== "WRB" || s.head[first - 1] !== head)
    // "the massacre of 40 villagers in 2019"
    .filter(({ first, last }) => !times.some(({ span }) => contains(span, rangeSpan(s, first, last))));
  const numbers: Draft<QuantityValue>[] = given.map((number) => {
    taken.fill(1, number.first, number.last + 1);
    const span = rangeSpan(s, number.first, number.last);
    const { low, high, bound } = number;
    return {
      span,
      head: number.head,
      value: { low, high, bound, of: countedBy(s, number) },
      from: [{ span, role: "count" }],
    };
  });
  const { one, none, "just-one": emphatic } = actorIndex(lexicon).small;
  const articles: Draft<QuantityValue>[] = [];
  const heads = new Map(actors.flatMap(({ head, value }) => (value.form === "pronoun" ? [] : [[head, value.form]])));
  for (let t = 0; t < s.length; t++) {
    if (taken[t] || s.deprel[t] !== "det") continue;
    const of = s.head[t]!;
    // "a Kenyan" is called by his country as others are by their work
    const called = s.xpos[of] === "NN" ? heads.has(of) : s.xpos[of] === "NNP" && heads.get(of) === "description";
    const single = one?.has(s.lower[t]!) && called;
    if (!single && !none?.has(s.lower[t]!)) continue;
    // "lost a single fighter": a number, and not only an article
    const span = rangeSpan(s, t, emphatic!.has(s.lower[t + 1] ?? "") ? t + 1 : t);
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

/**
 * The noun a number counts: its head, or what follows "of" ("dozens of people", "12 of the soldiers"); -1 where it is left out. The words
 * of a long number ("one hundred and sixty-two civilians") may hang on the noun one by one.
 */
function countedBy(s: Syntax, { first, last, head: number }: NumberReading): number {
  for (let t = first; t <= last; t++) {
    for (let c = s.firstChild[t]!; c >= 0; c = s.nextSibling[c]!) {
      const isNext = c > last && relation(s, c) === "nmod" && s.left[c] === last + 1;
      // "29 August", and not "24 the day before"
      if (isNext && (s.deprel[c] !== "nmod:unmarked" || s.left[c] === c)) return c;
    }
  }
  const words = [number, ...range(last, first).filter((t) => t !== number)];
  for (const t of words) {
    const rel = relation(s, t);
    const head = s.head[t]!;
    if (head < 0 || (head >= first && head <= last) || upos(s, head) === "VERB") continue;
    if (t !== number && head < last) continue;
    if (rel === "nummod" || rel === "det" || rel === "amod" || rel === "compound") return wholeName(s, head);
  }
  return -1;
}

/** "thirty-seven *enemy* soldiers", where the parser hangs the number on the noun's first word. */
function wholeName(s: Syntax, noun: number): number {
  let t = noun;
  while (s.deprel[t] === "compound" && s.head[t]! > t && upos(s, t) === "NOUN") t = s.head[t]!;
  return t;
}

const range = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, i) => from - i);
