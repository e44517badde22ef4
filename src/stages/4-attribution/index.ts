import { annotate, type Draft, type Notice, type Refusal } from "../../core/finding.ts";
import type { Attribution, Attributions, AttributionValue, Mentions, ScopeValue } from "../../core/layers.ts";
import { OUTLET } from "../../core/layers.ts";
import type { ActorKind } from "../../core/ledger.ts";
import { contains, hull, inOrder, overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, rangeSpan, tokenSpan } from "../../core/tree.ts";
import { readAfterwards } from "./afterwards.ts";
import { anonymousAccount } from "./anonymous.ts";
import { withoutAsides } from "./asides.ts";
import { readBehindColons } from "./behind-colon.ts";
import { readBelied } from "./belied.ts";
import { bothSides } from "./both-sides.ts";
import { type Context, cueRowsAt, type Lexicon, makeContext, type Ranges, spansOf, tokensOf } from "./context.ts";
import { continued } from "./continued.ts";
import { readCredits } from "./credits.ts";
import { readDemands } from "./demands.ts";
import { readGapped } from "./gapped.ts";
import { partGranted } from "./granted.ts";
import { readIntroduced } from "./introduced.ts";
import { joinQuotes } from "./join-quotes.ts";
import { readLabels } from "./labels.ts";
import { readNoun } from "./nouns.ts";
import { readPhrases, withAccounts } from "./phrases.ts";
import { recoordinate } from "./recoordinate.ts";
import { settleRelayed } from "./relayed.ts";
import { relayedLater } from "./relayed-later.ts";
import { readScareQuotes } from "./scare-quotes.ts";
import { readScopes } from "./scopes.ts";
import { goOnAfterSemicolons } from "./semicolons.ts";
import { coSpeakers, sourceOf } from "./sources.ts";
import { stanceOf } from "./stance.ts";
import type { Loss, Statement } from "./statement.ts";
import { readUnowned } from "./unowned.ts";
import { readVerbless } from "./verbless.ts";
import { readVerb } from "./verbs.ts";
import { actorOf } from "./who.ts";

/**
 * Stage 4: who says what, by which cue, and with what stance; and the operators ("may", "not", "plans to") over what is told.
 * Linear in the text but for very long sentences. Never throws for a text.
 */
export function readAttributions(syntax: Syntax, mentions: Mentions, lexicon: Lexicon): Attributions {
  const blank = makeContext(recoordinate(syntax, lexicon), mentions, lexicon);
  const operators = readScopes(blank);
  const ctx: Context = { ...blank, negated: negatedBy(operators), ahead: aheadBy(operators) };
  const losses: Loss[] = [];
  const cued: Statement[] = [];
  for (let t = 0; t < syntax.length; t++) {
    if (cueRowsAt(ctx, t).length === 0 || isCiting(ctx, t)) continue;
    const read = readVerb(ctx, t, losses) ?? readNoun(ctx, t, losses);
    if (read) cued.push(read);
  }
  cued.push(...readBelied(ctx, cued));
  const phrases = readPhrases(ctx, new Set(cued.map(({ token }) => token)));
  const brought = new Set(phrases.map(({ source }) => source));
  const statements = withAccounts([
    ...cued.filter(({ rule, token }) => rule !== "noun" || !brought.has(token)),
    ...phrases,
  ]);
  const introduced = readIntroduced(ctx, statements);
  statements.push(...introduced.statements);
  statements.push(...readLabels(ctx, statements));
  statements.push(...readVerbless(ctx, statements));
  const notices: Notice[] = [...introduced.notices];
  const drafts: { rule: string; draft: Draft<AttributionValue> }[] = [];
  for (const statement of readDemands(
    ctx,
    readGapped(
      ctx,
      goOnAfterSemicolons(
        ctx,
        joinQuotes(ctx, readAfterwards(ctx, settleRelayed(ctx, readBehindColons(ctx, statements)))),
      ),
    ),
  ).flatMap((statement) => partGranted(ctx, statement))) {
    const draft = draftOf(ctx, statement, notices);
    if (draft) drafts.push({ rule: `attribution/${statement.rule}`, draft });
    else losses.push({ token: statement.token, row: statement.row, reason: "nothing that is told" });
  }
  const accounts = continued(
    ctx,
    drafts.map(({ draft }) => draft),
  );
  drafts.push(...accounts.drafts.map(({ rule, draft }) => ({ rule: `attribution/${rule}`, draft })));
  notices.push(...accounts.notices);
  const unowned = readUnowned(
    ctx,
    drafts.map(({ draft }) => draft),
  );
  notices.push(...unowned.notices);
  ownDocuments(ctx, drafts);
  inheritSpeakers(ctx, drafts);
  relayedLater(ctx, drafts);
  inheritRelays(ctx, drafts);
  drafts.push(...readCredits(ctx).map((draft) => ({ rule: "attribution/credit", draft })));
  drafts.sort((a, b) => inOrder(a.draft.span, b.draft.span));
  const attributions: Attribution[] = drafts.flatMap(({ rule, draft }, i) =>
    annotate("attribution", rule, [draft], i + 1),
  );
  const doubts = readScareQuotes(
    ctx,
    drafts.map(({ draft }) => draft),
  );
  const scopes = [
    ...annotate("scope", "scope/operator", operators),
    ...annotate("scope", "scope/scare-quotes", doubts, operators.length + 1),
    ...annotate("scope", "scope/unowned-quotation", unowned.drafts, operators.length + doubts.length + 1),
  ];
  return { attributions, scopes, refusals: losses.map((loss) => refusal(ctx, loss)), notices };
}

