import { relation } from "../../core/tree.ts";
import type { Being } from "./beings.ts";
import { tell } from "./names.ts";
import { phrase, type Scene, sayUnit } from "./resolve.ts";
import type { Unit } from "./units.ts";

type Sort = "person" | "body" | "people" | null;

function sortOf(scene: Scene, u: number): Sort {
  const { what } = scene.units[u]!;
  if (what.is === "named") return what.kind === "person" ? "person" : "body";
  if (what.is === "known")
    return what.known.some((k) => k.is === "holder" || (k.is === "row" && k.row.kind === "person")) ? "person" : "body";
  if (what.is === "body") return what.word.use === "minister" ? "person" : "body";
  if (what.is !== "noun") return null;
  const { role } = what.row;
  if (role === "group" || role === "outfit") return "body";
  if (phrase(scene, u).plural) return "people";
  return role === "document" || role === "source"
    ? null
    : role === "member" && what.row.kind !== "unknown"
      ? null
      : "person";
}

const isName = (unit: Unit): boolean => unit.what.is === "named" || unit.what.is === "known";

/**
 * "Kotevski, the ministry's spokesman", "Asa'ib, a Shia militia", "the religious group Akramiya", "a neighbour, Nadia": one actor, named
 * once and described once. Null where the unit stands in no apposition.
 */
export function apposed(scene: Scene, u: number, resolve: (u: number) => Being | null): Being | null {
  const { s, units, unitOf } = scene;
  const unit = units[u]!;
  if (isName(unit)) return null;
  const sort = sortOf(scene, u);
  if (sort === null) return null;
  let other = -1;
  if (relation(s, unit.head) === "appos") other = unitOf[s.head[unit.head]!]!;
  else {
    for (let c = s.firstChild[unit.head]!; c >= 0 && other < 0; c = s.nextSibling[c]!) {
      const rel = relation(s, c);
      if (rel !== "appos" && !(rel === "flat" && c > unit.last)) continue;
      const v = unitOf[c]!;
      if (v >= 0 && v !== u && isName(units[v]!)) other = v;
    }
  }
  if (other < 0 || other === u || !isName(units[other]!)) return null;
  const theirs = sortOf(scene, other);
  const fits = sort === theirs || (sort === "people" && theirs === "body");
  if (!fits) return null;
  const being = resolve(other);
  if (being === null) return null;
  tell(scene, being, u, resolve);
  const office =
    unit.what.is === "body" ||
    (unit.what.is === "noun" && (unit.what.row.role === "office" || unit.what.row.role === "speaker"));
  return sayUnit(scene, u, being, office ? "office" : "description", "reference/apposition");
}
