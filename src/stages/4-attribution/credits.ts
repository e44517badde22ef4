import type { Draft } from "../../core/finding.ts";
import type { ActorMention, AttributionValue } from "../../core/layers.ts";
import { OUTLET } from "../../core/layers.ts";
import type { ActorKind } from "../../core/ledger.ts";
import { hull, type Span } from "../../core/span.ts";
import { children, tokenAt, upos } from "../../core/tree.ts";
import type { Context } from "./context.ts";

/** The longest line that only names a station and its programme, in tokens. */
const HEAD = 26;
/** The longest line at the foot that tells from whom the report was taken over, in tokens. */
const FOOT = 24;

/** How many paragraphs from the top a dateline or a byline may open. */
const TOP = 4;

/**
 * Organs named beside the text and in no sentence of it: the head of an item in a monitor's digest ("Radio Orient, Paris, Thursday, 1800. …"),
 * an agency in the dateline or the byline, or in brackets at the end of a paragraph, the credit at the foot of a republished article. What
 * stands there came through them.
 */
export function readCredits(ctx: Context): Draft<AttributionValue>[] {
  const { s } = ctx;
  const found: Draft<AttributionValue>[] = [];
  const blocks = s.document.blocks;
  const byBlock = new Map<number, number[]>();
  for (let n = 0; n + 1 < s.sentenceStart.length; n++)
    byBlock.set(s.block[n]!, [...(byBlock.get(s.block[n]!) ?? []), n]);
  for (const [, sentences] of byBlock) {
    const first = s.sentenceStart[sentences[0]!]!;
    const last = s.sentenceStart[sentences.at(-1)! + 1]! - 1;
    const head = stationHead(ctx, sentences);
    if (head) {
      found.push(draftOf(head, [[s.start[s.sentenceStart[sentences[1]!]!]!, s.end[last]!]]));
      continue;
    }
    const closing = bracketed(ctx, first, last);
    if (closing) found.push(draftOf(closing, [[s.start[first]!, s.end[tokenAt(s, closing.span[0]) - 2]!]]));
  }
  const top = topCredit(ctx, byBlock);
  if (top && blocks.length > 0) found.push(draftOf(top.organ, [[top.from, s.text.length]]));
  const foot = footCredit(ctx, byBlock);
  if (foot && blocks.length > 1) found.push(draftOf(foot, [[0, foot.span[0]]]));
  return found;
}

const draftOf = (organ: ActorMention, content: readonly Span[]): Draft<AttributionValue> => ({
  span: hull([organ.span, ...content]),
  head: organ.head,
  value: {
    source: organ.value.actor,
    via: [],
    cue: organ.span,
    sourceSpan: organ.span,
    content,
    act: "state",
    polarity: "positive",
    certainty: "certain",
    modality: "actual",
    form: "credit",
  },
  from: [{ span: organ.span, role: "source" }, ...content.map((span) => ({ span, role: "content" as const }))],
});

/** An organ of the press that is not the outlet itself. */
function isOrgan(ctx: Context, mention: ActorMention, kinds: readonly ActorKind[] = ["media"]): boolean {
  const { actor } = mention.value;
  if (actor === OUTLET || mention.value.form === "pronoun") return false;
  const outlet = ctx.actors.get(OUTLET)?.name ?? "";
  const found = ctx.actors.get(actor);
  if (!found || !kinds.includes(found.kind)) return false;
  const initials = outlet.replace(/[^\p{Lu}]/gu, "");
  return found.name.toLowerCase() !== outlet.toLowerCase() && found.name !== initials;
}

/** "Radio Orient, Paris, Thursday, 1800.": a first sentence without a verb that begins with an organ, and sentences after it. */
function stationHead(ctx: Context, sentences: readonly number[]): ActorMention | null {
  const { s } = ctx;
  const first = s.sentenceStart[sentences[0]!]!;
  const end = s.sentenceStart[sentences[0]! + 1]!;
  if (sentences.length < 2 || end - first > HEAD) return null;
  for (let t = first; t < end; t++) if (/^(?:VB[DZP]|MD)$/.test(s.xpos[t]!)) return null;
  const organ = ctx.mentions.find((m) => m.head >= first && m.head < end);
  if (!organ || !isOrgan(ctx, organ)) return null;
  // "Côte d'Ivoire. State television RTI, main news": nothing but names before it
  const before = tokenAt(s, organ.span[0]) - first;
  return before <= 4 ? organ : null;
}