/** "…, *citing* figures from the ministry": whose they are is read off the phrase. */
const isCiting = ({ s, words }: Context, t: number): boolean =>
  s.xpos[t] === "VBG" &&
  child(s, t, "aux") < 0 &&
  child(s, t, "nsubj") < 0 &&
  (words.phrases.get(s.lower[t]!)?.some((phrase) => phrase.words.length === 1 && phrase.row.relayed) ?? false);

/** A denial that also doubts ("hardly") is none of the saying itself. */
const negatedBy = (operators: readonly Draft<ScopeValue>[]): ReadonlySet<number> =>
  new Set(operators.flatMap(({ value }) => (value.polarity && !value.certainty ? value.over : [])));

const aheadBy = (operators: readonly Draft<ScopeValue>[]): ReadonlySet<number> =>
  new Set(operators.flatMap(({ value }) => (value.stage ? value.over : [])));

function draftOf(ctx: Context, statement: Statement, notices: Notice[]): Draft<AttributionValue> | null {
  const { s } = ctx;
  const content = spansOf(s, withoutRelative(ctx, withoutAsides(ctx, statement, statement.content)));
  if (content.length === 0) return null;
  const cue = rangeSpan(s, statement.cue[0], statement.cue[1]);
  const anonymous =
    statement.source >= 0 && statement.relays.length === 0 ? anonymousAccount(ctx, statement.source) : null;
  const source = statement.source >= 0 && !anonymous ? sourceOf(ctx, statement.source) : null;
  const via = [...(source?.via ?? []), ...statement.via];
  for (const relay of statement.relays) {
    const actor = actorOf(ctx, relay);
    if (actor) via.push(actor);
  }
  // "the monitor, citing its records": where what is cited is nobody, who cites it holds it
  const sides = source && bothSides(ctx, source.head);
  const speaker = source && (sides ? (sides[0] ?? null) : (source.actor ?? via.shift() ?? null));
  if (source && speaker === null)
    notices.push({ code: "N-ATTRIBUTION-01", message: "the speaker is nobody that is known", span: source.span });
  const also = sides?.slice(1) ?? (source ? coSpeakers(ctx, statement.source, [speaker, ...via]) : []);
  const from: { span: Span; role: "cue" | "source" | "content" }[] = [{ span: cue, role: "cue" }];
  if (source) from.push({ span: source.span, role: "source" });
  for (const span of content) from.push({ span, role: "content" });
  return {
    span: hull([cue, ...content, ...(source ? [source.span] : [])]),
    head: statement.cue[0],
    value: {
      // "the report is false": the outlet itself says so, unless the words stand inside another's
      source: source ? speaker : statement.row.source === "impersonal" ? OUTLET : null,
      via: [...new Set(via)].filter((actor) => actor !== speaker),
      cue,
      sourceSpan: source?.span ?? null,
      content,
      ...stanceOf(statement),
      ...(anonymous?.certainty && { certainty: anonymous.certainty }),
      form: statement.form,
      ...(also.length > 0 && { also }),
      ...((statement.row.mutual || isReciprocal(ctx, statement)) && { mutual: true as const }),
    },
    from,
    entry: `speech/${statement.row.id}`,
  };
}

