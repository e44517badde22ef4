import type { Being } from "../beings.ts";
import { described } from "../described.ts";
import { phrase, type Scene } from "../scene.ts";
import { as, type Case, type Found } from "./case.ts";

const MEN: ReadonlySet<string> = new Set(["fighter", "trooper", "member"]);

/**
 * "The enemy shelled the hill", "a gathering of enemy soldiers": whom the report has named with that very word ("the Zionist enemy"). Where it
 * names nobody so, enemy soldiers are called that, and are none of the country's that the report is about; the enemy is a body, and no one man.
 */
export function adversary(given: Case, resolve: (u: number) => Being | null): Found {
  const { scene, u, lemma, row, owner } = given;
  const enemy = scene.index.small.adversary!;
  const said = enemy.has(lemma) && given.definite && owner.being === null;
  const called = MEN.has(row.role) && isCalled(scene, u, enemy);
  if (!said && !called) return null;
  const named = namedEnemy(scene, enemy, resolve);
  if (named !== null) return as(named, "reference/same-enemy");
  const number = called ? "many" : given.plural ? null : "body";
  return number && as(described(scene, u, { kind: called ? row.kind : "unknown", number }), "actors/enemy-as-worded");
}

/** "*enemy* soldiers" */
function isCalled(scene: Scene, u: number, enemy: ReadonlySet<string>): boolean {
  const { s, units } = scene;
  for (let t = phrase(scene, u).first; t < units[u]!.first; t++)
    if (enemy.has(s.lemma[t]!) && /^(?:compound|amod)/.test(s.deprel[t]!)) return true;
  return false;
}

/** The one actor of the registry that the report calls an enemy by name. */
function namedEnemy(scene: Scene, enemy: ReadonlySet<string>, resolve: (u: number) => Being | null): Being | null {
  const { s, units } = scene;
  const named = new Set<Being>();
  units.forEach(({ first, last, what }, v) => {
    if (what.is !== "known" || !what.known.every((known) => known.epithet)) return;
    for (let t = first; t <= last; t++) {
      const being = enemy.has(s.lower[t]!) ? resolve(v) : null;
      if (being !== null) named.add(being);
    }
  });
  return named.size === 1 ? [...named][0]! : null;
}
