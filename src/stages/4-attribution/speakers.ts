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
  for (const c of children(s, verb)) {
    if (relation(s, c) !== "nsubj" || s.deprel[c] === "nsubj:pass") continue;
    if (rel === "acl" && isRelative(ctx, c)) return { head: s.head[verb]!, relay: -1 };
    return { head: c, relay: -1 };
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
