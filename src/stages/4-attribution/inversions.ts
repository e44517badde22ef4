import type { ScopeValue } from "../../core/layers.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import { type Context, tokensOf, yieldOf } from "./context.ts";
import { leftEdge } from "./inserted.ts";
import { scopeOf } from "./scope-of.ts";

/** What an operator lays on the words it reaches. */
export type Effect = Partial<Pick<ScopeValue, "polarity" | "certainty" | "modality" | "stage" | "supposed">>;

export const SUPPOSED: Effect = { modality: "hypothetical", supposed: true };

/** Who asks whether something is so says nothing of it. */
const ASKED: Effect = { certainty: "unknown", modality: "hypothetical" };

interface Inversion {
  /** The auxiliary before its subject. */
  readonly operator: number;
  readonly over: readonly number[];
  /** Left out: what a condition lays on its main clause. */
  readonly effect?: Effect;
}

/**
 * An auxiliary before its subject opens a condition ("*Should* the planes return, …", "*were* the government to fall") or a question ("*Did* the army
 * shell the market?"). `mainOf` finds the main clause of a condition.
 */
export function readInversions(ctx: Context, mainOf: (ctx: Context, clause: number) => number): Inversion[] {
  const { s } = ctx;
  const found: Inversion[] = [];
  for (let t = 0; t < s.length; t++) {
    const operator = leftEdge(ctx, t);
    if (operator === t || !["aux", "cop"].includes(relation(s, operator)) || s.head[operator] !== t) continue;
    if (isQuestion(ctx, t, operator)) {
      const over = upos(s, t) === "VERB" ? scopeOf(ctx, t) : tokensOf(yieldOf(s, t));
      found.push({ operator, over, effect: ASKED });
      continue;
    }
    const rel = relation(s, t);
    if (!["advcl", "ccomp", "root"].includes(rel) || !isInverted(ctx, t)) continue;
    // "had the army bombed it, it would have been a crime, the mayor said": two clauses that are said
    const main =
      rel === "advcl"
        ? mainOf(ctx, t)
        : rel === "root"
          ? child(s, t, "parataxis")
          : (children(s, s.head[t]!).find((c) => c > t && relation(s, c) === rel) ?? -1);
    if (main < 0) continue;
    found.push({ operator, over: scopeOf(ctx, t), effect: SUPPOSED }, { operator, over: scopeOf(ctx, main) });
  }
  return found;
}

function isInverted({ s }: Context, verb: number): boolean {
  const aux = children(s, verb).find((c) => relation(s, c) === "aux" || relation(s, c) === "cop");
  const subject = child(s, verb, "nsubj");
  return (
    aux !== undefined &&
    subject > aux &&
    s.left[verb] === aux &&
    children(s, verb).every((c) => relation(s, c) !== "mark")
  );
}

/** "*Did* the army shell the market?", "*were* rebels behind it?": inverted, and the mark behind the clause asks. */
function isQuestion({ s }: Context, head: number, operator: number): boolean {
  const subject = Math.max(child(s, head, "nsubj"), child(s, head, "nsubj:pass"));
  if (subject >= 0 ? subject < operator : relation(s, operator) !== "cop") return false;
  const end = s.sentenceStart[s.sentence[head]! + 1]!;
  for (let t = head; t < end; t++) if (MARK.test(s.lower[t]!)) return s.lower[t]!.startsWith("?");
  return false;
}

const MARK = /^[.?!]+$/;
