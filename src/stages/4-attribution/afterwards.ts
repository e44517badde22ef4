import { upos } from "../../core/tree.ts";
import { type Context, cueRowsAt, tokensOf, yieldOf } from "./context.ts";
import { unitOf } from "./inserted.ts";
import type { Statement } from "./statement.ts";

/** Parts of speech that tell nothing of themselves. */
const EMPTY = new Set(["PRON", "DET", "AUX", "PUNCT", "SCONJ", "ADP", "PART", "ADV"]);

/** The longest sentence that only says whose the words before it are. */
const LONGEST = 16;

/**
 * A source named only afterwards: "Nine soldiers were killed in the ambush. *The figure was given by the governor.*", "That is what the army
 * says." A statement that tells nothing but "this" or "the figure" tells the sentence before it, unless that is somebody else's.
 */
export function readAfterwards(ctx: Context, statements: readonly Statement[]): Statement[] {
  const { s } = ctx;
  const owned = new Set(statements.filter(({ source }) => source >= 0).map(({ token }) => s.sentence[token]!));
  return statements.map((statement) => {
    const n = s.sentence[statement.token]!;
    const before = n - 1;
    if (statement.row.act !== "state" || statement.negated) return statement;
    if (statement.source < 0 || before < 0 || s.block[before] !== s.block[n]) return statement;
    if (s.sentenceStart[n + 1]! - s.sentenceStart[n]! > LONGEST) return statement;
    if (isUntrue(ctx, statement)) return denied(statement);
    if (!pointsBack(ctx, statement, n)) return statement;
    if (tokensOf(statement.content).some((t) => ctx.negated.has(t))) return denied(statement);
    if (owned.has(before)) return statement;
    return { ...statement, content: [[s.sentenceStart[before]!, s.sentenceStart[n]! - 1]], form: "indirect" };
  });
}

/** "*Not so*, said the mayor." */
const denied = (statement: Statement): Statement => ({
  ...statement,
  row: { ...statement.row, act: "deny", polarity: "negative" },
});

/** "*Not true*, said the mayor", "*a lie*, said the mayor": nothing but a word that calls what was told before untrue. */
function isUntrue(ctx: Context, { content }: Statement): boolean {
  const { s, words } = ctx;
  const telling = tokensOf(content).filter((t) => !EMPTY.has(upos(s, t)));
  const [only] = telling;
  if (only === undefined || telling.length > 1) return false;
  const judges = cueRowsAt(ctx, only).some(({ act, source }) => act === "deny" && source === "impersonal");
  return judges !== ctx.negated.has(only) && (judges || words.roles.answering.has(s.lemma[only]!));
}

/** Whether the sentence holds nothing but the saying, the speaker, and a word for what was told before. */
function pointsBack(ctx: Context, statement: Statement, n: number): boolean {
  const { s, words } = ctx;
  const own = new Set(tokensOf([...yieldOf(s, statement.source), statement.cue]));
  // whose head the parser makes the predicate: "This is according to *the army*"
  if (statement.form === "according-to") for (const t of [...own]) if (t < statement.cue[0]) own.delete(t);
  for (const t of tokensOf([unitOf(ctx, statement.token)])) if (t > statement.token) own.add(t);
  let pointing = false;
  for (let t = s.sentenceStart[n]!; t < s.sentenceStart[n + 1]!; t++) {
    if (own.has(t)) continue;
    const account = words.roles.account.has(s.lemma[t]!) || words.roles.account.has(s.lower[t]!);
    // "claimed *that* it was poor" only opens what is told
    if (account && upos(s, t) !== "SCONJ") pointing = true;
    else if (s.xpos[t] === "JJS")
      continue; // "that, at least, is what they say"
    else if (!EMPTY.has(upos(s, t)) && !(t > statement.token && isDocument(ctx, t))) return false;
  }
  return pointing;
}

/** "made by the group *in a statement on Monday*": how and when it was said. */
const isDocument = ({ s, words }: Context, t: number): boolean =>
  words.roles.document.has(s.lemma[t]!) || upos(s, t) === "PROPN" || upos(s, t) === "ADJ";
