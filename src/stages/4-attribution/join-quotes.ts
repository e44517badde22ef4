import { upos } from "../../core/tree.ts";
import { type Context, minus, type Ranges, tokensOf, union } from "./context.ts";
import { unitOf } from "./inserted.ts";
import type { Quote } from "./quotes.ts";
import { bySentence, type Statement } from "./statement.ts";

/**
 * Joins quotations to the statements they belong to: one that a content reaches into belongs to it whole, over sentences and
 * paragraphs; one beside a cue without content is its content.
 */
export function joinQuotes(ctx: Context, statements: readonly Statement[]): Statement[] {
  const joined = joinReached(ctx, statements);
  const here = bySentence(ctx.s, joined);
  const reached = new Set(joined.flatMap(({ content }) => tokensOf(content).map((t) => ctx.quoteOf[t]!)));
  for (const [q, quote] of ctx.quotes.entries()) {
    const speaker = reached.has(q) ? -1 : speakerBehind(ctx, quote, here.get(quote.firstSentence) ?? [], joined);
    if (speaker < 0) continue;
    const content: Ranges = [[quote.first, quote.last]];
    joined[speaker] = { ...joined[speaker]!, content, form: "direct" };
  }
  return joined;
}

/**
 * "*'We shelled the post,'* a man who gave his name as Abu Rida said": a quotation that opens its sentence and that no content reaches is what the
 * one speaker behind it says, whatever the parser made of the words between. `here`: the statements of its sentence. -1 where there is none or more than one.
 */
function speakerBehind(
  { s, quoteOf }: Context,
  { first, last, firstSentence }: Quote,
  here: readonly number[],
  statements: readonly Statement[],
): number {
  if (first !== s.sentenceStart[firstSentence] || s.sentence[last] !== firstSentence) return -1;
  const speaking = here.filter((i) => statements[i]!.token > last && quoteOf[statements[i]!.token]! < 0);
  const [only] = speaking;
  if (only === undefined || speaking.length > 1) return -1;
  const { takesQuote, source, token, content } = statements[only]!;
  // "who gave his name": what the cue was given for content is said of the speaker
  const between = content.every(([from, to]) => from > last && to < token);
  return takesQuote && source > last && between ? only : -1;
}

function joinReached(ctx: Context, statements: readonly Statement[]): Statement[] {
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
