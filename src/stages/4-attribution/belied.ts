import { child, children, relation, upos } from "../../core/tree.ts";
import type { CueRow } from "../../lexicon/speech.ts";
import { type Context, cueRowsAt, type Ranges, yieldOf } from "./context.ts";
import { slotHead } from "./slots.ts";
import type { Statement } from "./statement.ts";

/**
 * What the outlet itself calls untrue with a word beside the cue: "the *false* claim that rebels attacked", "the report is *fake* news", "a post *falsely*
 * says that police fired". A denial of its own, besides whatever the cue hands to its speaker.
 */
export function readBelied(ctx: Context, statements: readonly Statement[]): Statement[] {
  const { s } = ctx;
  const contents = new Map(statements.map(({ token, content }) => [token, content]));
  const found: Statement[] = [];
  for (let t = 0; t < s.length; t++) {
    const row = rowAt(ctx, t);
    if (!row) continue;
    const cue = s.head[t]!;
    const content = row.pos === "adverb" ? (contents.get(cue) ?? presented(ctx, cue)) : toldBy(ctx, cue, contents);
    if (content.length === 0) continue;
    found.push({
      rule: "belied",
      row,
      cue: [t, t],
      token: t,
      content,
      source: -1,
      relays: [],
      via: [],
      form: "indirect",
      negated: false,
      takesQuote: false,
    });
  }
  return found;
}

/** The row of a word that calls what it stands with untrue. */
function rowAt(ctx: Context, t: number): CueRow | undefined {
  const rel = relation(ctx.s, t);
  if (ctx.s.head[t]! < 0 || (rel !== "amod" && rel !== "advmod")) return undefined;
  const pos = rel === "amod" ? "adjective" : "adverb";
  return cueRowsAt(ctx, t).find((row) => row.pos === pos && row.act === "deny" && row.source === "impersonal");
}

/** "The video was falsely presented *as showing a massacre*" */
function presented({ s, words }: Context, verb: number): Ranges {
  const as = children(s, verb).find((c) => {
    const [first] = children(s, c);
    return c > verb && first !== undefined && words.roles.manner.has(s.lower[first]!);
  });
  return as === undefined ? [] : yieldOf(s, as);
}

/** What an account tells, or what is called one; nothing where somebody denies the account, and so agrees. */
function toldBy(ctx: Context, noun: number, contents: ReadonlyMap<number, Ranges>): Ranges {
  const { s } = ctx;
  if (upos(s, noun) !== "NOUN" || !cueRowsAt(ctx, noun).some(({ pos }) => pos === "noun")) return [];
  const subject = child(s, noun, "cop") >= 0 ? child(s, noun, "nsubj") : -1;
  if (subject >= 0) return yieldOf(s, subject);
  const above = s.head[noun]!;
  const denied = [above, ...(above < 0 ? [] : children(s, above))].some(
    (t) => t >= 0 && t !== noun && cueRowsAt(ctx, t).some((row) => row.polarity === "negative"),
  );
  if (denied) return [];
  const told = slotHead(ctx, noun, "clause");
  const known = contents.get(noun);
  return known && known.length > 0 ? known : told >= 0 ? yieldOf(s, told) : [];
}
