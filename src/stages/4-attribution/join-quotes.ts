import { upos } from "../../core/tree.ts";
import { type Context, minus, type Ranges, tokensOf, union } from "./context.ts";
import { unitOf } from "./inserted.ts";
import type { Statement } from "./statement.ts";

/**
 * Joins quotations to the statements they belong to: one that a content reaches into belongs to it whole, over sentences and
 * paragraphs; one beside a cue without content is its content.
 */
export function joinQuotes(ctx: Context, statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    if (!statement.takesQuote) return statement;
    let content = statement.content;
    let quotes = new Set<number>();
    for (const t of tokensOf(content)) if (ctx.quoteOf[t]! >= 0) quotes.add(ctx.quoteOf[t]!);
    if (content.length === 0) {
      const beside = quoteBeside(ctx, statement);
      if (beside < 0) return statement;
      quotes = new Set(runFrom(ctx, beside, statements));
    }
    const cueQuote = ctx.quoteOf[statement.cue[0]]!;
    for (const q of quotes) {
      if (q === cueQuote) continue;
      const quote = ctx.quotes[q]!;
      content = union(content, [[quote.first, quote.last]]);
    }
    if (quotes.size === 0 || content.length === 0) return statement;
    content = minus(content, [statement.cue]);
    // "called himself \"Emperor\"", "asked for \"urgent steps\"": words are quoted, and nothing is told in them
    const mere = statement.content.length > 0 && ASIDE.has(statement.form);
    const form = isQuoted(ctx, content) && !mere ? "direct" : statement.form;
    return { ...statement, content, form };
  });
}

/** A quotation, and those that are joined to it by a conjunction: "shows 'ten killed' in one version, *and* 'nine wounded' in another". */
function runFrom({ s, quotes }: Context, beside: number, statements: readonly Statement[]): number[] {
  const run = [beside];
  for (let q = beside + 1; q < quotes.length; q++) {
    const { first } = quotes[q]!;
    const { last } = quotes[q - 1]!;
    if (s.sentence[first] !== s.sentence[last] || upos(s, first - 1) !== "CCONJ") break;
    if (statements.some(({ token }) => token > last && token < first)) break;
    run.push(q);
  }
  return run;
}

const ASIDE = new Set(["infinitive", "event-object"]);

function isQuoted(ctx: Context, content: Ranges): boolean {
  const tokens = tokensOf(content);
  const inside = tokens.filter((t) => ctx.quoteOf[t]! >= 0).length;
  return inside * 2 > tokens.length;
}

/** The quotation right before or right after the words of saying, with at most a comma, a colon or "that" between. */
function quoteBeside(ctx: Context, statement: Statement): number {
  const { s } = ctx;
  const [first, last] = unitOf(ctx, statement.token);
  const same = (t: number) => t >= 0 && t < s.length && s.sentence[t] === s.sentence[first] && ctx.quoteOf[t]! >= 0;
  for (let t = last + 1; t <= last + 2; t++) if (same(t)) return ctx.quoteOf[t]!;
  for (let t = first - 1; t >= first - 2; t--) if (same(t)) return ctx.quoteOf[t]!;
  return -1;
}