/** "BEIRUT, 4 May (Reuters) - …", "By Ann Lee, Associated Press": an agency other than the outlet, and where what it tells begins. */
function topCredit(
  ctx: Context,
  byBlock: ReadonlyMap<number, readonly number[]>,
): { organ: ActorMention; from: number } | null {
  const { s, words } = ctx;
  for (const sentences of [...byBlock.values()].slice(0, TOP)) {
    const first = s.sentenceStart[sentences[0]!]!;
    const end = s.sentenceStart[sentences[0]! + 1]!;
    if (end - first > HEAD || end >= s.length) continue;
    const organ = ctx.mentions.find((m) => m.head >= first && m.head < end && isOrgan(ctx, m));
    if (!organ) continue;
    const dateline = sentences.length > 1 && isDash(s.lower[end - 1]!) && s.lower[tokenAt(s, organ.span[1])] === ")";
    const byline = sentences.length === 1 && words.roles.byline.has(s.lower[first]!);
    if (dateline || byline) return { organ, from: s.start[end]! };
  }
  return null;
}

const isDash = (word: string): boolean => /^(?:-{1,2}|–|—)$/.test(word);

/** "… were wounded. (AFP)" */
function bracketed(ctx: Context, first: number, last: number): ActorMention | null {
  const { s } = ctx;
  const end = s.lower[last] === "." ? last - 1 : last;
  if (!/^[)\]]$/.test(s.lower[end]!)) return null;
  let open = end - 1;
  while (open > first && !/^[([]$/.test(s.lower[open]!) && end - open < 6) open--;
  if (open <= first || !/^[([]$/.test(s.lower[open]!)) return null;
  const organ = ctx.mentions.find((m) => m.head > open && m.head < end);
  // two agencies may share initials with an army: in brackets it is the agency
  return organ && isOrgan(ctx, organ, ["media", "unknown"]) ? organ : null;
}

/** "Source: AFP", "This article was first published by Reuters.": an organ in the last line, with a word of taking over or in a credit. */
function footCredit(ctx: Context, byBlock: ReadonlyMap<number, readonly number[]>): ActorMention | null {
  const { s, words } = ctx;
  const last = [...byBlock.keys()].at(-1);
  if (last === undefined || byBlock.size < 2) return null;
  const sentences = byBlock.get(last)!;
  const first = s.sentenceStart[sentences[0]!]!;
  const end = s.sentenceStart[sentences.at(-1)! + 1]!;
  if (end - first > FOOT) return null;
  let takenOver = s.document.blocks[last]!.kind === "credit";
  for (let t = first; t < end; t++) {
    const word = words.roles.credit.has(s.lemma[t]!) || words.roles.credit.has(s.lower[t]!);
    if (word && (upos(s, t) !== "ADP" || t === first)) takenOver = true;
    if (s.xpos[t] === "CD" && end - first > 12) return null;
  }
  const inLine = ctx.mentions.filter((m) => m.head >= first && m.head < end);
  const organ =
    inLine.find((m) => isOrgan(ctx, m)) ??
    (isTakenOver(ctx, first, end) ? inLine.find((m) => isOrgan(ctx, m, ["unknown"]) && isNamed(ctx, m)) : undefined);
  const onlyPeople = ctx.mentions.some((m) => m.head >= first && m.head < end && tells(ctx, m));
  return organ && takenOver && !onlyPeople ? organ : null;
}

/** "*First published* by the Lake Times", "*republished* from", "*Source*: …": so that a name nobody knows can only be an organ's. */
function isTakenOver({ s, words }: Context, first: number, end: number): boolean {
  const { credit, printing } = words.roles;
  const tells = (t: number): boolean => credit.has(s.lemma[t]!) || credit.has(s.lower[t]!);
  if (s.lower[first + 1] === ":" && tells(first)) return true;
  for (let t = first; t < end; t++)
    if (upos(s, t) === "VERB" && (tells(t) || (printing.has(s.lemma[t]!) && children(s, t).some(tells)))) return true;
  return false;
}

/** By a name of its own, and no common noun. */
const isNamed = ({ s }: Context, { head }: ActorMention): boolean => s.xpos[head]!.startsWith("NNP");

/** Somebody in the last line who is neither an organ nor a person by-lined: it is a sentence of the report. */
function tells(ctx: Context, { value }: ActorMention): boolean {
  const kind = ctx.actors.get(value.actor)?.kind;
  return value.actor !== OUTLET && kind !== "media" && kind !== "person" && kind !== "unknown";
}
