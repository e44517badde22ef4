import type { PersonNounRow } from "../../../lexicon/actors.ts";
import { foldName } from "../../../lexicon/fold.ts";
import { ARMED, type Being } from "../beings.ts";
import type { Owner } from "../owner.ts";
import { nameOf } from "../phrases.ts";
import { phrase, type Scene } from "../scene.ts";

/** Everything a role may look at. */
export interface Case {
  readonly scene: Scene;
  readonly u: number;
  readonly row: PersonNounRow;
  readonly lemma: string;
  readonly head: number;
  readonly owner: Owner;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly other: boolean;
}

export type Found = { readonly being: Being; readonly rule: string } | null;
export const as = (being: Being | null, rule: string): Found => (being === null ? null : { being, rule });

export const isSide = (being: Being): boolean =>
  being.number !== "one" && being.kind !== "civilians" && being.kind !== "witness" && being.kind !== "media";

/** The side of whoever owns people: a group itself, the group of its leader ("his soldiers"). */
export function sideOf(owner: Being | null): Being | null {
  if (owner === null) return null;
  if (isSide(owner)) return owner;
  const of = owner.number === "one" ? owner.memberOf : null;
  return of !== null && (ARMED.has(of.kind) || of.kind === "state-forces") ? of : null;
}

export const lemmaName = ({ scene, u }: Case): string =>
  nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index);

/** "Tuareg rebels", "Mai-Mai fighters": a proper name the lexicon does not know stands before the noun. */
export function hasProperModifier({ scene, u }: Case): boolean {
  const { s } = scene;
  const ph = phrase(scene, u);
  for (let t = ph.first; t < scene.units[u]!.first; t++) if (s.xpos[t] === "NNP" || s.xpos[t] === "NNPS") return true;
  return false;
}

/** Nothing but an article before the noun ("the", "the same") and nothing bound to it. */
export function isBare({ scene, u }: Case): boolean {
  const ph = phrase(scene, u);
  let before = 0;
  for (let t = ph.bare; t < scene.units[u]!.first; t++)
    if (!scene.index.small.passing?.has(scene.s.lower[t]!)) before++;
  return ph.bound.length === 0 && before === 0;
}

/** "the local governor" is the governor met before only where he was worded so. */
export function sameWords({ scene, u }: Case, met: Being): boolean {
  const words = foldName(nameOf(scene.s, phrase(scene, u).first, phrase(scene, u).described, scene.index));
  const theirs = new Set(foldName(met.name));
  return words.every((word) => theirs.has(word));
}
