import { titleUnit } from "./names.ts";
import { phrase, type Scene } from "./scene.ts";

const PLACE_OF_A_NOUN = /^(?:nsubj|appos|conj|parataxis|dep|obl|obj|ccomp|root|nmod)/;

/**
 * "The ministry's spokesman, *Wisam al-Fraiji*, denied it", "stated the chief of the zone, General *Mauro Victoriano*.", "*Amiri*, deputy head
 * of the council, said": the unit of the name that a description stands beside, told by the commas where the tree does not; else -1.
 */
export function betweenCommas(scene: Scene, u: number, isPerson: (v: number) => boolean): number {
  const { s, units } = scene;
  const unit = units[u]!;
  if (!PLACE_OF_A_NOUN.test(s.deprel[unit.head]!)) return -1;
  const here = s.sentence[unit.head]!;
  const is = (mark: string, t: number) => t >= 0 && t < s.length && s.sentence[t] === here && s.lower[t] === mark;
  const closes = (t: number) => is(",", t) || is(".", t) || is(";", t);
  const ph = phrase(scene, u);
  const ends = [...new Set([ph.core, ph.bound1, ph.described, ph.last])];
  for (const end of ends) {
    if (!is(",", end + 1)) continue;
    const v = units.findIndex((next, w) => w > u && next.first >= end + 2 && isPerson(w));
    if (v >= 0 && startWithTitles(scene, v) === end + 2 && closes(units[v]!.last + 1)) return v;
  }
  if (!is(",", ph.first - 1) || !ends.some((end) => closes(end + 1))) return -1;
  const v = units.findIndex((before) => before.last === ph.first - 2);
  return v >= 0 && isPerson(v) ? v : -1;
}

/** The first token of a person's name with what stands before it: "*the Danish engineer* Ole Madsen". */
function startWithTitles(scene: Scene, u: number): number {
  const { s, units, index } = scene;
  let { first } = units[u]!;
  for (let v = u; titleUnit(scene, v) === v - 1; v--) first = phrase(scene, v - 1).first;
  while (first > 0 && scene.unitOf[first - 1]! < 0 && index.titles.has(s.lower[first - 1]!)) first--;
  return first;
}
