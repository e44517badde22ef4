import { children, relation } from "../../core/tree.ts";
import type { Context } from "./context.ts";

/** Actor of a noun phrase by its head: the mention there, or the smallest one that covers it. */
export function actorOf(ctx: Context, head: number): string | null {
  const { s } = ctx;
  const own = ctx.mentionAt.get(head);
  if (own) return own.value.actor;
  let best: { actor: string; length: number } | null = null;
  const at = s.start[head]!;
  for (const m of ctx.mentions) {
    if (m.span[0] > at) break;
    if (m.span[1] <= at) continue;
    const length = m.span[1] - m.span[0];
    if (!best || length < best.length) best = { actor: m.value.actor, length };
  }
  if (best) return best.actor;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel !== "appos" && rel !== "flat" && rel !== "compound") continue;
    const mention = ctx.mentionAt.get(c);
    if (mention && rel !== "compound") return mention.value.actor;
  }
  return null;
}

/** "by X" of a passive. */
export function agentOf(ctx: Context, verb: number): number {
  for (const c of children(ctx.s, verb)) if (ctx.s.deprel[c] === "obl:agent") return c;
  return -1;
}
