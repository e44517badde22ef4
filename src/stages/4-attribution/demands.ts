import { children, relation, upos } from "../../core/tree.ts";
import { type Context, minus, type Ranges, tokensOf } from "./context.ts";
import type { Statement } from "./statement.ts";

/** What is asked for in so many words, and what is threatened beside it. */
export function readDemands(ctx: Context, statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => asked(ctx, statement)).flatMap((statement) => withThreat(ctx, statement));
}

/** "*Leave the town*, the rebels told residents": a bare infinitive that opens what somebody says asks for it. */
function asked(ctx: Context, statement: Statement): Statement {
  const { s } = ctx;
  const { row, content, negated, source } = statement;
  const first = tokensOf(content).find((t) => upos(s, t) !== "PUNCT");
  if (row.act !== "state" || negated || source < 0 || first === undefined) return statement;
  // "*do* not fire"
  const verb = upos(s, first) === "AUX" && relation(s, first) === "aux" ? s.head[first]! : first;
  if (s.xpos[verb] !== "VB" || upos(s, verb) === "AUX") return statement;
  const own = children(s, verb).some((c) => c !== first && ["nsubj", "aux", "mark", "csubj"].includes(relation(s, c)));
  const clause = s.head[verb]! < 0 || ["ccomp", "parataxis"].includes(relation(s, verb));
  return own || !clause ? statement : { ...statement, row: { ...row, act: "demand", modality: "future" } };
}

/** "Told residents to leave the town *or face attack*", "leave or *be shot*": what comes of it otherwise is threatened. */
function withThreat(ctx: Context, statement: Statement): Statement[] {
  const { row, content, negated } = statement;
  const tokens = row.act === "demand" && !negated ? tokensOf(content) : [];
  const or = tokens.find((t) => isAlternative(ctx, t) && tokens.includes(t + 1));
  if (or === undefined) return [statement];
  const threat: Ranges = content.flatMap(([from, to]) => (to > or ? [[Math.max(from, or + 1), to] as const] : []));
  const threatened: Statement = { ...statement, row: { ...row, act: "threaten", modality: "future" }, content: threat };
  return [{ ...statement, content: minus(content, threat) }, threatened];
}

/** "or" before a passive, or before a verb that only brings a happening: "or *be* shot", "or *face* attack". */
function isAlternative({ s, words }: Context, t: number): boolean {
  const { alternative, light } = words.roles;
  if (!alternative.has(s.lower[t]!) || t + 1 >= s.length) return false;
  return s.deprel[t + 1] === "aux:pass" || (light.has(s.lower[t + 1]!) && upos(s, t + 1) !== "AUX");
}
