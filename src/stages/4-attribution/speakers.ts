import { child, children, relation, upos } from "../../core/tree.ts";
import type { CuePos } from "../../lexicon/speech.ts";
import { type Context, cueRowsAt, isPassive, isVerb } from "./context.ts";
import { agentOf } from "./who.ts";

/** The noun phrase that speaks, by head, and the relays that the construction names. */
export interface Speaker {
  readonly head: number;
  /** Head of the noun phrase that passes the words on: "*the radio* quoted him as saying". */
  readonly relay: number;
}

const NOBODY: Speaker = { head: -1, relay: -1 };

/** Who is the subject of a cue verb, through coordination, participles, relative clauses and "quoted as saying". */
export function speakerOf(ctx: Context, verb: number, pos: CuePos = "verb", depth = 0): Speaker {
  const { s } = ctx;
  if (depth > 6) return NOBODY;
  const rel = relation(s, verb);
  // "the family is convinced": a passive to the tagger
  if (isPassive(s, verb) && pos === "adjective") return { head: child(s, verb, "nsubj:pass"), relay: -1 };
  if (isPassive(s, verb) || (pos === "verb" && isAddressed(ctx, verb))) return { head: agentOf(ctx, verb), relay: -1 };
  const subject = subjectOf(ctx, verb);
  if (subject >= 0) {
    if (rel === "acl" && isRelative(ctx, subject))
      return { head: s.head[verb]!, relay: quoterOf(ctx, s.head[verb]!, depth) };
    return { head: subject, relay: -1 };
  }
  const up = s.head[verb]!;
  if (up < 0) return NOBODY;
  // said … and added …
  if (rel === "conj") return speakerOf(ctx, up, "verb", depth + 1);
  if (rel === "acl") {
    const agent = agentOf(ctx, verb);
    if (agent >= 0) return { head: agent, relay: -1 };
    // "had the impudence to deny it": whoever had it
    if (s.xpos[verb] === "VB" && relation(s, up) === "obj") return speakerOf(ctx, s.head[up]!, "verb", depth + 1);
    // "the love denied": the tagger may take a participle for a past tense
    const participle = s.xpos[verb] === "VBN" || (s.xpos[verb] === "VBD" && s.deprel[verb] === "acl");
    return participle ? NOBODY : { head: up, relay: -1 };
  }
  if (rel === "advcl" || rel === "xcomp" || rel === "ccomp" || rel === "obl") {
    if (ctx.words.roles.relay.has(s.lemma[up]!) && children(s, verb).some((m) => isAs(ctx, m))) return quoted(ctx, up);
    if (!isVerb(s, up) && upos(s, up) !== "VERB") {
      const subject = child(s, up, "nsubj");
      return { head: subject, relay: -1 };
    }
    if (isPassive(s, up)) return { head: child(s, up, "nsubj:pass"), relay: -1 };
    return speakerOf(ctx, up, "verb", depth + 1);
  }
  return NOBODY;
}

/** "*State television* quoted a police chief who said": who quotes whoever this is; -1 where nobody does. */
function quoterOf(ctx: Context, noun: number, depth: number): number {
  const { s, words } = ctx;
  const verb = s.head[noun]!;
  const quotes = verb >= 0 && relation(s, noun) === "obj" && words.roles.quoting.has(s.lemma[verb]!);
  return quotes && child(s, verb, "nsubj") >= 0 ? speakerOf(ctx, verb, "verb", depth + 1).head : -1;
}

/** "*Accused* of the killing, the army said …", "*told* that he was wanted, he fled": a bare participle before its clause was done to the subject. */
const isAddressed = ({ s }: Context, verb: number): boolean =>
  s.xpos[verb] === "VBN" &&
  relation(s, verb) === "advcl" &&
  verb < s.head[verb]! &&
  children(s, verb).every((c) => !["aux", "obj", "nsubj", "mark"].includes(relation(s, c)));

/** Head of the subject of a finite verb; -1 where there is none. */
export const subjectOf = (ctx: Context, verb: number): number => subjectPhrase(ctx, verb)?.head ?? -1;

/** A subject by its head, and its first token where it was read off the words and not off the tree. */
export interface SubjectPhrase {
  readonly head: number;
  readonly first?: number;
}

