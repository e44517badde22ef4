import type { Attributions } from "../../core/layers.ts";
import { contains, type Span } from "../../core/span.ts";
import { linkTree, type Syntax } from "../../core/syntax.ts";
import { relation, tokenAt, tokenSpan } from "../../core/tree.ts";

/**
 * "Gunmen opened fire, killing nine people, *two security sources* said": who speaks is no further name of those who are told of. Returns
 * the syntax with such speakers hung on their cue; the same object where there are none.
 */
export function repairSpeakers(s: Syntax, { attributions }: Attributions): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  let changed = false;
  for (const { value } of attributions) {
    const { sourceSpan, content } = value;
    if (sourceSpan === null) continue;
    const told = (t: number): boolean => content.some((part: Span) => contains(part, tokenSpan(s, t)));
    const cue = tokenAt(s, value.cue[0]);
    for (let t = tokenAt(s, sourceSpan[0]); t < s.length && s.start[t]! < sourceSpan[1]; t++) {
      if (s.head[t]! < 0 || !/^(?:appos|conj)$/.test(relation(s, t)) || !told(s.head[t]!) || told(t)) continue;
      [head[t], deprel[t]] = [cue, "nsubj"];
      changed = true;
    }
  }
  return changed ? linkTree({ ...s, deprel, head }) : s;
}
