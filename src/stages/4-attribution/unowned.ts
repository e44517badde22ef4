import type { Draft, Notice } from "../../core/finding.ts";
import type { AttributionValue, ScopeValue } from "../../core/layers.ts";
import { overlaps } from "../../core/span.ts";
import { rangeSpan } from "../../core/tree.ts";
import { type Context, spansOf } from "./context.ts";

/**
 * "*'Twelve rebels were killed in the raid.'* The room fell silent.": a sentence or more in quotation marks that nobody is said to have spoken. The
 * outlet quotes it and does not vouch for it; a notice says so.
 */
export function readUnowned(
  ctx: Context,
  told: readonly Draft<AttributionValue>[],
): { drafts: Draft<ScopeValue>[]; notices: Notice[] } {
  const { s } = ctx;
  const drafts: Draft<ScopeValue>[] = [];
  const notices: Notice[] = [];
  for (const { first, last, firstSentence } of ctx.quotes) {
    if (first !== s.sentenceStart[firstSentence] || !tells(ctx, first, last)) continue;
    const [content] = spansOf(s, [[first, last]]);
    if (!content || told.some(({ value }) => value.content.some((part) => overlaps(part, content)))) continue;
    const operator = rangeSpan(s, first, first);
    drafts.push({
      span: operator,
      head: first,
      value: {
        operator,
        over: Array.from({ length: last - first + 1 }, (_, i) => first + i),
        certainty: "probable",
      },
      from: [
        { span: operator, role: "cue" },
        { span: content, role: "content" },
      ],
    });
    const span = rangeSpan(s, first, last);
    notices.push({ code: "N-ATTRIBUTION-04", message: "The report does not say who spoke these words.", span });
  }
  return { drafts, notices };
}

/** A whole sentence: a finite verb inside, and a full stop or the end of the sentence at the closing mark. */
function tells({ s }: Context, first: number, last: number): boolean {
  const closes = /[.!?]/.test(s.lower[last - 1]!) || last + 1 >= s.length || s.sentence[last + 1] !== s.sentence[last];
  if (!closes) return false;
  for (let t = first; t <= last; t++) if (/^VB[DZP]$/.test(s.xpos[t]!)) return true;
  return false;
}
