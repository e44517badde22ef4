import type { ActorMention, Mentions } from "../../core/layers.ts";
import type { Actor } from "../../core/ledger.ts";
import type { Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, tokenAt, upos } from "../../core/tree.ts";
import { type CueRow, type SpeechIndex, speechIndex } from "../../lexicon/speech.ts";
import { findQuotes, type Quote } from "./quotes.ts";

/** All that the rules of this stage look at. Made once a report. */
export interface Context {
  readonly s: Syntax;
  readonly words: SpeechIndex;
  readonly actors: ReadonlyMap<string, Actor>;
  /** Mention by head token. */
  readonly mentionAt: ReadonlyMap<number, ActorMention>;
  readonly mentions: readonly ActorMention[];
  /** Tokens that head the name of a place. */
  readonly places: ReadonlySet<number>;
  /** Actors that the report calls spokesmen. */
  readonly spokesmen: ReadonlySet<string>;
  /** First tokens of loaded words. */
  readonly loaded: ReadonlySet<number>;
  readonly quotes: readonly Quote[];
  /** Quote number of each token; -1 outside quotation marks. */
  readonly quoteOf: Int32Array;
  /** Words that an operator denies: "did not *say*", "refused to *confirm*", "was unable to *verify*". */
  readonly negated: ReadonlySet<number>;
  /** Words for what somebody only means to do: "is seeking to *verify*", "hopes to *confirm*". */
  readonly ahead: ReadonlySet<number>;
}

export type Lexicon = Parameters<typeof speechIndex>[0];

export function makeContext(s: Syntax, mentions: Mentions, lexicon: Lexicon): Context {
  const quotes = findQuotes(s);
  const words = speechIndex(lexicon);
  const isOffice = ({ head, value }: ActorMention) =>
    value.form === "office" && head >= 0 && words.roles.spokesman.has(s.lemma[head]!);
  const quoteOf = new Int32Array(s.length).fill(-1);
  quotes.forEach((quote, i) => {
    for (let t = quote.first; t <= quote.last; t++) quoteOf[t] = i;
  });
  return {
    s,
    words,
    spokesmen: new Set(mentions.actorMentions.filter(isOffice).map(({ value }) => value.actor)),
    actors: new Map(mentions.actors.map((actor) => [actor.id, actor])),
    mentionAt: new Map(mentions.actorMentions.map((m) => [m.head, m])),
    mentions: mentions.actorMentions,
    places: new Set(mentions.placeMentions.flatMap((m) => (m.value.use === "actor" ? [] : [m.head]))),
    loaded: new Set(mentions.loaded.map(({ span }) => tokenAt(s, span[0]))),
    quotes,
    quoteOf,
    negated: new Set(),
    ahead: new Set(),
  };
}

/** Tokens as ascending inclusive ranges. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** All tokens of the subtree of `root`, without the subtrees of `without`, as ranges. Linear in the subtree. */
export function yieldOf(s: Syntax, root: number, without: ReadonlySet<number> = new Set()): Ranges {
  const tokens: number[] = [];
  const stack = [root];
  for (let t = stack.pop(); t !== undefined; t = stack.pop()) {
    if (without.has(t)) continue;
    tokens.push(t);
    for (let c = s.firstChild[t]!; c >= 0; c = s.nextSibling[c]!) stack.push(c);
  }
  return rangesOf(tokens);
}

export function rangesOf(tokens: number[]): Ranges {
  tokens.sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const t of tokens) {
    const last = ranges[ranges.length - 1];
    if (last && t <= last[1] + 1) last[1] = Math.max(last[1], t);
    else ranges.push([t, t]);
  }
  return ranges;
}

export function union(a: Ranges, b: Ranges): Ranges {
  return rangesOf([...tokensOf(a), ...tokensOf(b)]);
}

export function minus(a: Ranges, b: Ranges): Ranges {
  const gone = new Set(tokensOf(b));
  return rangesOf(tokensOf(a).filter((t) => !gone.has(t)));
}

export function tokensOf(ranges: Ranges): number[] {
  const tokens: number[] = [];
  for (const [first, last] of ranges) for (let t = first; t <= last; t++) tokens.push(t);
  return tokens;
}

/** Ranges as spans, without the punctuation at their edges; ranges of nothing but punctuation fall. */
export function spansOf(s: Syntax, ranges: Ranges): Span[] {
  const spans: Span[] = [];
  for (const [first, last] of ranges) {
    let from = first;
    let to = last;
    while (from <= to && upos(s, from) === "PUNCT") from++;
    while (to >= from && upos(s, to) === "PUNCT") to--;
    if (from <= to) spans.push([s.start[from]!, s.end[to]!]);
  }
  return spans;
}

/** The dependent that a word like "of" brings: "accused X *of* shelling", "fear *of* attack". -1 where none. */
export function broughtBy(s: Syntax, head: number, preposition: string): number {
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel !== "obl" && rel !== "nmod" && rel !== "advcl" && rel !== "acl" && rel !== "xcomp" && rel !== "ccomp")
      continue;
    for (const m of children(s, c)) {
      const mark = relation(s, m);
      if (mark !== "case" && mark !== "mark") continue;
      // "accused the gangs inside *of* keeping …", of which the parser makes one preposition
      if (s.lower[m] === preposition || s.lower[s.right[m]!] === preposition) return c;
    }
  }
  return -1;
}

export const isPassive = (s: Syntax, verb: number): boolean =>
  children(s, verb).some((c) => s.deprel[c] === "nsubj:pass" || s.deprel[c] === "aux:pass");

export const isVerb = (s: Syntax, token: number): boolean => s.xpos[token]!.startsWith("VB");

const NONE: readonly CueRow[] = [];

/** Rows of a token by lemma or form. Lemmas of rare verbs may lack or have an "e" too many ("divulg", "murmure"). */
export function cueRowsAt(ctx: Context, token: number): readonly CueRow[] {
  const { cues } = ctx.words;
  const lemma = ctx.s.lemma[token]!;
  return (
    cues.get(lemma) ??
    cues.get(ctx.s.lower[token]!) ??
    cues.get(`${lemma}e`) ??
    (lemma.endsWith("e") ? cues.get(lemma.slice(0, -1)) : undefined) ??
    NONE
  );
}

/** "said *that* …" */
export const isThat = (ctx: Context, m: number): boolean =>
  relation(ctx.s, m) === "mark" && (ctx.s.xpos[m] === "IN" || ctx.s.xpos[m] === "WDT");
