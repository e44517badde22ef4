import type { Mentions } from "../../core/layers.ts";
import { linkTree, type Syntax } from "../../core/syntax.ts";
import { relation, tokenAt } from "../../core/tree.ts";

/**
 * "wounded at least 20 others", "killed between five and ten men": the bound words of a number are no preposition, and the noun
 * they count is no adjunct. Returns the syntax with such phrases set right; the same object where there are none.
 */
export function repairQuantities(s: Syntax, mentions: Mentions): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  let changed = false;
  for (const { span, value } of mentions.quantities) {
    const first = tokenAt(s, span[0]);
    const last = Math.max(tokenAt(s, span[1] - 1), first);
    const noun = value.of >= 0 ? value.of : last;
    let bound = false;
    for (let t = first; t <= last; t++) {
      if (deprel[t] !== "case" && deprel[t] !== "mark") continue;
      deprel[t] = "advmod";
      bound = changed = true;
    }
    if (bound && relation(s, noun) === "obl" && !hasCase(s, deprel, noun)) {
      const verb = s.head[noun]!;
      if (noun > verb && !hasObject(s, verb)) deprel[noun] = "obj";
    }
  }
  return changed ? linkTree({ ...s, deprel, head }) : s;
}

function hasObject(s: Syntax, verb: number): boolean {
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) if (s.deprel[c] === "obj") return true;
  return false;
}

function hasCase(s: Syntax, deprel: readonly string[], noun: number): boolean {
  for (let c = s.firstChild[noun]!; c >= 0; c = s.nextSibling[c]!) if (deprel[c] === "case") return true;
  return false;
}
