import { closingLabel, type Label, leadingLabel } from "../../core/label.ts";
import { OUTLET } from "../../core/layers.ts";
import type { ActorKind } from "../../core/ledger.ts";
import { relation, upos } from "../../core/tree.ts";
import { type Context, isVerb, type Ranges } from "./context.ts";
import type { Statement } from "./statement.ts";
import { actorOf } from "./who.ts";

/** Kinds that do not speak under a label: not "Victims: two cooks and a driver", not "Ukraine: three years on". */
const VOICELESS: ReadonlySet<ActorKind> = new Set([
  "communal-militia",
  "rioters",
  "protesters",
  "civilians",
  "unknown",
]);

/** A statement without a full stop is a headline if it has no more words than this. */
const HEADLINE = 24;

/**
 * Speakers set apart by a colon or a dash: headlines ("Army: 12 killed in ambush", "12 killed in ambush - army"), and turns of a
 * transcript ("Col. Smith: We shelled the camp."), which hold to the end of the paragraph.
 */
export function readLabels(ctx: Context, taken: readonly Statement[]): Statement[] {
  const { s } = ctx;
  const found: Statement[] = [];
  const busy = new Set(taken.map((statement) => s.sentence[statement.token]!));
  let answering = -1;
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const opens = n === 0 || s.block[n] !== s.block[n - 1];
    if (s.document.blocks[s.block[n]!]!.kind === "credit") continue;
    const lead = leadingLabel(s, n);
    if (lead && opens && labelledParts(ctx, n, lead).length === 1) {
      const turn = turnOf(ctx, lead, n, answering);
      if (turn) {
        found.push(turn);
        if (isNamed(ctx, lead)) answering = lead.head;
        continue;
      }
    }
    const listed = lead ? labelledParts(ctx, n, lead) : [];
    // "IDF: 3 killed; *Hamas: 14 killed*": where the first of a row speaks, the next ones do
    const inRow = !opens && found.some((turn) => turn.content.some(([, last]) => last + 1 === s.sentenceStart[n]));
    let spoken = inRow && s.lower[s.sentenceStart[n]! - 1] === ";";
    for (const [label, end] of listed) {
      if (!isTold(ctx, label.mark + 1, end) || !(spoken ? isSomebody(ctx, label) : speakerBy(ctx, label))) continue;
      spoken = true;
      found.push(statementOf(ctx, label, label.head, [[label.mark + 1, end]]));
    }
    if (listed.some(([label]) => found.some(({ token }) => token === label.mark))) continue;
    const close = busy.has(n) || !isHeadline(ctx, n) ? null : closingLabel(s, n);
    if (!close || !isTold(ctx, s.sentenceStart[n]!, close.mark - 1)) continue;
    const speaker = speakerBy(ctx, close) ? close.head : isTeller(ctx, close) ? nobodyOr(ctx, close.head) : null;
    if (speaker !== null) found.push(statementOf(ctx, close, speaker, [[s.sentenceStart[n]!, close.mark - 1]]));
  }
  return found;
}

/** "IDF: 3 soldiers killed; Hamas: 14 soldiers killed": the labels of a sentence, each with where its words end. */
function labelledParts({ s }: Context, n: number, lead: Label): readonly (readonly [Label, number])[] {
  const end = s.sentenceStart[n + 1]! - 1;
  const labels = [lead];
  for (let t = lead.mark + 1; t < end; t++) {
    const next = s.lower[t] === ";" ? leadingLabel(s, n, t + 1) : null;
    if (next) labels.push(next);
  }
  return labels.map((label, i) => [label, i + 1 < labels.length ? labels[i + 1]!.first - 2 : end] as const);
}

