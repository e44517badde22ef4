import { perfectOf } from "../../core/arguments.ts";
import type { Draft, Notice } from "../../core/finding.ts";
import type { AttributionValue } from "../../core/layers.ts";
import { OUTLET } from "../../core/layers.ts";
import { hull, type Span } from "../../core/span.ts";
import { child, children, rangeSpan, relation, upos } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import { GOES_ON } from "./semicolons.ts";
import { actorOf } from "./who.ts";

type Told = Draft<AttributionValue>;

/** What goes on: the drafts by the rule that found them, and where that is open to doubt. */
export interface Continued {
  readonly drafts: readonly { readonly rule: string; readonly draft: Told }[];
  readonly notices: readonly Notice[];
}

/**
 * Sentences that go on in the voice of the one before: "'Half of them wore uniforms,' says a mason. *His sister was cut down next door.*" An
 * attribution holds to the end of the paragraph as long as the sentences continue the account; a new place, a new time, the outlet's "we"
 * or another speaker ends it. It reaches into the next paragraph only where that is plainly the speaker's (`reachesOn`).
 */
export function continued(ctx: Context, told: readonly Told[]): Continued {
  const { s } = ctx;
  const bySentence = new Map<number, Told[]>();
  for (const draft of told) {
    const list = bySentence.get(s.sentence[draft.head]!) ?? [];
    list.push(draft);
    bySentence.set(s.sentence[draft.head]!, list);
  }
  const drafts: { rule: string; draft: Told }[] = [];
  const notices: Notice[] = [];
  let voice: Told | null = null;
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const own = bySentence.get(n) ?? [];
    const opens = n > 0 && s.block[n] !== s.block[n - 1];
    const before: Told | null = voice;
    if (opens) voice = null;
    // what a report reads out is its speaker's already
    if (isReadOut(ctx, n, told)) continue;
    if (own.some((draft) => draft.value.source !== OUTLET || draft.value.sourceSpan)) {
      voice = voiceOf(ctx, n, own);
      continue;
    }
    if (!before) continue;
    const why = opens ? reachesOn(ctx, n, before) : null;
    if (opens && why === null && isDoubtful(ctx, n, before)) {
      const span = rangeSpan(s, s.sentenceStart[n]!, s.sentenceStart[n + 1]! - 1);
      notices.push({ code: "N-ATTRIBUTION-03", message: OPEN, span });
    }
    if (opens ? why === null : !goesOn(ctx, n) && !isOwnReport(ctx, n, before)) {
      if (!isAside(ctx, n)) voice = null;
      continue;
    }
    voice = before;
    const span = rangeSpan(s, s.sentenceStart[n]!, s.sentenceStart[n + 1]! - 1);
    drafts.push({ rule: why ? "account" : "continued", draft: goingOn(before, span) });
    if (why) notices.push({ code: "N-ATTRIBUTION-02", message: DOUBT, span });
    if (quotedShare(ctx, n) <= 0.5 && own.length > 0) voice = null;
  }
  return { drafts, notices };
}

/** Whether a sentence stands in the words of a cue before it. */
function isReadOut({ s }: Context, n: number, told: readonly Told[]): boolean {
  const first = s.start[s.sentenceStart[n]!]!;
  return told.some(
    ({ value }) => value.cue[1] <= first && value.content.some(([from, to]) => from <= first && first < to),
  );
}

const DOUBT =
  "The paragraph does not say whose words it is. It is taken as the account of the paragraph before that goes on.";

const OPEN =
  "The paragraph tells of the deeds of who spoke before it, and does not say whose words it is. It is taken as the outlet's own.";

/** "The Taliban claimed the attack. ¶ *The fighters detonated a car at the gate*": the outlet's account, or the claim that goes on. */
function isDoubtful(ctx: Context, n: number, { value }: Told): boolean {
  const { s } = ctx;
  const subject = child(s, rootOf(ctx, n), "nsubj");
  return (
    value.act === "claim-responsibility" &&
    subject >= 0 &&
    s.xpos[rootOf(ctx, n)] === "VBD" &&
    actorOf(ctx, subject) === value.source
  );
}

/** The statement laid over one more sentence. */
function goingOn(before: Told, span: Span): Told {
  const { cue, sourceSpan } = before.value;
  return {
    span: hull([cue, span]),
    head: before.head,
    value: {
      ...before.value,
      act: before.value.act === "claim-responsibility" ? "claim-responsibility" : "state",
      content: [span],
      polarity: "positive",
      certainty: "certain",
      modality: "actual",
      form: "continued",
    },
    from: [
      { span: cue, role: "cue" },
      ...(sourceSpan ? [{ span: sourceSpan, role: "source" as const }] : []),
      { span, role: "content" },
    ],
    ...(before.entry !== undefined && { entry: before.entry }),
  };
}

/**
 * Whether a paragraph without a speaker goes on in the voice of the one before: it is quoted throughout; or an outlet that is of no party
 * uses words that judge as the speaker does ("the mujahideen killed 14 puppets"); or it tells, in the past, of the deeds of a document's author.
 */
function reachesOn(ctx: Context, n: number, before: Told): "quoted" | "judges" | "own deeds" | null {
  const { s } = ctx;
  if (quotedShare(ctx, n) > 0.9) return "quoted";
  if (quotedShare(ctx, n) > 0 || isPartisan(ctx)) return null;
  const subject = Math.max(child(s, rootOf(ctx, n), "nsubj"), child(s, rootOf(ctx, n), "nsubj:pass"));
  if (subject < 0 || shifts(ctx, s.sentenceStart[n]!, subject)) return null;
  if (isOwnReport(ctx, n, before)) return "own deeds";
  for (let t = s.sentenceStart[n]!; t < s.sentenceStart[n + 1]!; t++) if (ctx.loaded.has(t)) return "judges";
  return null;
}

