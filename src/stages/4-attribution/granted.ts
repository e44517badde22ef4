import { perfectOf } from "../../core/arguments.ts";
import { children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { type Context, minus, type Ranges, tokensOf, union, yieldOf } from "./context.ts";
import type { Statement } from "./statement.ts";

/**
 * What a promise, threat or demand takes for granted does not lie ahead. A deed that is known already ("vowed to avenge *the attack on Gao*",
 * "demanded an inquiry into *the killing*", "urged a meeting after *the strike*") is not told at all; a clause in the past ("the release of
 * the men *who were seized in May*") is told by the same speaker as what has been; what an account tells ("an inquiry into reports *that soldiers shot herders*") is the account's.
 */
export function partGranted(ctx: Context, statement: Statement): Statement[] {
  const { s } = ctx;
  const { row, content } = statement;
  if (row.modality !== "future" || content.length === 0) return [statement];
  const tokens = tokensOf(content);
  const past = tokens.filter((t) => isPastClause(ctx, t));
  const known = tokens.filter((t) => isKnownDeed(ctx, statement, t));
  const ahead = [...known, ...past].reduce((left: Ranges, t) => minus(left, yieldOf(s, t)), content);
  const done = past
    .filter((t) => s.deprel[t] === "acl:relcl")
    .reduce((all: Ranges, t) => union(all, yieldOf(s, t)), []);
  const parts: Statement[] = [{ ...statement, content: ahead }];
  return done.length > 0 ? [...parts, { ...statement, content: done, granted: true }] : parts;
}

function isKnownDeed({ s, words }: Context, { row, form }: Statement, t: number): boolean {
  if (form !== "infinitive" && form !== "event-object") return false;
  const up = s.head[t]!;
  if (upos(s, t) !== "NOUN" || !words.roles.deed.has(s.lemma[t]!) || up < 0 || !isDefinite({ s, words }, t))
    return false;
  const rel = relation(s, t);
  if (form === "event-object") return rel === "nmod" || (rel === "obl" && !isSlot({ s }, row, t));
  return upos(s, up) === "VERB" && !words.roles.light.has(s.lemma[up]!) && rel !== "nsubj";
}

/** "the attack", "its killing" */
export const isDefinite = ({ s, words }: Pick<Context, "s" | "words">, noun: number): boolean =>
  children(s, noun).some((c) => s.deprel[c] === "nmod:poss" || words.roles.definite.has(s.lower[c]!));

/** "called *for* the attack": brought by a preposition of the cue. */
const isSlot = ({ s }: Pick<Context, "s">, { content }: CueRow, t: number): boolean =>
  children(s, t).some((c) => relation(s, c) === "case" && content.includes(s.lower[c]!));

/** "the officers *who shot the pupils*", "reports *that soldiers had killed herders*"; but "whoever blocked", "anyone who blocked the road". */
function isPastClause({ s, words }: Context, t: number): boolean {
  if (relation(s, t) !== "acl" || s.xpos[t] === "VBG") return false;
  if (s.deprel[t] === "acl:relcl" && !isDefinite({ s, words }, s.head[t]!)) return false;
  const auxiliaries = children(s, t).filter((c) => relation(s, c) === "aux" || relation(s, c) === "cop");
  if (auxiliaries.some((c) => s.xpos[c] === "MD")) return false;
  return s.xpos[t] === "VBD" || auxiliaries.some((c) => s.xpos[c] === "VBD") || perfectOf(s, t) >= 0;
}
