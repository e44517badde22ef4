import type { Act } from "../../core/ledger.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import { type Context, cueRowsAt, minus, type Ranges, tokensOf, yieldOf } from "./context.ts";
import type { Statement } from "./statement.ts";

/** "…, *which the army denies*", "…, *a claim the rebels reject*": the outlet's aside that answers what was told before it. */
interface Aside {
  /** Head of its words. */
  readonly root: number;
  /** What it calls that which was told: "which", "a claim". */
  readonly told: Ranges;
}

/** A verb of denial or doubt that needs no other word to be one. */
export const contradicts = (ctx: Context, verb: number): boolean =>
  cueRowsAt(ctx, verb).some((row) => row.pos === "verb" && row.polarity === "negative" && !row.needs && !row.particle);

/** The aside whose verb of denial or doubt stands at `verb`; null where it is none. */
export function asideOf(ctx: Context, verb: number): Aside | null {
  const { s } = ctx;
  if (relation(s, verb) !== "acl" || child(s, verb, "nsubj") < 0) return null;
  if (!contradicts(ctx, verb)) return null;
  const which = children(s, verb).find((c) => s.xpos[c] === "WDT" && relation(s, c) === "obj");
  if (which !== undefined && s.lower[which - 1] === ",") return { root: verb, told: [[which, which]] };
  const noun = s.head[verb]!;
  const isAccount =
    (s.xpos[noun] === "NN" && upos(s, noun) === "PRON") ||
    ctx.words.roles.account.has(s.lemma[noun]!) ||
    cueRowsAt(ctx, noun).some(({ pos }) => pos === "noun");
  const begins = s.lower[s.left[noun]! - 1] === "," || s.lower[s.left[noun]!] === ",";
  return isAccount && begins && noun < verb ? { root: noun, told: minus(yieldOf(s, noun), yieldOf(s, verb)) } : null;
}

/**
 * What somebody says, without what the outlet puts in: "The army says it killed thirty rebels, *which the rebels deny*"; and, where he only answers,
 * "denied any part in the bombing, *which killed eighteen*".
 */
export function withoutAsides(ctx: Context, { rule, token, row, negated }: Statement, content: Ranges): Ranges {
  const { s } = ctx;
  const answers = ANSWERS.has(row.act) || negated;
  let left = content;
  for (const t of tokensOf(content)) {
    const aside = t === token || rule === "phrase" ? null : asideOf(ctx, t);
    const root = aside?.root ?? (answers && isBeside(ctx, t) ? t : -1);
    const words = root < 0 ? [] : yieldOf(s, root);
    if (words.length > 0 && !tokensOf(words).includes(token)) left = minus(left, words);
  }
  return left;
}

const ANSWERS: ReadonlySet<Act> = new Set(["deny", "doubt"]);

/** "the bombing, *which killed eighteen*", "the bus, *in which six people died*": a finite clause behind a comma that tells more of a noun. */
function isBeside({ s }: Context, verb: number): boolean {
  if (relation(s, verb) !== "acl" && relation(s, verb) !== "advcl") return false;
  const which = children(s, verb).find((c) => c < verb && ["WDT", "WP", "WRB"].includes(s.xpos[c]!));
  return which !== undefined && s.xpos[which] !== "WRB" && (s.lower[which - 1] === "," || s.lower[which - 2] === ",");
}
