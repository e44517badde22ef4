import { child, children, relation } from "../../core/tree.ts";
import { type Context, minus, type Ranges, tokensOf, yieldOf } from "./context.ts";
import type { Statement } from "./statement.ts";

/**
 * "The army denied the charge: *rebels had shelled the camp*": who denies one thing says what stands behind the colon, and does not deny it. It is told
 * by him, where nobody is said to tell it.
 */
export function readBehindColons(ctx: Context, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => {
    const behind = denies(statement) ? clauseBehind(ctx, statement.token) : [];
    if (behind.length === 0) return [statement];
    const denied = { ...statement, content: minus(statement.content, behind) };
    const first = behind[0]![0];
    const told = statements.some(
      (other) => other !== statement && other.source >= 0 && tokensOf(other.content).includes(first),
    );
    return told ? [denied] : [denied, { ...statement, row: saidBy(statement), content: behind, form: "indirect" }];
  });
}

const denies = ({ rule, row, source, negated }: Statement): boolean =>
  rule === "verb" && row.polarity === "negative" && row.source === undefined && source >= 0 && !negated;

/** The row of the denial, for what its speaker tells. */
function saidBy({ row: { polarity: _polarity, certainty: _certainty, ...row } }: Statement): Statement["row"] {
  return { ...row, act: "state" };
}

/** What follows the colon behind a verb that has an object of its own. */
function clauseBehind({ s }: Context, verb: number): Ranges {
  if (child(s, verb, "obj") < verb) return [];
  const clause = children(s, verb).find((c) => c > verb && relation(s, c) === "parataxis" && opensBehindColon(s, c));
  if (clause === undefined) return [];
  const words = yieldOf(s, clause);
  return s.lower[words[0]![0]] === ":" ? minus(words, [[words[0]![0], words[0]![0]]]) : words;
}

const opensBehindColon = (s: Context["s"], clause: number): boolean =>
  s.lower[s.left[clause]!] === ":" || s.lower[s.left[clause]! - 1] === ":";
