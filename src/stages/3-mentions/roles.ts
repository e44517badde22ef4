import type { PersonNounRow } from "../../lexicon/actors.ts";
import type { Being } from "./beings.ts";
import { ownerOf } from "./owner.ts";
import { adversary } from "./roles/adversary.ts";
import { member, ownSide, trooper } from "./roles/armed.ts";
import type { Case, Found } from "./roles/case.ts";
import { document } from "./roles/documents.ts";
import { fighter } from "./roles/fighters.ts";
import { group, outfit } from "./roles/groups.ts";
import { people, person, speaker } from "./roles/people.ts";
import { nounKey, phrase, type Scene, sayUnit } from "./scene.ts";

type Resolve = (u: number) => Being | null;

/** Who a noun of person-nouns.yml stands for; null where for nobody. */
export function resolveNoun(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "noun") return null;
  const ph = phrase(scene, u);
  const { row } = unit.what;
  const lemma = nounKey(scene, u);
  const owner = ownerOf(scene, u, resolve);
  const given: Case = {
    scene,
    u,
    row,
    lemma,
    head: unit.head,
    owner,
    plural: ph.plural,
    definite: ph.definite,
    indefinite: ph.indefinite,
    other: ph.other,
  };
  const found = ownSide(given) ?? adversary(given, resolve) ?? ROLES[row.role](given, resolve);
  if (found === null) return null;
  found.being.nouns.add(lemma);
  if (row.together !== undefined && !found.being.named) found.being.nouns.add(row.together);
  if (found.being.number === "one") {
    const gender = [...scene.index.titles.values()].find((title) => title.nouns && title.words.includes(lemma))?.gender;
    found.being.gender ??= gender ?? null;
  }
  sayUnit(
    scene,
    u,
    found.being,
    row.role === "office" || row.role === "speaker" ? "office" : "description",
    found.rule,
  );
  return found.being;
}

const ROLES: Readonly<Record<PersonNounRow["role"], (given: Case, resolve: Resolve) => Found>> = {
  fighter,
  trooper,
  member,
  group,
  outfit,
  speaker,
  office: person,
  person,
  people,
  source: person,
  document,
  relation: person,
  nobody: () => null,
};