/** Whether the outlet speaks for a party, so that its own words judge. */
const isPartisan = ({ actors }: Context): boolean => (actors.get(OUTLET)?.memberOf ?? null) !== null;

/** The one voice that holds the main clause of a sentence; null where there is none or more than one. */
function voiceOf(ctx: Context, n: number, own: readonly Told[]): Told | null {
  const { s } = ctx;
  const top = own.filter(
    (draft) =>
      !own.some(
        (other) =>
          other !== draft && other.value.content.some((c) => c[0] <= draft.value.cue[0] && draft.value.cue[1] <= c[1]),
      ),
  );
  // "said in a statement that …": the statement is nobody else's
  const named = top.filter((draft) => draft.value.source !== null);
  const sources = new Set(named.map((draft) => draft.value.source));
  const last = named[named.length - 1];
  if (!last || sources.size !== 1 || last.value.source === OUTLET) return null;
  if (!GOES_ON.has(last.value.act) || last.value.form === "noun") return null;
  // the cue heads the sentence or stands beside its main clause: not "a man who says …"
  const root = rootOf(ctx, n);
  const verb = last.head;
  const main =
    verb === root || ["conj", "parataxis", "ccomp"].includes(relation(s, verb)) || last.value.form === "according-to";
  return main || last.value.content.some((c) => c[0] <= s.start[root]! && s.end[root]! <= c[1]) ? last : null;
}

function rootOf(ctx: Context, n: number): number {
  const { s } = ctx;
  for (let t = s.sentenceStart[n]!; t < s.sentenceStart[n + 1]!; t++) if (s.head[t]! < 0) return t;
  return s.sentenceStart[n]!;
}

function quotedShare(ctx: Context, n: number): number {
  const [first, next] = [ctx.s.sentenceStart[n]!, ctx.s.sentenceStart[n + 1]!];
  let quoted = 0;
  for (let t = first; t < next; t++) if (ctx.quoteOf[t]! >= 0) quoted++;
  return quoted / Math.max(1, next - first);
}

/** A sentence that interrupts an account without ending it: short, and tells of nothing. */
const isAside = (ctx: Context, n: number): boolean => ctx.s.sentenceStart[n + 1]! - ctx.s.sentenceStart[n]! <= 4;

/** Whether a sentence without a speaker continues the account before it. */
function goesOn(ctx: Context, n: number): boolean {
  const { s } = ctx;
  const first = s.sentenceStart[n]!;
  const next = s.sentenceStart[n + 1]!;
  if (quotedShare(ctx, n) > 0.5) return true;
  // "…, the doctor said; *nineteen were hurt*", cut into two sentences
  if (s.lower[first - 1] === ";") return true;
  for (let t = first; t < next; t++)
    if (s.xpos[t] === "PRP" && ctx.quoteOf[t]! < 0 && isFirstPerson(ctx, t)) return false;
  const root = rootOf(ctx, n);
  const subject = Math.max(child(s, root, "nsubj"), child(s, root, "nsubj:pass"));
  if (subject < 0 || shifts(ctx, first, subject)) return false;
  if (isNegative(ctx, subject)) return false;
  if (upos(s, first) === "CCONJ" || s.xpos[root] === "VBP") return false;
  const counts = upos(s, subject) === "NUM" || child(s, subject, "nummod") >= 0;
  const pronoun = s.xpos[subject] === "PRP" || s.xpos[subject] === "EX";
  const perfect = perfectOf(s, root) >= 0 || children(s, root).some((c) => s.xpos[c] === "MD");
  const passive = s.deprel[subject] === "nsubj:pass";
  return counts || pronoun || (passive && perfect) || quotedShare(ctx, n) > 0.1;
}

/** "The group's communique said … *The fighters killed 14 soldiers.*": a document that goes on about its own author's deeds, in the past. */
function isOwnReport(ctx: Context, n: number, { head, value }: Told): boolean {
  const { s, words } = ctx;
  const cited = s.sentence[head]!;
  let document = false;
  for (let t = s.sentenceStart[cited]!; t < s.sentenceStart[cited + 1]!; t++)
    if (upos(s, t) === "NOUN" && words.roles.document.has(s.lemma[t]!)) document = true;
  const root = rootOf(ctx, n);
  const subject = child(s, root, "nsubj");
  if (!document || subject < 0 || s.xpos[root] !== "VBD" || shifts(ctx, s.sentenceStart[n]!, subject)) return false;
  return actorOf(ctx, subject) === value.source;
}

/** "*In Zliten* a few hundred people marched", "*In October* …": another place or time is another story. */
function shifts(ctx: Context, first: number, subject: number): boolean {
  const { s } = ctx;
  for (let t = first; t < subject; t++) {
    const rel = relation(s, t);
    if (rel !== "obl" && rel !== "advmod" && rel !== "nmod" && rel !== "advcl") continue;
    if (upos(s, t) === "PROPN" || upos(s, t) === "NUM") return true;
    if (children(s, t).some((c) => upos(s, c) === "PROPN" || upos(s, c) === "NUM")) return true;
  }
  return false;
}

const isNegative = (ctx: Context, token: number): boolean =>
  [token, ...children(ctx.s, token)].some((t) =>
    ctx.words.hedges.get(ctx.s.lower[t]!)?.some((row) => row.polarity === "negative" && row.pos !== "particle"),
  );

const isFirstPerson = (ctx: Context, token: number): boolean => ctx.words.roles.firstPerson.has(ctx.s.lower[token]!);
