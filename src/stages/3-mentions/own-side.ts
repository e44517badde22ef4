import { child, relation } from "../../core/tree.ts";
import { foldName } from "../../lexicon/fold.ts";
import { matchesAt } from "../../lexicon/trie.ts";
import { absorb } from "./absorb.ts";
import { ARMED, type Being, type Said } from "./beings.ts";
import { weightOf } from "./home.ts";
import { bodyRow, homeState, knownBeing, stateBeing } from "./known.ts";
import type { Scene } from "./scene.ts";
import { says } from "./speaking.ts";

/** In how many sentences from the top a side's own report names itself. */
const OPENING = 3;

/**
 * A report that says "our forces" in its own voice, of an outlet that nobody has a row for, speaks for a side: the one in the outlet's name
 * ("Israeli Army Briefing Room"), else the one that speaks first in it. Said with a notice. Nobody is taken for it who only "claims" or
 * "admits", or who is told to say something of "our forces": that is the other side.
 */
export function recogniseOwnSide(scene: Scene): void {
  const { company, outlet } = scene;
  const own = company.byKey.get("own-forces");
  if (own === undefined || outlet.memberOf !== null) return;
  const first = scene.said.find(({ being }) => being === own);
  const named = sideInName(scene);
  const side = named ?? firstSpeaker(scene, own);
  if (side === null || first === undefined) return;
  // A newspaper may call an army ours and is no part of it.
  if (named !== null) outlet.memberOf = named;
  const { s } = scene;
  const words = s.text.slice(s.start[first.first]!, s.end[first.last]!);
  const message = `"${words}" in the report's own voice are taken for those of ${side.name}, ${named === null ? "which speaks first in it" : "after which the outlet is called"}.`;
  scene.doubts.push({ code: "N-ACTOR-08", about: side.name, message, first: first.first, last: first.last });
  const forces = armedOf(scene, side);
  if (forces === null) own.memberOf = side;
  else absorb(scene, own, forces);
}

const LETTERS = /^\p{Lu}{2,5}$/u;

const isSide = (being: Being): boolean =>
  ARMED.has(being.kind) || /^(?:state-forces|police|government)$/.test(being.kind);

/** Whose forces "our forces" are: the side's own, a government's army; null where it cannot be told. */
function armedOf(scene: Scene, side: Being): Being | null {
  if (side.kind !== "government") return side;
  const [code, body] = (side.entry ?? "").split("/");
  const country = scene.index.countryOf.get(code!);
  const defends = body === "ministry-of-defence" || body === "government" || body === "presidency";
  return country !== undefined && defends ? stateBeing(scene, country, bodyRow(scene, "armed-forces")) : null;
}

/** The armed side or state body that an outlet is called after. */
function sideInName(scene: Scene): Being | null {
  const { index, s } = scene;
  const name = s.document.outlet ?? "";
  const folded = foldName(name);
  const lower = name.toLowerCase().split(/[^\p{L}\d'-]+/u);
  let country = null;
  for (let i = 0; i < folded.length; i++) {
    country ??= matchesAt(index.countries, folded, i)[0]?.values[0]?.country ?? null;
    // "KLA" in the name of an outlet that writes of Myanmar is not Kosovo's
    const known = matchesAt(index.names, folded, i)[0]?.values.find(
      (k) => !k.epithet && k.is !== "holder" && (!LETTERS.test(k.form) || weightOf(scene.weights, k) > 0),
    );
    const being = known === undefined ? null : knownBeing(scene, known);
    if (being !== null && isSide(being)) return being;
  }
  for (let i = 0; i < lower.length; i++) {
    const word = matchesAt(index.bodies, lower, i)[0]?.values[0];
    const state = word?.use === "body" ? (country ?? homeState(scene, word.body.id)) : null;
    if (word !== undefined && state !== null) return stateBeing(scene, state, word.body);
  }
  return null;
}

/** The side that says something first, itself or through its man. */
function firstSpeaker(scene: Scene, own: Being): Being | null {
  const { s, index } = scene;
  const { verbs } = index.speaking;
  const order = [...scene.said].sort((a, b) => a.head - b.head);
  const opens = order.find(({ head, being, form }) => {
    if (s.sentence[head]! >= OPENING || scene.quoted[head] || form === "epithet" || being === own) return false;
    const verb = s.head[head]!;
    if (!says(s, head, verbs) || relation(s, head) !== "nsubj" || index.small["other-saying"]?.has(s.lemma[verb]!))
      return false;
    return sideOf(being) !== null && !order.some((said) => said.being === own && tellsOf(scene, verb, said));
  });
  return opens === undefined ? null : sideOf(opens.being);
}

const sideOf = (being: Being): Being | null =>
  being.number !== "one" && being.number !== "many" && isSide(being)
    ? being
    : being.number === "one" && being.memberOf !== null
      ? sideOf(being.memberOf)
      : null;

/** "The army says that it shot *our men*." */
function tellsOf({ s }: Scene, verb: number, { head }: Said): boolean {
  const told = child(s, verb, "ccomp");
  const from = told >= 0 ? told : child(s, verb, "xcomp");
  for (let t = head; t >= 0; t = s.head[t]!) if (t === from) return true;
  return false;
}
