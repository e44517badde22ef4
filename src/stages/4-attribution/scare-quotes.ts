import type { Draft } from "../../core/finding.ts";
import type { AttributionValue, ScopeValue } from "../../core/layers.ts";
import { contains, type Span } from "../../core/span.ts";
import { rangeSpan, relation, upos } from "../../core/tree.ts";
import { type Context, cueRowsAt } from "./context.ts";
import { scopeOf } from "./scope-of.ts";

/**
 * The "attack" on the base: a happening that the outlet itself sets in quotation marks is one that it does not vouch for. Where somebody's
 * words hold the quotation, the marks are a quotation of his and doubt nothing; more words between them ("a 'precision strike'") doubt the
 * description and not the strike.
 */
export function readScareQuotes(ctx: Context, told: readonly Draft<AttributionValue>[]): Draft<ScopeValue>[] {
  const { s } = ctx;
  const drafts: Draft<ScopeValue>[] = [];
  for (const { first, last } of ctx.quotes) {
    const words: number[] = [];
    for (let t = first; t <= last; t++) if (upos(s, t) !== "PUNCT" && upos(s, t) !== "DET") words.push(t);
    const [noun] = words;
    if (noun === undefined || words.length !== 1 || upos(s, noun) !== "NOUN") continue;
    if (!ctx.words.roles.happening.has(s.lemma[noun]!) || isCalled(ctx, noun)) continue;
    const operator = rangeSpan(s, first, last);
    if (told.some(({ value }) => holds(value.content, operator))) continue;
    drafts.push({
      span: operator,
      head: noun,
      value: { operator, over: scopeOf(ctx, noun), certainty: "unknown" },
      from: [{ span: operator, role: "cue" }],
    });
  }
  return drafts;
}

const holds = (content: readonly Span[], span: Span): boolean => content.some((part) => contains(part, span));

/** "called it an 'attack'": somebody's word for it, though nothing more is told. */
function isCalled({ s, ...ctx }: Context, noun: number): boolean {
  const up = s.head[noun]!;
  return up >= 0 && ["xcomp", "obj", "obl"].includes(relation(s, noun)) && cueRowsAt({ s, ...ctx }, up).length > 0;
}
