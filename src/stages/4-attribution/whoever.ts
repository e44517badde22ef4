import { children, relation } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import { scopeOf } from "./scope-of.ts";

/**
 * "Any column *that enters the town* will be destroyed", "whoever *helps* the army will be shot": what whoever it may be would have to do first is
 * supposed, where what follows from it lies ahead. Heads of such clauses with the words they reach; `ahead`: words that an operator puts ahead.
 */
export function readWhoever(
  ctx: Context,
  ahead: ReadonlySet<number>,
): { readonly head: number; readonly over: number[] }[] {
  const { s } = ctx;
  const found: { head: number; over: number[] }[] = [];
  for (let t = 0; t < s.length; t++) {
    if (!/^VB[PZ]$/.test(s.xpos[t]!)) continue;
    const main = s.deprel[t] === "acl:relcl" ? consequence(ctx, s.head[t]!) : freeConsequence(ctx, t);
    if (main >= 0 && ahead.has(main)) found.push({ head: t, over: scopeOf(ctx, t) });
  }
  return found;
}

/** What befalls "any column" or "anyone", or is done to them; -1 where the noun is not of that kind. */
function consequence(ctx: Context, noun: number): number {
  const { s, words } = ctx;
  const any =
    words.roles.anyone.has(s.lower[noun]!) ||
    children(s, noun).some((c) => relation(s, c) === "det" && words.roles.anyone.has(s.lower[c]!));
  return any && ["nsubj", "obj", "obl"].includes(relation(s, noun)) ? s.head[noun]! : -1;
}

/** "*Whoever helps the army* will be shot" */
function freeConsequence(ctx: Context, clause: number): number {
  const { s, words } = ctx;
  if (!["csubj", "nsubj", "advcl"].includes(relation(s, clause))) return -1;
  const whoever = children(s, clause).some((c) => relation(s, c) === "nsubj" && words.roles.anyone.has(s.lower[c]!));
  return whoever ? s.head[clause]! : -1;
}