/** A label that opens a paragraph: whose turn it is. Null where the words name no speaker. */
function turnOf(ctx: Context, label: Label, n: number, answering: number): Statement | null {
  const { s, words } = ctx;
  const { question, answer, interview } = words.roles;
  const told: Ranges = [[label.mark + 1, endOfBlock(ctx, n)]];
  const single = label.first === label.last;
  // Who asks asserts nothing.
  if (single && question.has(s.lemma[label.head]!.toLowerCase()))
    return { ...statementOf(ctx, label, -1, told), asked: true };
  if (single && answer.has(s.lower[label.head]!)) {
    const speaker = answering >= 0 ? answering : interviewed(ctx, label.first, interview);
    return statementOf(ctx, label, speaker, told);
  }
  if (!isTold(ctx, label.mark + 1, endOf(ctx, n))) return null;
  const known = speakerBy(ctx, label) ? label.head : isTeller(ctx, label) ? nobodyOr(ctx, label.head) : null;
  const speaker = known ?? (single ? namedBefore(ctx, label.head) : null);
  if (speaker === null) return null;
  return statementOf(ctx, label, speaker, isHeadline(ctx, n) ? [[label.mark + 1, endOf(ctx, n)]] : told);
}

/** "Mayor Petro *Hnatiuk* … *Hnatiuk*: We have buried 14.": a surname alone is that of somebody named in full before. */
function namedBefore(ctx: Context, surname: number): number | null {
  const { s } = ctx;
  if (actorOf(ctx, surname) !== null) return null;
  const named = ctx.mentions.find(
    ({ head, span, value }) =>
      head < surname &&
      value.form === "name" &&
      s.text
        .slice(...span)
        .toLowerCase()
        .endsWith(` ${s.lower[surname]}`),
  );
  return named?.head ?? null;
}

function statementOf(ctx: Context, label: Label, source: number, content: Ranges): Statement {
  const { labels } = ctx.words;
  const row = labels.get(ctx.s.lower[label.mark]!) ?? labels.get("-")!;
  return {
    rule: "label",
    row,
    cue: [label.mark, label.mark],
    token: label.mark,
    content,
    source,
    relays: [],
    via: [],
    form: "headline",
    negated: false,
    takesQuote: false,
  };
}

/** The one who is interviewed: a person named beside a word of interviewing before the first question, else the last person named. */
function interviewed(ctx: Context, before: number, words: ReadonlySet<string>): number {
  const { s } = ctx;
  const people = ctx.mentions.filter(
    (m) => m.head < before && m.value.form === "name" && ctx.actors.get(m.value.actor)?.kind === "person",
  );
  const beside = people.filter((m) => {
    const sentence = s.sentence[m.head]!;
    for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++)
      if (words.has(s.lemma[t]!)) return true;
    return false;
  });
  return (beside.at(-1) ?? people.at(-1))?.head ?? -1;
}

function isNamed(ctx: Context, label: Label): boolean {
  const actor = actorOf(ctx, label.head);
  return actor !== null && ctx.actors.get(actor)?.kind === "person";
}

/** Whether a label in a row of speakers names anybody: "residents: nine people died". */
function isSomebody(ctx: Context, label: Label): boolean {
  const actor = actorOf(ctx, label.head);
  return actor !== null && actor !== OUTLET && !ctx.places.has(label.head);
}

/** "… - *police source*", "…: *official*", "*Report*: …": named by the telling alone. */
const isTeller = ({ s, words }: Context, { head }: Label): boolean =>
  words.roles.teller.has(s.lemma[head]!.toLowerCase());

/** The speaker, or -1 where nobody is known by the word: the outlet hands it on and does not vouch for it. */
function nobodyOr(ctx: Context, head: number): number {
  const actor = actorOf(ctx, head);
  return actor === null || actor === OUTLET ? -1 : head;
}