/** The subject in the tree, of two the nearer one ("…," says a mason); else the phrase before or after the verb. */
export function subjectPhrase(ctx: Context, verb: number): SubjectPhrase | null {
  const { s } = ctx;
  let subject = -1;
  for (const c of children(s, verb)) {
    // "it said that": an empty "it" to the parser, somebody to the reader of mentions
    const it = s.deprel[c] === "expl" && ctx.mentionAt.has(c);
    if (s.deprel[c] !== "nsubj" && s.deprel[c] !== "nsubj:outer" && !it) continue;
    if (subject < 0 || Math.abs(c - verb) < Math.abs(subject - verb)) subject = c;
  }
  if (subject >= 0) return { head: subject };
  const begin = s.sentenceStart[s.sentence[verb]!]!;
  if (!FINITE.has(s.xpos[verb]!) || isPassive(s, verb) || verb === begin) return null;
  if (isEdge(ctx, verb - 1)) return inverted(ctx, verb) ?? apposed(ctx, verb, begin);
  let last = verb - 1;
  while (last > begin && (upos(s, last) === "ADV" || upos(s, last) === "AUX")) last--;
  return phraseBefore(ctx, last, begin);
}

/** "…, *says a commentator*, …" */
function inverted(ctx: Context, verb: number): SubjectPhrase | null {
  const { s } = ctx;
  // "…, the spokesman, told our correspondent": who is told does not speak
  if (relation(s, verb) === "conj" || takesHearer(ctx, verb)) return null;
  const after = children(s, verb).find(
    (c) => c > verb && ["obj", "obl", "iobj"].includes(relation(s, c)) && child(s, c, "case") < 0,
  );
  return after !== undefined && s.left[after] === verb + 1 ? { head: after } : null;
}

/** "…, *the mayor of Uludere, Fehmi Yaman*, said on Tuesday": two phrases between commas, and a verb with nothing told behind it. */
function apposed(ctx: Context, verb: number, begin: number): SubjectPhrase | null {
  const { s } = ctx;
  const closed = takesHearer(ctx, verb) || children(s, verb).every((c) => c < verb || !TOLD.has(relation(s, c)));
  if (s.lower[verb - 1] !== "," || !closed) return null;
  const name = phraseBefore(ctx, verb - 2, begin);
  if (!name) return null;
  const title = phraseBefore(ctx, name.first! - 2, begin);
  return title ? { head: name.head, first: title.first! } : null;
}

const TOLD = new Set(["obj", "ccomp", "xcomp", "conj"]);

const takesHearer = (ctx: Context, verb: number): boolean => cueRowsAt(ctx, verb).some((row) => row.hearer);

/** The noun phrase without a verb that ends at `last` and begins after an edge. */
function phraseBefore(ctx: Context, last: number, begin: number): SubjectPhrase | null {
  const { s } = ctx;
  let first = last;
  while (first > begin && !isEdge(ctx, first - 1)) {
    first--;
    if (FINITE.has(s.xpos[first]!) || s.xpos[first] === "MD") return null;
  }
  if (first <= begin || first > last) return null;
  let head = last;
  while (s.head[head]! >= first && s.head[head]! <= last) head = s.head[head]!;
  return ["NOUN", "PROPN", "PRON", "NUM"].includes(upos(s, head)) ? { head, first } : null;
}

const FINITE = new Set(["VBD", "VBZ", "VBP"]);
/** A comma, a quotation mark or a dash, where an inserted cue can begin. */
const isEdge = (ctx: Context, t: number): boolean =>
  upos(ctx.s, t) === "PUNCT" && !["(", "[", ")", "]", "-", "/", ";", ":"].includes(ctx.s.lower[t]!);

/** "X was quoted by R as saying", "R quoted X as saying". */
function quoted(ctx: Context, relay: number): Speaker {
  const { s } = ctx;
  const passive = child(s, relay, "nsubj:pass");
  if (passive >= 0) return { head: passive, relay: agentOf(ctx, relay) };
  if (relation(s, relay) === "acl" && s.xpos[relay] === "VBN")
    return { head: s.head[relay]!, relay: agentOf(ctx, relay) };
  // "quoted the United Nations as saying", whom the parser takes for whoever is told
  const object = child(s, relay, "obj");
  return { head: object >= 0 ? object : child(s, relay, "iobj"), relay: speakerOf(ctx, relay).head };
}

const isRelative = (ctx: Context, token: number): boolean => ["WP", "WDT"].includes(ctx.s.xpos[token]!);
/** "quoted *as* saying" */
const isAs = (ctx: Context, m: number): boolean =>
  ["mark", "case"].includes(relation(ctx.s, m)) && ctx.s.xpos[m] === "IN";
