import { type ActorKind, ARMED_KINDS } from "../../core/ledger.ts";
import { children, relation } from "../../core/tree.ts";
import type { Context } from "./context.ts";

/** Kinds that fight one another. */
const SIDES: ReadonlySet<ActorKind> = new Set<ActorKind>(["government", "police", "protesters", ...ARMED_KINDS]);

/** How many sentences back the two may be told of. */
const REACH = 2;

/**
 * "The army and the rebels clashed. *Each side* accused the other of firing first.": the two whom the sentence before tells of. Null where the words
 * are no such side, or the report tells of more or fewer.
 */
export function bothSides(ctx: Context, head: number): readonly string[] | null {
  const { s, words } = ctx;
  if (!words.roles.side.has(s.lemma[head]!)) return null;
  const each = children(s, head).some(
    (c) => ["det", "nummod"].includes(relation(s, c)) && words.roles.each.has(s.lower[c]!),
  );
  if (!each) return null;
  const here = s.sentence[head]!;
  for (let n = here - 1; n >= Math.max(0, here - REACH) && s.block[n] === s.block[here]; n--) {
    const told = ctx.mentions.filter((m) => m.head >= s.sentenceStart[n]! && m.head < s.sentenceStart[n + 1]!);
    const sides = new Set(
      told.map(({ value }) => value.actor).filter((id) => SIDES.has(ctx.actors.get(id)?.kind ?? "unknown")),
    );
    if (sides.size === 2) return [...sides];
    if (sides.size > 2) return null;
  }
  return null;
}