/** "a raid, *which* the army denied": the pronoun alone tells nothing. */
function withoutRelative({ s }: Context, content: Ranges): Ranges {
  const told = content.filter(([first, last]) => first !== last || !/^W/.test(s.xpos[first]!));
  return told.length > 0 ? told : content;
}

/** "Accused *each other* of shelling the market". */
const isReciprocal = ({ s, words }: Context, { row, content }: Statement): boolean =>
  row.act === "accuse" &&
  tokensOf(content).some((t) => words.roles.reciprocal.has(`${s.lower[t]} ${s.lower[t + 1] ?? ""}`));

/** "The group said it had overrun a post, *according to a statement* carried by its agency": a document that nobody is named for is the speaker's. */
function ownDocuments(ctx: Context, drafts: { rule: string; draft: Draft<AttributionValue> }[]): void {
  for (const entry of drafts) {
    const { source, form, content, sourceSpan } = entry.draft.value;
    if (form !== "according-to" || source === null || ctx.actors.get(source)?.kind !== "unknown") continue;
    const said = ctx.mentions.find(({ value, span }) => value.actor === source && overlaps(span, sourceSpan!));
    if (!said || !ctx.words.roles.document.has(ctx.s.lemma[said.head]!)) continue;
    const speaker = drafts.find(
      ({ draft }) => draft.value.source && content.some((part) => contains(part, draft.value.cue)),
    );
    if (speaker) entry.draft = { ...entry.draft, value: { ...entry.draft.value, source: speaker.draft.value.source } };
  }
}

/** "In a statement the army said …. *He added* …": a pronoun for nobody who is known, right after a body that spoke, is its spokesman. */
function inheritSpeakers(ctx: Context, drafts: { rule: string; draft: Draft<AttributionValue> }[]): void {
  const { s } = ctx;
  let before: Draft<AttributionValue> | null = null;
  for (const entry of [...drafts].sort((a, b) => a.draft.head - b.draft.head)) {
    const { source, sourceSpan } = entry.draft.value;
    if (source === null || source === OUTLET || !sourceSpan) continue;
    const said = ctx.mentions.find((m) => m.span[0] === sourceSpan[0] && m.span[1] === sourceSpan[1]);
    const actor = ctx.actors.get(source);
    const nobody = said?.value.form === "pronoun" && actor?.kind === "unknown" && actor.memberOf === null;
    const near =
      before !== null &&
      s.sentence[entry.draft.head]! - s.sentence[before.head]! <= 2 &&
      s.block[s.sentence[entry.draft.head]!] === s.block[s.sentence[before.head]!];
    if (nobody && near && BODIES.has(ctx.actors.get(before!.value.source!)?.kind ?? "unknown"))
      entry.draft = { ...entry.draft, value: { ...entry.draft.value, source: before!.value.source } };
    else before = entry.draft;
  }
}

const BODIES: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "government",
  "state-forces",
  "police",
  "armed-group",
  "political-militia",
  "international-organisation",
  "court",
]);

/** "In a video translated by SITE he says …. He adds …": what the same speaker says in the same paragraph came the same way. */
function inheritRelays(ctx: Context, drafts: { rule: string; draft: Draft<AttributionValue> }[]): void {
  const { s } = ctx;
  const known = new Map<string, readonly string[]>();
  const ordered = [...drafts].sort((a, b) => a.draft.head - b.draft.head);
  for (const entry of ordered) {
    const { source, via } = entry.draft.value;
    if (source === null || source === OUTLET) continue;
    const key = `${s.block[s.sentence[entry.draft.head]!]}:${source}`;
    if (via.length > 0) known.set(key, via);
    else {
      const inherited = known.get(key);
      if (inherited) entry.draft = { ...entry.draft, value: { ...entry.draft.value, via: inherited } };
    }
  }
}

function refusal(ctx: Context, loss: Loss): Refusal {
  return {
    kind: "attribution",
    span: tokenSpan(ctx.s, loss.token),
    by: { rule: `attribution/${loss.row.pos}`, entry: `speech/${loss.row.id}` },
    reason: loss.reason,
  };
}
