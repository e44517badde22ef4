import { type Decision, refKey } from "../core/dossier.ts";
import { type Links, pairKey } from "./cluster.ts";

/** What the decisions in force mean for pairs of events. A later decision on the same pair wins over an earlier one. */
export function linksOf(decisions: readonly Decision[]): Links {
  const together = new Set<string>();
  const apart = new Set<string>();
  const held = new Set<string>();
  const say = (pair: string, set: Set<string>) => {
    for (const other of [together, apart, held]) other.delete(pair);
    set.add(pair);
  };
  for (const decision of [...decisions].sort((x, y) =>
    x.time < y.time ? -1 : x.time > y.time ? 1 : x.id < y.id ? -1 : 1,
  )) {
    switch (decision.kind) {
      case "join":
        say(pairKey(refKey(decision.a), refKey(decision.b)), together);
        break;
      case "never":
        say(pairKey(refKey(decision.a), refKey(decision.b)), apart);
        break;
      case "hold":
        say(pairKey(refKey(decision.a), refKey(decision.b)), held);
        break;
      case "split": {
        const [first, ...others] = decision.members.map(refKey);
        for (const other of others) say(pairKey(first!, other), together);
        for (const member of decision.members) {
          for (const stays of decision.rest) say(pairKey(refKey(member), refKey(stays)), apart);
        }
        break;
      }
      case "value":
      case "alias":
        break;
    }
  }
  return { together, apart, held };
}
