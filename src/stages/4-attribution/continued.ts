import type { Draft } from "../../core/finding.ts";
import type { AttributionValue } from "../../core/layers.ts";
import { OUTLET } from "../../core/layers.ts";
import { hull } from "../../core/span.ts";
import { child, children, rangeSpan, relation, upos } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import { actorOf } from "./sources.ts";

type Told = Draft<AttributionValue>;

/** Acts whose account can go on: who threatens or asks has said what he has to say. */
const GOES_ON = new Set(["state", "confirm", "accuse", "claim-responsibility"]);

/**
 * Sentences that go on in the voice of the one before: "'Half of them wore uniforms,' says a mason. *His sister was cut down next door.*" An
 * attribution holds to the end of the paragraph as long as the sentences continue the account; a new place, a new time, the outlet's "we"
 * or another speaker ends it.
 */
export function continued(ctx: Context, told: readonly Told[]): Told[] {
  const { s } = ctx;
  const bySentence = new Map<number, Told[]>();
  for (const draft of told) {
    const list = bySentence.get(s.sentence[draft.head]!) ?? [];
    list.push(draft);
    bySentence.set(s.sentence[draft.head]!, list);
  }
  const found: Told[] = [];
  let voice: Told | null = null;
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    if (n > 0 && s.block[n] !== s.block[n - 1]) voice = null;
    const own = bySentence.get(n) ?? [];
    const before: Told | null = voice;
    if (own.some((draft) => draft.value.source !== OUTLET || draft.value.sourceSpan)) {
      voice = voiceOf(ctx, n, own);
      continue;
    }
    if (!before) continue;
    if (!goesOn(ctx, n) && !isOwnReport(ctx, n, before)) {
      if (!isAside(ctx, n)) voice = null;
      continue;
    }
    const span = rangeSpan(s, s.sentenceStart[n]!, s.sentenceStart[n + 1]! - 1);
    const quoted = quotedShare(ctx, n) > 0.5;
    const act = before.value.act === "claim-responsibility" ? "claim-responsibility" : "state";
    found.push({
      span: hull([before.value.cue, span]),
      head: before.head,
      value: {
        ...before.value,
        act,
        content: [span],
        polarity: "positive",
        certainty: "certain",
        modality: "actual",
        form: "continued",
      },
      from: [
        { span: before.value.cue, role: "cue" },
        ...(before.value.sourceSpan ? [{ span: before.value.sourceSpan, role: "source" as const }] : []),
        { span, role: "content" },
      ],
      ...(before.entry !== undefined && { entry: before.entry }),
    });
    if (!quoted && own.length > 0) voice = null;
  }
  return found;
}

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
  const sources = new Set(top.map((draft) => draft.value.source));
  const last = top[top.length - 1];
  if (!last || sources.size !== 1 || last.value.source === null || last.value.source === OUTLET) return null;
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
  for (let t = first; t < next; t++)
    if (s.xpos[t] === "PRP" && ctx.quoteOf[t]! < 0 && isFirstPerson(ctx, t)) return false;
  const root = rootOf(ctx, n);
  const subject = Math.max(child(s, root, "nsubj"), child(s, root, "nsubj:pass"));
  if (subject < 0 || shifts(ctx, first, subject)) return false;
  if (isNegative(ctx, subject)) return false;
  if (upos(s, first) === "CCONJ" || s.xpos[root] === "VBP") return false;
  const counts = upos(s, subject) === "NUM" || child(s, subject, "nummod") >= 0;
  const pronoun = s.xpos[subject] === "PRP" || s.xpos[subject] === "EX";
  const perfect = children(s, root).some(
    (c) => relation(s, c) === "aux" && (s.lemma[c] === "have" || s.xpos[c] === "MD"),
  );
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
