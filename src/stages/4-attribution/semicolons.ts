import type { Act } from "../../core/ledger.ts";
import { type Context, type Ranges, union } from "./context.ts";
import { bySentence, type Statement } from "./statement.ts";

/** Acts whose account can go on: who threatens or asks has said what he has to say. */
export const GOES_ON: ReadonlySet<Act> = new Set(["state", "confirm", "accuse", "claim-responsibility"]);

/**
 * "Seven people died, the doctor said; *nineteen were hurt*": what follows a semicolon in the sentence of a saying, and has no speaker of its own,
 * goes on in that voice.
 */
export function goOnAfterSemicolons(ctx: Context, statements: readonly Statement[]): Statement[] {
  const here = bySentence(ctx.s, statements);
  return statements.map((statement) => {
    const { token, content, source, row, negated, form } = statement;
    const speaks = source >= 0 && GOES_ON.has(row.act) && row.polarity !== "negative" && !negated && form !== "noun";
    if (!speaks || content.length === 0) return statement;
    const beside = here.get(ctx.s.sentence[token]!)!.map((i) => statements[i]!);
    return { ...statement, content: union(content, clausesBehind(ctx, token, beside)) };
  });
}

/** The clauses behind a cue that semicolons part from it, as far as nobody else speaks. `statements`: those of its sentence. */
function clausesBehind({ s, quoteOf }: Context, cue: number, statements: readonly Statement[]): Ranges {
  const end = s.sentenceStart[s.sentence[cue]! + 1]!;
  const cuts: number[] = [];
  for (let t = cue + 1; t < end; t++) if (s.lower[t] === ";" && quoteOf[t]! < 0) cuts.push(t);
  const found: [number, number][] = [];
  for (const [i, cut] of cuts.entries()) {
    const [first, last] = [cut + 1, (cuts[i + 1] ?? end) - 1];
    // between the cue and here nobody else has begun to speak, nor does in the clause
    const others = statements.some(
      ({ token, content }) =>
        (token > cue && token <= last) || (token !== cue && content.some(([from, to]) => from <= last && first <= to)),
    );
    if (others || !isClause(s, first, last)) break;
    found.push([first, last]);
  }
  return found;
}

/** Words with a finite verb, and no label before a colon. */
function isClause(s: Context["s"], first: number, last: number): boolean {
  let finite = false;
  for (let t = first; t <= last; t++) {
    if (s.lower[t] === ":") return false;
    if (/^(?:VB[DZP]|MD)$/.test(s.xpos[t]!)) finite = true;
  }
  return finite;
}
