import type { Mentions, PlaceMention, TimeMention } from "../../core/layers.ts";
import type { Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";

/**
 * Where and when an event happened whose own sentences do not say: what its paragraph names nearest. A place or time taken so is implied,
 * and a notice says so; where the paragraph names none either, the event stays without. `mentions`: what may be taken.
 */
export function makeImplied(
  s: Syntax,
  mentions: Pick<Mentions, "placeMentions" | "times">,
  isFar: (place: string) => boolean = () => false,
) {
  const places = byBlock(
    s,
    mentions.placeMentions.filter((m) => !isFar(m.value.place)),
  );
  const times = byBlock(s, mentions.times);
  return {
    place: (head: number): PlaceMention | null => nearest(s, head, places),
    time: (head: number): Time | null => nearest(s, head, times)?.value ?? null,
  };
}

const tokenOf = (s: Syntax, m: PlaceMention | TimeMention): number =>
  Math.min(m.head >= 0 ? m.head : tokenAt(s, m.span[0]), s.length - 1);

function byBlock<M extends PlaceMention | TimeMention>(
  s: Syntax,
  mentions: readonly M[],
): ReadonlyMap<number, readonly M[]> {
  const groups = new Map<number, M[]>();
  for (const mention of mentions) {
    const block = s.block[s.sentence[tokenOf(s, mention)]!]!;
    groups.set(block, [...(groups.get(block) ?? []), mention]);
  }
  return groups;
}

/** Words before tell more of what follows than words after. */
const AFTER = 3;

function nearest<M extends PlaceMention | TimeMention>(
  s: Syntax,
  head: number,
  groups: ReadonlyMap<number, readonly M[]>,
): M | null {
  let best: M | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of groups.get(s.block[s.sentence[head]!]!) ?? []) {
    const away = tokenOf(s, mention) - head;
    const distance = away > 0 ? away * AFTER : -away;
    if (distance >= least) continue;
    best = mention;
    least = distance;
  }
  return best;
}
