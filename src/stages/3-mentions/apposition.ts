import { children, relation } from "../../core/tree.ts";
import { absorb } from "./absorb.ts";
import { type Being, lastBefore, mostRecent } from "./beings.ts";
import { betweenCommas } from "./between-commas.ts";
import { calledAfter } from "./called-names.ts";
import { tell } from "./names.ts";
import { nounKey, phrase, type Scene, say, sayUnit } from "./scene.ts";
import type { Unit } from "./units.ts";

type Sort = "person" | "body" | "people" | null;

function sortOf(scene: Scene, u: number): Sort {
  const { what } = scene.units[u]!;
  if (what.is === "named") return what.kind === "person" ? "person" : "body";
  if (what.is === "known")
    return what.known.some((k) => k.is === "holder" || (k.is === "row" && k.row.kind === "person")) ? "person" : "body";
  if (what.is === "acronym") return "body";
  if (what.is === "body") return what.word.use === "minister" ? "person" : "body";
  if (what.is !== "noun") return null;
  const { role } = what.row;
  if (role === "group" || role === "outfit" || what.row.id === "site") return "body";
  if (phrase(scene, u).plural) return "people";
  if (role === "member" && what.row.kind === "unknown")
    return scene.index.small.single?.has(nounKey(scene, u)) ? "person" : "body";
  return role === "document" || role === "source" || role === "member" ? null : "person";
}

const isName = (unit: Unit): boolean =>
  unit.what.is === "named" || unit.what.is === "known" || unit.what.is === "acronym";

/** The name after a noun that says what it is: "the agency Anadolu", "a militia known as the Red Berets"; -1 where there is none. */
function nameAfter(scene: Scene, u: number): number {
  const { s, units } = scene;
  const unit = units[u]!;
  const next = units[u + 1];
  if (next === undefined || !isName(next) || unit.what.is !== "noun") return -1;
  if (calledAfter(s, unit, scene.index) === next.first) return u + 1;
  if (next.first !== unit.last + 1) return -1;
  if (unit.what.row.role !== "outfit" && unit.what.row.role !== "group" && unit.what.row.id !== "site") return -1;
  // What a noun introduces stands right behind it, whatever the parser ties it to.
  if (next.what.is === "named" && next.what.kind === "organisation") return u + 1;
  const within = (token: number) => token >= next.first && token <= next.last;
  const tied =
    (within(s.head[unit.head]!) && /^(?:compound|nmod:desc|appos|amod|nmod|flat)/.test(s.deprel[unit.head]!)) ||
    (s.head[next.head] === unit.head && /^(?:appos|flat|nmod:desc|dep|nmod)/.test(s.deprel[next.head]!));
  return tied ? u + 1 : -1;
}

/** "An official said … *The official*, Ahmad Karimi, said": whoever was met without a name; null where the one named was met himself. */
function metBefore(scene: Scene, u: number, named: Being): Being | null {
  const { head } = scene.units[u]!;
  if (lastBefore(named, phrase(scene, u).first) >= 0) return null;
  const lemma = nounKey(scene, u);
  return mostRecent(scene.company, head, (b) => b !== named && !b.named && b.number === "one" && b.nouns.has(lemma));
}

/** "her brother-in-law, *a traffic inspector*, was shot": two descriptions of one, where the parser ties them and no list is told. */
function describedTwice(
  scene: Scene,
  u: number,
  other: number,
  sort: Sort,
  resolve: (u: number) => Being | null,
): Being | null {
  const { s, units } = scene;
  const [unit, before] = [units[u]!, units[other]!];
  const listed = [unit.head, before.head].some((t) => children(s, t).some((c) => relation(s, c) === "conj"));
  if (listed || other > u || unit.what.is !== "noun" || before.what.is !== "noun") return null;
  if (sort === "body" || sort !== sortOf(scene, other) || s.lower[phrase(scene, u).first - 1] !== ",") return null;
  const being = resolve(other);
  if (being === null || being.named || being.number === "body") return null;
  tell(scene, being, u, resolve);
  return sayUnit(scene, u, being, "description", "reference/apposition");
}

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
  let other = nameAfter(scene, u);
  if (other >= 0) {
    // "the newsletter Yerwa Brief"
  } else if (relation(s, unit.head) === "appos") other = unitOf[s.head[unit.head]!]!;
  else {
    for (let c = s.firstChild[unit.head]!; c >= 0 && other < 0; c = s.nextSibling[c]!) {
      const rel = relation(s, c);
      if (rel !== "appos" && !(rel === "flat" && c > unit.last)) continue;
      const v = unitOf[c]!;
      if (v >= 0 && v !== u && isName(units[v]!)) other = v;
    }
  }
  if (other < 0 && sort === "person" && !phrase(scene, u).plural)
    other = betweenCommas(scene, u, (v) => isName(units[v]!) && sortOf(scene, v) === "person");
  if (other < 0 || other === u) return null;
  if (!isName(units[other]!)) return describedTwice(scene, u, other, sort, resolve);
  const theirs = sortOf(scene, other);
  const named = calledAfter(s, unit, scene.index) === units[other]!.first;
  const fits = sort === theirs || (theirs === "body" && (sort === "people" || named));
  if (!fits) return null;
  const being = resolve(other);
  if (being === null) return null;
  tell(scene, being, u, resolve);
  const before = sort === "person" && phrase(scene, u).definite ? metBefore(scene, u, being) : null;
  if (before !== null) absorb(scene, before, being);
  const office =
    unit.what.is === "body" ||
    (unit.what.is === "noun" && (unit.what.row.role === "office" || unit.what.row.role === "speaker"));
  const form = office ? "office" : "description";
  const ph = phrase(scene, u);
  const { first: begins, last } = units[other]!;
  if (begins !== ph.core + 1 && begins !== ph.described + 1) {
    // "its spokesman, Odaa Tarbii": one wording across the comma
    const across = s.lower[begins - 1] === "," && [ph.core, ph.described, ph.last, ...ph.further].includes(begins - 2);
    return sayUnit(scene, u, being, form, "reference/apposition", across ? [last] : []);
  }
  // "the Minister of Industry Julien Paluku": one phrase
  const shorter = [
    [ph.bare, last],
    [ph.first, begins - 1],
  ] as const;
  return say(scene, being, { first: ph.first, last, head: unit.head, form, rule: "reference/apposition", shorter });
}
