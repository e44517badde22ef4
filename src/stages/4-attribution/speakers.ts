import { child, children, relation, upos } from "../../core/tree.ts";
import type { CuePos } from "../../lexicon/speech.ts";
import { type Context, isPassive, isVerb } from "./context.ts";
import { agentOf } from "./sources.ts";

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
  if (isPassive(s, verb)) return { head: agentOf(ctx, verb), relay: -1 };
  const subject = subjectOf(ctx, verb);
  if (subject >= 0) {
    if (rel === "acl" && isRelative(ctx, subject)) return { head: s.head[verb]!, relay: -1 };
    return { head: subject, relay: -1 };
  }
  const up = s.head[verb]!;
  if (up < 0) return NOBODY;
  // said … and added …
  if (rel === "conj") return speakerOf(ctx, up, "verb", depth + 1);
  if (rel === "acl") {
    const agent = agentOf(ctx, verb);
    if (agent >= 0) return { head: agent, relay: -1 };
    return s.xpos[verb] === "VBN" ? NOBODY : { head: up, relay: -1 };
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

/**
 * Head of the subject of a finite verb; -1 where there is none. Of two the nearer one ("…," says a mason). Where the parser saw none: the noun
 * phrase between a comma and the verb ("…, the observatory said"), or after an inverted verb ("…, says a commentator, …").
 */
export function subjectOf(ctx: Context, verb: number): number {
  const { s } = ctx;
  let subject = -1;
  for (const c of children(s, verb)) {
    if (s.deprel[c] !== "nsubj" && s.deprel[c] !== "nsubj:outer") continue;
    if (subject < 0 || Math.abs(c - verb) < Math.abs(subject - verb)) subject = c;
  }
  if (subject >= 0) return subject;
  if (!FINITE.has(s.xpos[verb]!) || isPassive(s, verb)) return -1;
  const before = verb - 1;
  if (before >= 0 && isEdge(ctx, before) && relation(s, verb) !== "conj") {
    const after = children(s, verb).find(
      (c) => c > verb && ["obj", "obl", "iobj"].includes(relation(s, c)) && child(s, c, "case") < 0,
    );
    return after !== undefined && s.left[after] === verb + 1 ? after : -1;
  }
  let t = before;
  while (t >= 0 && (upos(s, t) === "ADV" || upos(s, t) === "AUX")) t--;
  if (t < 0 || s.sentence[t] !== s.sentence[verb]) return -1;
  let head = t;
  for (let up = s.head[head]!; up >= 0 && up < verb && s.right[up]! < verb; up = s.head[up]!) head = up;
  const named = ["NOUN", "PROPN", "PRON"].includes(upos(s, head));
  let left = s.left[head]!;
  while (left < head && upos(s, left) === "PUNCT") left++;
  return named && left > 0 && isEdge(ctx, left - 1) ? head : -1;
}

const FINITE = new Set(["VBD", "VBZ", "VBP"]);
/** A comma, a quotation mark or a dash, where an inserted cue can begin. */
const isEdge = (ctx: Context, t: number): boolean =>
  upos(ctx.s, t) === "PUNCT" && !["(", "[", "-", "/", ";", ":"].includes(ctx.s.lower[t]!);

/** "X was quoted by R as saying", "R quoted X as saying". */
function quoted(ctx: Context, relay: number): Speaker {
  const { s } = ctx;
  const passive = child(s, relay, "nsubj:pass");
  if (passive >= 0) return { head: passive, relay: agentOf(ctx, relay) };
  if (relation(s, relay) === "acl" && s.xpos[relay] === "VBN")
    return { head: s.head[relay]!, relay: agentOf(ctx, relay) };
  return { head: child(s, relay, "obj"), relay: speakerOf(ctx, relay).head };
}

const isRelative = (ctx: Context, token: number): boolean => ["WP", "WDT"].includes(ctx.s.xpos[token]!);
/** "quoted *as* saying" */
const isAs = (ctx: Context, m: number): boolean =>
  ["mark", "case"].includes(relation(ctx.s, m)) && ctx.s.xpos[m] === "IN";
