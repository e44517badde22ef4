import type { Draft } from "../../core/finding.ts";
import type { AttributionValue, ScopeValue } from "../../core/layers.ts";
import { contains, type Span } from "../../core/span.ts";
import { child, children, rangeSpan, relation, upos } from "../../core/tree.ts";
import { type Context, cueRowsAt, isVerb } from "./context.ts";
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
    if (words.length > 1 && isDeed(ctx, words, told)) {
      const operator = rangeSpan(s, first, last);
      drafts.push({
        span: operator,
        head: first,
        value: { operator, over: words, certainty: "probable" },
        from: [{ span: operator, role: "cue" }],
      });
      continue;
    }
    if (noun === undefined || words.length !== 1 || upos(s, noun) !== "NOUN") continue;
    if (!ctx.words.roles.happening.has(s.lemma[noun]!) || isCalled(ctx, noun)) continue;
    const operator = rangeSpan(s, first, last);
    if (isNamedSo(ctx, noun) || told.some(({ value }) => holds(value.content, operator))) continue;
    drafts.push({
      span: operator,
      head: noun,
      value: { operator, over: scopeOf(ctx, noun), certainty: "unknown" },
      from: [{ span: operator, role: "cue" }],
    });
  }
  return [...drafts, ...readNamings(ctx)];
}

/** "Rebels *'killed nine'* in Kinfi": a deed in somebody's words, in a sentence where nobody is said to have spoken. */
function isDeed({ s }: Context, words: readonly number[], told: readonly Draft<AttributionValue>[]): boolean {
  const n = s.sentence[words[0]!]!;
  const within = (at: number): boolean => at >= words[0]! && at <= words.at(-1)!;
  const verb = words.find((t) => isVerb(s, t) && !within(s.head[t]!) && s.deprel[t] !== "amod");
  if (verb === undefined || words.some((t) => s.sentence[t] !== n) || words[0]! <= s.sentenceStart[n]! + 1)
    return false;
  return !told.some(
    ({ head, value }) => s.sentence[head] === n || holds(value.content, rangeSpan(s, words[0]!, words.at(-1)!)),
  );
}

/** "*What the army calls* the liberation of the town": the outlet hands on somebody's word for it, and does not vouch that it is one. */
function readNamings(ctx: Context): Draft<ScopeValue>[] {
  const { s, words } = ctx;
  const drafts: Draft<ScopeValue>[] = [];
  for (let t = 1; t < s.length; t++) {
    const what = words.roles.naming.has(s.lemma[t]!) && isVerb(s, t) ? whatOf(ctx, t) : -1;
    if (what < 0) continue;
    const operator = rangeSpan(s, what, t);
    const named = children(s, t).filter((c) => c > t && ["obj", "xcomp", "obl"].includes(relation(s, c)));
    drafts.push({
      span: operator,
      head: t,
      value: { operator, over: [t, ...named.flatMap((noun) => scopeOf(ctx, noun))], certainty: "unknown" },
      from: [{ span: operator, role: "cue" }],
    });
  }
  return drafts;
}

/** "*what* the army calls", which the parser may take for the main clause; -1 where there is none. */
function whatOf({ s }: Context, verb: number): number {
  const up = s.deprel[verb] === "acl:relcl" ? s.head[verb]! : -1;
  const what = up >= 0 ? up : (children(s, verb).find((c) => s.xpos[c] === "WP" && relation(s, c) === "obj") ?? -1);
  return what >= 0 && s.xpos[what] === "WP" && child(s, verb, "nsubj") > what ? what : -1;
}

/** "what the army called an 'attack'": read by its verb. */
const isNamedSo = (ctx: Context, noun: number): boolean => {
  const verb = ctx.s.head[noun]!;
  return verb >= 0 && ctx.words.roles.naming.has(ctx.s.lemma[verb]!) && whatOf(ctx, verb) >= 0;
};

const holds = (content: readonly Span[], span: Span): boolean => content.some((part) => contains(part, span));

/** "called it an 'attack'": somebody's word for it, though nothing more is told. */
function isCalled({ s, ...ctx }: Context, noun: number): boolean {
  const up = s.head[noun]!;
  return up >= 0 && ["xcomp", "obj", "obl"].includes(relation(s, noun)) && cueRowsAt({ s, ...ctx }, up).length > 0;
}
