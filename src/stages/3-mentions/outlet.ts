import { tokenText } from "../../core/tree.ts";
import type { Known } from "../../lexicon/actor-index.ts";
import { foldName } from "../../lexicon/fold.ts";
import { matchesAt } from "../../lexicon/trie.ts";
import { choose } from "./choose.ts";
import type { publisher } from "./first-lines.ts";
import { bodyRow, knownBeing, nameOfKnown, stateBeing } from "./known.ts";
import { type Scene, say } from "./scene.ts";
import { startsUpper } from "./units.ts";

/**
 * Who the report's own voice is: the outlet that its publication names, or else who signs it in the dateline or over it, with a notice. A
 * party's outlet belongs to that party: "our forces" in it are the party's.
 */
export function knowOutlet(scene: Scene, signed: ReturnType<typeof publisher>): void {
  const { outlet, s } = scene;
  const given = s.document.outlet === null ? [] : ofName(scene, s.document.outlet);
  const known = given.length > 0 ? given : s.document.outlet === null && signed !== null ? signed.known : [];
  if (known.length === 0) return;
  const chosen = choose(scene, known).known;
  if (chosen === null || chosen.is === "holder") return;
  const partyBeing = partyOf(scene, chosen);
  if (partyBeing !== null) outlet.memberOf = partyBeing;
  if (given.length > 0 || signed === null) return;
  const { first, last } = signed.unit;
  outlet.name = chosen.is === "state" ? s.text.slice(s.start[first]!, s.end[last]!) : nameOfKnown(chosen);
  const message = `The report does not say who published it. It is signed by ${outlet.name}, which is taken for its own voice.`;
  scene.doubts.push({
    code: "N-ACTOR-05",
    about: outlet.name,
    message,
    first: signed.unit.first,
    last: signed.unit.last,
  });
}

/** "Officers told *the Monitor*", in Lake Chad Monitor: the outlet by the last word of its name. */
export function sayOutlet(scene: Scene): void {
  const { s, outlet, index, unitOf, resolved } = scene;
  const words = s.document.outlet?.trim().split(/\s+/) ?? [];
  if (words.length < 2) return;
  const short = words.at(-1)!;
  for (let t = 1; t < s.length; t++) {
    if (tokenText(s, t) !== short || !index.small.definite?.has(s.lower[t - 1]!)) continue;
    if (s.sentence[t] !== s.sentence[t - 1] || (s.sentence[t + 1] === s.sentence[t] && startsUpper(s, t + 1))) continue;
    const u = unitOf[t]!;
    if (u >= 0 && scene.units[u]!.last > t) continue;
    if (u >= 0) resolved.set(u, outlet);
    say(scene, outlet, { first: t - 1, last: t, head: t, form: "name", rule: "actors/outlet-by-last-word" });
  }
}

/** Names of the registry that are the whole of an outlet's name. */
function ofName({ index }: Scene, name: string): readonly Known[] {
  const keys = foldName(name);
  const whole = [...matchesAt(index.names, keys, 0)].find((match) => match.length === keys.length);
  return whole?.values.filter((known) => !known.epithet) ?? [];
}

/** The side that speaks through an outlet; a group's own statement is the group's. */
function partyOf(scene: Scene, known: Known) {
  if (known.is === "state")
    return known.body.kind === "media"
      ? stateBeing(scene, known.country, bodyRow(scene, "armed-forces"))
      : knownBeing(scene, known);
  if (known.is === "holder") return null;
  const { kind } = known.row;
  const party = known.row.party ?? (kind === "media" ? known.row.parent : undefined);
  if (party === undefined) return kind === "media" || kind === "monitor" ? null : knownBeing(scene, known);
  const [code, body] = party.split("/");
  if (body !== undefined) return stateBeing(scene, scene.index.countryOf.get(code!)!, bodyRow(scene, body));
  const row = scene.index.rowOf.get(party)!;
  return knownBeing(scene, { is: "row", row, epithet: false, form: row.name });
}
