import { child, children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import type { Context } from "./context.ts";
import { leftEdge } from "./inserted.ts";
import { ownerOf } from "./sources.ts";
import type { Statement } from "./statement.ts";
import { actorOf } from "./who.ts";

/** A mark that may part a verbless saying from what it is about, within one sentence. */
const PARTED = /^(?:;|-{1,2}|–|—)$/;

/**
 * A source named without a verb of saying behind what it tells: "Rebels attacked the post on Monday. *So the governor.*", "*That is the army's version.*",
 * "…; *thus the mayor*". What is told is the sentence before, or the words before the mark, unless they are somebody else's.
 */
export function readVerbless(ctx: Context, taken: readonly Statement[]): Statement[] {
  const { s, words } = ctx;
  const owned = new Set(taken.filter(({ source }) => source >= 0).map(({ token }) => s.sentence[token]!));
  const busy = new Set(taken.map(({ token }) => s.sentence[token]!));
  const found: Statement[] = [];
  for (let t = 1; t < s.length; t++) {
    const row = words.labels.get(s.lower[t]!);
    if (!row || upos(s, t) === "PUNCT") continue;
    const n = s.sentence[t]!;
    const opens = t === s.sentenceStart[n];
    if (busy.has(n) && (opens || owned.has(n))) continue;
    if (opens ? n === 0 || s.block[n - 1] !== s.block[n] || owned.has(n - 1) : !PARTED.test(s.lower[t - 1]!)) continue;
    const source = speakerAt(ctx, t);
    if (source < 0) continue;
    const from = s.sentenceStart[opens ? n - 1 : n]!;
    found.push(statementOf(row, t, source, [from, opens ? t - 1 : t - 2]));
  }
  return found;
}

/** Whom the words from a pointing word to the end of the sentence name as the speaker: "so *the governor*", "that is *the army*'s version"; -1. */
function speakerAt(ctx: Context, pointing: number): number {
  const { s, words } = ctx;
  const head = s.head[pointing]!;
  const end = s.sentenceStart[s.sentence[pointing]! + 1]! - 1;
  if (head < pointing || (s.head[head]! >= pointing && s.head[head]! <= end)) return -1;
  if (!["NOUN", "PROPN"].includes(upos(s, head)) || leftEdge(ctx, head) !== pointing || s.right[head]! < end - 1)
    return -1;
  const copula = child(s, head, "cop");
  if (copula < 0) {
    const plain =
      relation(s, pointing) === "advmod" &&
      children(s, head).every((c) => c <= pointing || c > head || isPlain(ctx, c));
    return plain && isSomebody(ctx, head) ? head : -1;
  }
  if (relation(s, pointing) === "advmod" || !words.roles.account.has(s.lemma[head]!) || ctx.negated.has(head))
    return -1;
  const owner = ownerOf(ctx, head);
  return ctx.places.has(owner) ? -1 : owner;
}

/** A part of the speaker's own name or title. */
const isPlain = ({ s }: Context, t: number): boolean => !["ADV", "VERB", "AUX", "PUNCT"].includes(upos(s, t));

const isSomebody = (ctx: Context, head: number): boolean =>
  (actorOf(ctx, head) !== null || upos(ctx.s, head) === "PROPN") && !ctx.places.has(head);

const statementOf = (row: CueRow, cue: number, source: number, content: readonly [number, number]): Statement => ({
  rule: "verbless",
  row,
  cue: [cue, cue],
  token: cue,
  content: [content],
  source,
  relays: [],
  via: [],
  form: "indirect",
  negated: false,
  takesQuote: false,
});
