import type { Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { ActorIndex, Known } from "../../lexicon/actor-index.ts";
import { foldName, foldWord } from "../../lexicon/fold.ts";
import type { Unit } from "./units.ts";

/** Last names shorter than this are left to the tagger. */
const SHORTEST = 4;

/**
 * "Shekau", "Kotevski said": a last name alone, of a person whom the report names in full or who holds an office of an actor in it,
 * where the tagger saw no name. Adds units; the order is kept.
 */
export function withSurnames(s: Syntax, units: readonly Unit[], index: ActorIndex): Unit[] {
  const known = new Map<string, Known[]>();
  const named = new Set<string>();
  const seen = new Set<string>();
  for (const unit of units) {
    const { what } = unit;
    if (what.is === "named" && what.kind === "person") {
      const last = foldName(s.text.slice(s.start[unit.first]!, s.end[unit.last]!)).at(-1)!;
      if (last.length >= SHORTEST) named.add(last);
    }
    if (what.is !== "known") continue;
    const row =
      what.known.length === 1 && what.known[0]!.is !== "state" ? index.rowOf.get(what.known[0]!.row.id) : undefined;
    if (row === undefined || seen.has(row.id)) continue;
    seen.add(row.id);
    for (const office of row.offices) {
      const last = foldName(office.holder).at(-1)!;
      if (last.length >= SHORTEST)
        known.set(last, [
          ...(known.get(last) ?? []),
          { is: "holder", row, office, epithet: false, form: office.holder },
        ]);
    }
  }
  if (known.size === 0 && named.size === 0) return [...units];
  const all: Unit[] = [];
  let u = 0;
  for (let t = 0; t < s.length; t++) {
    while (u < units.length && units[u]!.last < t) all.push(holderAlone(s, units[u++]!, known));
    if (u < units.length && units[u]!.first <= t) continue;
    if (upos(s, t) !== "PROPN") continue;
    const word = foldWord(s.text.slice(s.start[t]!, s.end[t]!));
    const holder = known.get(word);
    if (holder !== undefined)
      all.push({ first: t, last: t, head: t, what: { is: "known", known: holder, heard: false } });
    else if (named.has(word)) all.push({ first: t, last: t, head: t, what: { is: "named", kind: "person" } });
  }
  while (u < units.length) all.push(holderAlone(s, units[u++]!, known));
  return all;
}

/** "Shekau", tagged as a person: the holder of that office. */
function holderAlone(s: Syntax, unit: Unit, known: ReadonlyMap<string, readonly Known[]>): Unit {
  if (unit.what.is !== "named" || unit.what.kind !== "person") return unit;
  const words = foldName(s.text.slice(s.start[unit.first]!, s.end[unit.last]!));
  const holder = words.length === 1 ? known.get(words[0]!) : undefined;
  return holder === undefined ? unit : { ...unit, what: { is: "known", known: holder, heard: false } };
}
