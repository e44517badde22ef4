import type { ActorKind } from "../../core/ledger.ts";
import { relation, upos } from "../../core/tree.ts";
import { type Context, minus, type Ranges, tokensOf } from "./context.ts";
import { GOES_ON } from "./semicolons.ts";
import type { Statement } from "./statement.ts";

/** Kinds that suffer what is told rather than tell it. */
const VOICELESS: ReadonlySet<ActorKind> = new Set(["rioters", "protesters"]);

/** Tokens that a speaker's name or a number's bound may have. */
const REACH = 5;

/**
 * "The army says 12 people died, *the rebels 40*", "put the dead at 12, *the rebels at 40*", "spoke of eight dead, *doctors of 15*": behind a
 * figure in somebody's words, a speaker and a number without a verb are another's figure, told by the same cue.
 */
export function readGapped(ctx: Context, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => {
    const found = gapsOf(ctx, statement);
    if (found.length === 0) return [statement];
    const rest: Ranges = [[found[0]!.from, ctx.s.sentenceStart[ctx.s.sentence[statement.token]! + 1]! - 1]];
    const others = found.map(({ source, content }): Statement => {
      return { ...statement, rule: "gapped", source, content: [content], relays: [], via: [], takesQuote: false };
    });
    return [{ ...statement, content: minus(statement.content, rest) }, ...others];
  });
}

interface Gap {
  /** Where the words of another begin. */
  readonly from: number;
  readonly source: number;
  readonly content: readonly [first: number, last: number];
  /** What stands before the number: "the rebels *at* 40"; "" where nothing does. */
  readonly preposition: string;
}

function gapsOf(ctx: Context, { row, negated, source, token, content, form }: Statement): Gap[] {
  const { s } = ctx;
  if (source < 0 || negated || !GOES_ON.has(row.act) || form === "noun") return [];
  const end = s.sentenceStart[s.sentence[token]! + 1]!;
  const first = tokensOf(content).find((t) => upos(s, t) === "NUM");
  if (first === undefined || s.sentence[first] !== s.sentence[token]) return [];
  const found: Gap[] = [];
  const before = s.lower[first - 1] ?? "";
  for (let t = first + 1; t < end; t++) {
    const gap = gapAt(ctx, t, end);
    // "spoke *of* eight dead, doctors *of* 15"; a boy of seventeen is no speaker
    const isParallel = gap && (gap.preposition === "" || gap.preposition === before);
    if (!isParallel || gap.source === source || (found.length === 0 && loses(ctx, token, t))) continue;
    found.push(gap);
    t = gap.content[1];
  }
  return found;
}

/** "The army lost nine men, *the rebels fourteen*": there the names are whose the dead are. */
const loses = ({ s, words }: Context, from: number, to: number): boolean => {
  for (let t = from + 1; t < to; t++) if (words.roles.losing.has(s.lemma[t]!)) return true;
  return false;
};

/** A comma or conjunction, a speaker, perhaps a preposition, a number, and the end of the phrase. */
function gapAt({ s, mentionAt, actors, places, quoteOf }: Context, at: number, end: number): Gap | null {
  if (!isBreak(s.lower[at]!, upos(s, at)) || quoteOf[at]! >= 0) return null;
  let t = at + 1;
  if (s.xpos[t] === "CC") t++;
  const start = t;
  while (t < end && t - start < REACH && /^(?:DET|ADJ|NOUN|PROPN)$/.test(upos(s, t))) t++;
  const head = t - 1;
  const mention = head >= start ? mentionAt.get(head) : undefined;
  if (!mention || places.has(head) || VOICELESS.has(actors.get(mention.value.actor)?.kind ?? "unknown")) return null;
  // "unit 34" is called so
  if (s.xpos[head] === "NN" && upos(s, start) !== "DET") return null;
  const preposition = upos(s, t) === "ADP" && upos(s, t + 1) === "NUM" ? s.lower[t]! : "";
  if (preposition !== "") t++;
  const number = t;
  while (t < end && t - number < REACH && /^(?:ADP|ADV|ADJ|SCONJ)$/.test(upos(s, t))) t++;
  if (upos(s, t) !== "NUM" || /[/:]/.test(s.lower[t]!)) return null;
  // "3. The national police": the number of an item
  if (/\n/.test(s.text.slice(s.end[t - 1]!, s.start[t]!))) return null;
  while (t + 1 < end && (upos(s, t + 1) === "NUM" || relation(s, t + 1) === "fixed")) t++;
  const closes = t + 1 < end && (isBreak(s.lower[t + 1]!, upos(s, t + 1)) || s.lower[t + 1] === ".");
  return closes ? { from: at, source: head, content: [number, t], preposition } : null;
}

const isBreak = (word: string, tag: string): boolean => /^[,;]$/.test(word) || tag === "CCONJ";
