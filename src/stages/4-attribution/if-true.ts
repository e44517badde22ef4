import { child, relation, upos } from "../../core/tree.ts";
import { type Context, tokensOf, yieldOf } from "./context.ts";

/**
 * "The attack, *if confirmed*, would be the third", "the killing, *if it happened*, left no trace": a condition that only asks whether what the main
 * clause is about is so. The words that it leaves open: those of the main clause's subject. None where the condition is another.
 */
export function openTo(ctx: Context, clause: number, main: number): number[] {
  const { s, words } = ctx;
  if (!words.roles.affirmed.has(s.lemma[clause]!)) return [];
  const asked = subjectOf(ctx, clause);
  if (asked >= 0 && upos(s, asked) !== "PRON" && !isAccount(ctx, asked)) return [];
  const subject = subjectOf(ctx, main);
  if (subject < 0 || subject === asked) return relation(s, clause) === "acl" ? [main] : [];
  return tokensOf(yieldOf(s, subject));
}

/** "if *the reports* are confirmed" */
const isAccount = ({ s, words }: Context, noun: number): boolean =>
  words.roles.account.has(s.lemma[noun]!) ||
  (words.cues.get(s.lemma[noun]!)?.some(({ pos }) => pos === "noun") ?? false);

const subjectOf = ({ s }: Context, verb: number): number =>
  Math.max(child(s, verb, "nsubj"), child(s, verb, "nsubj:pass"));
