import { tokenAt } from "../../core/tree.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, meet } from "./beings.ts";
import type { Dateline } from "./dateline.ts";
import { knownBeing } from "./known.ts";
import { blank, type Scene, say } from "./scene.ts";

/**
 * The organ in the brackets of a dateline: "GOMA, Oct 3 (AFP) -", "GOMA (Savanna Post) -". Where the publication names another outlet, that one
 * took the report over from it; where it names none, an organ that nobody knows is the outlet itself, with a notice (a known one is: `knowOutlet`).
 */
export function readAgency(scene: Scene, filed: Dateline | undefined): void {
  const { s, outlet } = scene;
  if (filed === undefined || filed.head[1] === filed.span[1]) return;
  let first = tokenAt(s, filed.head[1]);
  let last = tokenAt(s, filed.span[1] - 1);
  while (first < last && /^[([]$/.test(s.lower[first]!)) first++;
  while (last > first && /^[)\]]$/.test(s.lower[last]!)) last--;
  const being = organAt(scene, first, last);
  if (being === null || isOutlet(outlet.name, being.name)) return;
  if (s.document.outlet === null) {
    if (outlet.name !== "the report" || being.entry !== null) return;
    outlet.name = being.name;
    const message = `The report does not say who published it. It is signed by ${being.name}, which is taken for its own voice.`;
    scene.doubts.push({ code: "N-ACTOR-05", about: being.name, message, first, last });
    return;
  }
  say(scene, being, { first, last, head: last, form: "name", rule: "actors/agency", entry: undefined, shorter: [] });
}

/** A media organ that the words between the brackets name, all of them. */
function organAt(scene: Scene, first: number, last: number): Being | null {
  const { s, units, unitOf } = scene;
  const unit = units[unitOf[last]!];
  if (unit === undefined || unit.last !== last || unit.first < first) return null;
  const { what } = unit;
  if (what.is === "known") {
    const organ = what.known.find((known) => known.is === "row" && known.row.kind === "media");
    return organ && unit.first === first ? knownBeing(scene, organ) : null;
  }
  for (let t = first; t <= last; t++) if (!/^\p{Lu}/u.test(s.text.slice(s.start[t]!, s.end[t]!))) return null;
  // "Savanna Post", a noun in capitals: whatever else a post may be
  const isOrgan = what.is === "noun" ? first < last : what.is === "named" && first === last;
  if (!isOrgan) return null;
  const name = s.text.slice(s.start[first]!, s.end[last]!);
  return meet(scene.company, `organ:${foldName(name).join(" ")}`, () => blank(name, { kind: "media", named: true }));
}

/** "(LKW)" in the Lakes Wire: the outlet itself, by its initials. */
function isOutlet(outlet: string, organ: string): boolean {
  const initials = outlet.replace(/[^\p{Lu}]/gu, "");
  return foldName(outlet).join(" ") === foldName(organ).join(" ") || initials === organ;
}
