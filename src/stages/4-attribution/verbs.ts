import type { Act } from "../../core/ledger.ts";
import { child, children, conjuncts, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { asideOf } from "./asides.ts";
import {
  broughtBy,
  type Context,
  cueRowsAt,
  isPassive,
  isVerb,
  minus,
  type Ranges,
  union,
  yieldOf,
} from "./context.ts";
import { insertionOf, leftEdge } from "./inserted.ts";
import { mediaOf, relayAt, relaysOn } from "./relays.ts";
import { fillSlots } from "./slots.ts";
import { speakerOf } from "./speakers.ts";
import type { Loss, Statement } from "./statement.ts";

/** Reads a verb or adjective that may be a cue, by the rows of its lemma: the first that finds what is told, the more specific first. */
export function readVerb(ctx: Context, token: number, losses: Loss[]): Statement | null {
  const rows = rowsAt(ctx, token);
  if (rows.length === 0 || relation(ctx.s, token) === "amod") return null;
  let waiting: Statement | null = null;
  for (const row of rows.sort((a, b) => needsOf(b) - needsOf(a))) {
    const read = readRow(ctx, token, row);
    if (typeof read === "string") losses.push({ token, row, reason: read });
    else if (read.content.length > 0) return read;
    else waiting ??= read;
  }
  return waiting;
}

/** Rows of the token's lemma for the part of speech it has; a noun with a clause under it is a verb the tagger missed. */
function rowsAt(ctx: Context, token: number): CueRow[] {
  const { s } = ctx;
  const rows = cueRowsAt(ctx, token);
  const tag = upos(s, token);
  if ((isVerb(s, token) || tag === "VERB") && tag !== "AUX")
    return rows.filter((row) => row.pos === "verb" || row.pos === "adjective");
  if (tag === "ADJ") return rows.filter((row) => row.pos === "adjective");
  // "Diplomats who were there doubt that …"; "Taliban claims that …" is a noun all the same
  const predicate = child(s, token, "ccomp") > token || (child(s, token, "nsubj") >= 0 && child(s, token, "cop") < 0);
  const nominal = children(s, token).some((c) => c < token && NOMINAL.has(s.deprel[c]!));
  return tag === "NOUN" && predicate && !nominal ? rows.filter((row) => row.pos === "verb") : [];
}

const NOMINAL = new Set(["det", "nmod:poss", "amod", "compound"]);

const needsOf = (row: CueRow): number => (row.needs ? 2 : 0) + (row.particle ? 1 : 0);

function readRow(ctx: Context, token: number, row: CueRow): Statement | string {
  const { s } = ctx;
  let last = token;
  if (row.particle) {
    const particle = children(s, token).find((c) => s.lower[c] === row.particle);
    if (particle === undefined) return `no "${row.particle}"`;
    if (particle === token + 1) last = particle;
  }
  const filled = fillSlots(ctx, token, row);
  if (typeof filled === "string") return filled;
  let content = filled.content;
  let form: Statement["form"] = "indirect";
  let hosted = false;
  const takesQuote = row.content.includes("quote");
  const clause = filled.heads.get("clause") ?? filled.heads.get("infinitive");
  const cue: readonly [number, number] = [token, last];
  if (row.content.includes("clause") || takesQuote) {
    // "he held the chair": an object that is nobody who is told leaves no room for an inserted cue
    const inserted =
      asideOf(ctx, token) === null && (row.hearer || child(s, token, "obj") < 0 || s.lower[token + 1] === ",")
        ? insertionOf(ctx, token, !row.content.includes("clause"))
        : null;
    const host = inserted?.content ?? (clause === undefined ? hostOf(ctx, token) : []);
    hosted = host.length > 0;
    if (hosted) content = inserted ? host : union(content, host);
  }
  if (!filled.heads.has("clause") && !hosted) {
    if (filled.heads.has("infinitive")) form = "infinitive";
    else if (filled.heads.size > 0) form = "event-object";
  }
  if (content.length === 0 && row.content.includes("itself") && standsAlone(ctx, token)) content = [[last, last]];
  if (form === "event-object") content = union(content, trailing(ctx, token, filled.heads));
  const noun = antecedent(ctx, token);
  if (noun.length > 0 && !filled.heads.has("clause") && !hosted) form = "event-object";
  content = union(content, noun);
  // "X is said to have …": the subject is what is told about
  if (isPassive(s, token) && filled.heads.has("infinitive")) {
    const subject = child(s, token, "nsubj:pass");
    if (subject >= 0) content = union(content, yieldOf(s, subject));
  }
  // "considers it likely that …": the considering one
  const holder = row.source === "impersonal" && relation(s, token) === "xcomp" ? s.head[token]! : -1;
  const speaker =
    holder >= 0
      ? speakerOf(ctx, holder)
      : row.speaker
        ? { head: broughtBy(s, token, row.speaker), relay: -1 }
        : row.source
          ? { head: -1, relay: -1 }
          : speakerOf(ctx, token, row.pos === "adjective" ? "adjective" : "verb");
  if (row.speaker && speaker.head < 0) return `no "${row.speaker}"`;
  if (content.length === 0 && !takesQuote) return "nothing that is told";
  // "4,741 people had been registered": a passive without a doer tells of what was done
  if (form === "event-object" && row.act === "state" && speaker.head < 0 && isPassive(s, token))
    return "a passive that nobody says";
  // "two of the wounded *died*, raising the toll to 15": who dies tells of nothing
  const joined = relation(s, token) === "advcl" && s.xpos[token] === "VBG" && child(s, token, "nsubj") < 0;
  if (joined && ctx.words.roles.dying.has(s.lemma[s.head[token]!]!)) return "nobody says it";
  const nobody = speaker.head >= 0 && isNobody(ctx, speaker.head);
  // "nothing suggests that rebels fired"
  if (nobody && (SILENT.has(row.act) || !filled.heads.has("clause"))) return "nobody says it";
  if (speaker.head >= 0 && isSupposed(ctx, speaker.head, token)) return "nobody in particular might say it";
  if (row.act === "accuse" && isPurpose(ctx, token)) return "what a deed was to serve: nobody says it";
  // "is seeking to verify the reports": whoever means to confirm them has not
  const negated = nobody || isNegated(ctx, token) || (row.act === "confirm" && ctx.ahead.has(token));
  const open = negated && row.act === "deny" ? leftOpen(ctx, token) : null;
  // "neither admitted nor denied the raid": of one's own deed, and takes it for granted
  if (open && form === "event-object" && open.content.includes("gerund")) return "neither owned nor denied";
  const stance = open ?? row;
  if (negated && SILENT.has(stance.act) && !(row.act === "deny" && filled.heads.has("clause")))
    return "the cue is negated";
  // "did not give a toll", "did not name the dead", "would not comment on reports that …": who gives nothing says nothing, and doubts nothing
  const givesNothing = form === "event-object" || (clause !== undefined && s.head[clause] !== token && !hosted);
  if (negated && row.act === "state" && givesNothing) return "the cue is negated";
  // "Asked whether his men had fired, the colonel smiled"; "asked who had fired" takes it for granted
  const asked = speaker.head < 0 && row.asks === true;
  if (asked && clause !== undefined && opensWithQuestion(ctx, clause)) return "a question that takes it for granted";
  const via: string[] = [];
  if (row.hearer) {
    for (const c of children(s, token)) {
      const rel = relation(s, c);
      if (rel !== "obj" && rel !== "iobj") continue;
      const actor = relayAt(ctx, c, true);
      if (actor !== null) via.push(actor);
    }
  }
  for (const actor of [...mediaOf(ctx, token), ...trailingRelays(ctx, clause ?? -1)])
    if (!via.includes(actor)) via.push(actor);
  return {
    rule: "verb",
    row: stance,
    cue,
    token,
    content,
    source: nobody ? -1 : speaker.head,
    relays: speaker.relay >= 0 ? [speaker.relay] : [],
    via,
    form,
    negated,
    takesQuote,
    ...(asked && { asked }),
  };
}

/** "said it had killed nine, *in a statement carried by Amaq*": the parser hangs the document on what is told. */
function trailingRelays(ctx: Context, clause: number): string[] {
  const { s } = ctx;
  if (clause < 0 || cueRowsAt(ctx, clause).length > 0) return [];
  const documents = children(s, clause).filter(
    (c) =>
      relation(s, c) === "obl" && ctx.words.roles.document.has(s.lemma[c]!) && s.lower[leftEdge(ctx, c) - 1] === ",",
  );
  return documents.flatMap((c) => relaysOn(ctx, c));
}

const opensWithQuestion = ({ s }: Context, clause: number): boolean =>
  children(s, clause).some((c) => c < clause && s.xpos[c]!.startsWith("W") && relation(s, c) !== "mark");

/** "*Neither confirmed nor* denied that …": who does neither says no more than who does not confirm it. */
function leftOpen(ctx: Context, token: number): CueRow | null {
  for (const beside of conjuncts(ctx.s, ctx.s.deprel[token] === "conj" ? ctx.s.head[token]! : token)) {
    if (beside === token || !isNegated(ctx, beside)) continue;
    const row = cueRowsAt(ctx, beside).find(({ pos, act }) => pos === "verb" && act === "confirm");
    if (row) return row;
  }
  return null;
}

/** "Residents *disagreed*", "residents *said otherwise*": nothing hangs on the verb that it could be about. */
const standsAlone = ({ s }: Context, token: number): boolean =>
  children(s, token).every((c) => c < token || !["obj", "obl", "ccomp", "xcomp"].includes(relation(s, c)));

/** Acts whose negation says nothing: who has not claimed, denied, threatened or promised has done nothing. */
export const SILENT = new Set<Act>([
  "claim-responsibility",
  "deny",
  "accuse",
  "threaten",
  "demand",
  "promise",
  "predict",
]);

/** "*No group* has claimed the raid", "*nobody* denied it". */
function isNobody(ctx: Context, head: number): boolean {
  const negative = (t: number) =>
    ctx.words.hedges
      .get(ctx.s.lower[t]!)
      ?.some((row) => row.polarity === "negative" && (row.pos === "determiner" || row.pos === "pronoun"));
  return Boolean(negative(head)) || children(ctx.s, head).some((c) => relation(ctx.s, c) === "det" && negative(c));
}

/**
 * "Shelled the village *in order to blame the rebels*", "in an attempt to blame them": a blame that a deed was to bring about is not uttered.
 * "Called a press conference to accuse the rebels" utters it.
 */
function isPurpose(ctx: Context, token: number): boolean {
  const { s, words } = ctx;
  const up = s.head[token]!;
  const rel = relation(s, token);
  if (up < 0 || (rel !== "advcl" && rel !== "acl")) return false;
  const marked = children(s, token).some((m) => relation(s, m) === "mark" && m < token);
  if (!marked || (s.xpos[token] !== "VB" && s.xpos[token] !== "VBG")) return false;
  if (rel === "acl") return words.roles.purpose.has(s.lemma[up]!);
  const speaks = [up, ...children(s, up)].some(
    (t) =>
      t < token &&
      (words.roles.document.has(s.lemma[t]!) || words.roles.public.has(s.lemma[t]!) || cueRowsAt(ctx, t).length > 0),
  );
  return s.xpos[token] === "VB" && !speaks;
}

/** "You can say that …" */
const isSupposed = ({ s, words }: Context, speaker: number, cue: number): boolean =>
  words.roles.addressee.has(s.lower[speaker]!) && children(s, cue).some((c) => s.xpos[c] === "MD" && c < cue);

/** What follows the fillers of a noun-taking cue: "put the dead *at no fewer than 35*", where and when. */
function trailing(ctx: Context, token: number, heads: ReadonlyMap<string, number>): Ranges {
  const { s } = ctx;
  const first = Math.min(...heads.values());
  let found: Ranges = [];
  for (const c of children(s, token)) {
    if (c > first && c > token && ["obl", "nummod", "nmod", "obj", "xcomp"].includes(relation(s, c)))
      found = union(found, yieldOf(s, c));
  }
  return found;
}

/** "a slaughter *which the authorities attribute to the same men*", "a battle *which he says his company won*": the noun is told of too. */
function antecedent(ctx: Context, token: number): Ranges {
  const { s } = ctx;
  const aside = asideOf(ctx, token);
  if (aside) return aside.told;
  if (s.deprel[token] !== "acl:relcl") return [];
  const below = [token, child(s, token, "ccomp")].filter((t) => t >= 0);
  const gap = below.some((t) =>
    children(s, t).some(
      (c) =>
        ["WDT", "WP"].includes(s.xpos[c]!) && (relation(s, c) === "obj" || (t !== token && relation(s, c) === "nsubj")),
    ),
  );
  // "a battle on Friday which he says his company won"
  const day = s.head[token]!;
  const up = s.head[day]!;
  const noun =
    upos(s, day) === "PROPN" && relation(s, day) === "nmod" && ctx.words.roles.happening.has(s.lemma[up]!) ? up : day;
  return gap ? minus(yieldOf(s, noun), yieldOf(s, token)) : [];
}

/** "did not say", "could not confirm", "never admitted", "refused to confirm", "no confirmation". */
export function isNegated(ctx: Context, token: number): boolean {
  const { s, words } = ctx;
  if (ctx.negated.has(token)) return true;
  return children(s, token).some(
    (c) =>
      (relation(s, c) === "advmod" || relation(s, c) === "cc") &&
      words.hedges.get(s.lemma[c]!)?.some((row) => row.polarity === "negative" && row.certainty === undefined),
  );
}

/** "Killed 15, *not 12 as first reported*": what was reported is the number that is denied. */
function correctsFigure(ctx: Context, token: number): boolean {
  const before = leftEdge(ctx, token) - 1;
  return before >= 0 && ["NUM", "NOUN"].includes(upos(ctx.s, before)) && ctx.negated.has(before);
}

/** "As the army put it", "the army said: rebels shelled a camp". */
function hostOf(ctx: Context, token: number): Ranges {
  const { s } = ctx;
  const up = s.head[token]!;
  if (relation(s, token) === "advcl" && up >= 0) {
    if (correctsFigure(ctx, token)) return [];
    const marked = children(s, token).some((m) => relation(s, m) === "mark" && s.xpos[m] === "IN");
    return marked && ctx.words.roles.manner.has(s.lower[leftEdge(ctx, token)]!)
      ? minus(yieldOf(s, up), yieldOf(s, token))
      : [];
  }
  for (const c of children(s, token)) {
    if (relation(s, c) === "parataxis" && c > token && s.lower[s.left[c]! - 1] === ":") return yieldOf(s, c);
    if (relation(s, c) === "parataxis" && c > token && s.lower[s.left[c]!] === ":") return yieldOf(s, c);
  }
  return [];
}
