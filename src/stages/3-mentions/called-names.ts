import type { Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";
import { startsUpper, topOf, type Unit } from "./units.ts";

/** "the newspaper La Tribuna del Lago", "news site Oasis Eye": capitals after a noun for an outlet are its name, whatever the tagger says. */
export function withCalledNames(s: Syntax, units: readonly Unit[], index: ActorIndex): Unit[] {
  const all: Unit[] = [];
  let skip = -1;
  for (const unit of units) {
    if (unit.first <= skip) continue;
    all.push(unit);
    if (
      unit.what.is !== "noun" ||
      unit.what.row.role !== "outfit" ||
      (unit.what.row.kind !== "media" && unit.what.row.kind !== "monitor")
    )
      continue;
    const last = endOfRun(s, unit.last + 1, index);
    const known = units.some(
      (other) => other.first === unit.last + 1 && (other.what.is === "known" || other.what.is === "country"),
    );
    if (last < 0 || known) continue;
    all.push({
      first: unit.last + 1,
      last,
      head: topOf(s, unit.last + 1, last),
      what: { is: "named", kind: "organisation" },
    });
    skip = last;
  }
  return all;
}

/** Last token of a run of capitalised words from `first`; -1 where there is none, or only one that the tagger does not take for a name. */
function endOfRun(s: Syntax, first: number, index: ActorIndex): number {
  const connector = index.small.connector;
  const sentence = s.sentence[first];
  let last = -1;
  let words = 0;
  for (let t = first; t < s.length && s.sentence[t] === sentence; t++) {
    if (startsUpper(s, t) && (upos(s, t) === "PROPN" || s.name[t] !== 0)) {
      last = t;
      words++;
    } else if (last < 0 || !connector?.has(s.lower[t]!)) break;
  }
  return words > 1 || (last >= 0 && s.name[first] !== 0) ? last : -1;
}
