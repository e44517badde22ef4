import type { Attributions, Filler } from "../../core/layers.ts";
import { contains } from "../../core/span.ts";
import type { Cluster } from "./merge.ts";

/** "The army and the rebels accused each other of shelling the market": each names the other, so both are said to have done it. */
export function nameBoth(clusters: readonly Cluster[], { attributions }: Attributions): void {
  for (const { value } of attributions) {
    if (!value.mutual || value.source === null || !value.sourceSpan) continue;
    const sides = [value.source, ...(value.also ?? [])].map(
      (ref): Filler => ({ ref, span: value.sourceSpan!, basis: "implied", rule: "events/accused-each-other" }),
    );
    for (const { drafts } of clusters)
      drafts.forEach((draft, i) => {
        if (!value.content.some((part) => contains(part, draft.trigger.span))) return;
        const known = new Set(draft.agent.map(({ ref }) => ref));
        drafts[i] = { ...draft, agent: [...draft.agent, ...sides.filter(({ ref }) => !known.has(ref))] };
      });
  }
}