/** Whether the words name somebody who can speak; a place set before a colon is the topic of the headline. */
function speakerBy(ctx: Context, label: Label): boolean {
  const { s, words } = ctx;
  const lemma = s.lemma[label.head]!.toLowerCase();
  if (words.roles.spokesman.has(lemma)) return true;
  // "Comment: …", "Monitor's note: …": the outlet itself
  if (words.roles.document.has(lemma) || words.cues.get(lemma)?.some((row) => row.pos === "noun")) {
    const author = actorOf(ctx, label.head);
    return author !== null && !VOICELESS.has(ctx.actors.get(author)?.kind ?? "unknown");
  }
  const mention = ctx.mentions.find((m) => m.head >= label.first && m.head <= label.last);
  const id = mention ? mention.value.actor : actorOf(ctx, label.head);
  const actor = id === null || id === OUTLET ? undefined : ctx.actors.get(id);
  if (!actor) return false;
  // "Residents: soldiers burned houses", but "Victims: two cooks and a driver"
  if (VOICELESS.has(actor.kind))
    return actor.kind === "civilians" && label.mark > label.head && (isQuoted(ctx, label) || hasClause(ctx, label));
  // "HERAT: Four policemen …" and "Syria: five killed" say where, "Rebels: 12 killed, army: 9 killed" whose losses
  if (ctx.places.has(label.head)) return isQuoted(ctx, label);
  const people = s.xpos[label.head] === "NNS";
  const opens = label.first === 0 || s.block[s.sentence[label.first]!] !== s.block[s.sentence[label.first - 1]!];
  const losses = actor.kind !== "witness" && (people || !opens) && label.mark > label.head;
  return !losses || hasSubject(ctx, label) || isQuoted(ctx, label);
}

/** "Rebels: soldiers killed …": somebody does something, and it is not a bare figure. */
function hasSubject({ s }: Context, label: Label): boolean {
  const end = s.sentenceStart[s.sentence[label.mark]! + 1]!;
  for (let t = label.mark + 1; t < end; t++)
    if (relation(s, t) === "nsubj" && upos(s, t) !== "NUM" && s.xpos[t - 1] !== "CD") return true;
  return false;
}

/** "Residents: soldiers *burned* houses": a finite clause with a subject of its own. */
function hasClause({ s }: Context, label: Label): boolean {
  const end = s.sentenceStart[s.sentence[label.mark]! + 1]!;
  for (let t = label.mark + 1; t < end; t++)
    if (relation(s, t) === "nsubj" && s.xpos[t - 1] !== "CD" && /^VB[DZP]$/.test(s.xpos[s.head[t]!]!)) return true;
  return false;
}

const isQuoted = ({ s }: Context, label: Label): boolean =>
  label.mark > label.head && /^["“«'‘]/.test(s.text.slice(s.start[label.mark + 1]!, s.end[label.mark + 1]!));

/** Whether anything is told between the tokens: a verb, a figure, or words in quotation marks. */
function isTold(ctx: Context, from: number, to: number): boolean {
  const { s } = ctx;
  for (let t = from; t <= to; t++) {
    if (ctx.quoteOf[t]! >= 0 || isVerb(s, t)) return true;
    if (s.xpos[t] === "CD") return true;
    if (upos(s, t) === "NOUN" && ctx.words.roles.happening.has(s.lemma[t]!)) return true;
  }
  return false;
}

const endOf = ({ s }: Context, n: number): number => s.sentenceStart[n + 1]! - 1;

function endOfBlock({ s }: Context, n: number): number {
  let last = n;
  while (last + 2 < s.sentenceStart.length && s.block[last + 1] === s.block[n]) last++;
  return s.sentenceStart[last + 1]! - 1;
}

/** A heading, or a paragraph of one short sentence without a full stop. */
function isHeadline(ctx: Context, n: number): boolean {
  const { s } = ctx;
  if (s.document.blocks[s.block[n]!]!.kind === "heading") return true;
  const [first, last] = [s.sentenceStart[n]!, endOf(ctx, n)];
  const alone = s.block[n - 1] !== s.block[n] && (n + 2 >= s.sentenceStart.length || s.block[n + 1] !== s.block[n]);
  return alone && last - first < HEADLINE && !/[.!?]$/.test(s.lower[last]!);
}
