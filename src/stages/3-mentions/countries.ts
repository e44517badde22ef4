import { relation } from "../../core/tree.ts";
import { type Being, meet } from "./beings.ts";
import { blank, bodyRow, type Scene, say, says, sayUnit, stateBeing } from "./resolve.ts";
import type { Unit } from "./units.ts";

/** "Russia denied", "Damascus said": a country or its capital stands for its government where it does or says something. */
export function resolveCountry(scene: Scene, u: number): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "country") return null;
  const { s } = scene;
  const word = unit.what.words.find((w) => w.country.code === scene.home) ?? unit.what.words[0]!;
  const rel = s.deprel[unit.head]!;
  if (word.use === "people" || (word.use === "adjective" && isNounHere(scene, unit))) {
    if (/^(?:compound|amod|flat)/.test(rel)) return null;
    const being = meet(scene.company, `${word.country.code}/people`, () =>
      blank(word.form, { kind: "civilians", country: word.country.code, number: "many" }),
    );
    return sayUnit(scene, u, being, "description", "actors/people-of-country");
  }
  if (word.use === "adjective") return null;
  const acts =
    rel === "nsubj" ||
    rel === "obl:agent" ||
    (word.use === "name" && (rel === "obj" || rel === "nsubj:pass" || rel === "iobj"));
  const speaksFor = rel === "nmod:poss" ? false : acts;
  if (!speaksFor || !actsLikeSomebody(scene, unit, word.use === "capital")) return null;
  const being = stateBeing(scene, word.country, bodyRow(scene, "government"));
  return say(scene, being, {
    first: unit.first,
    last: unit.last,
    head: unit.head,
    form: "name",
    rule: "actors/country-for-government",
  });
}

const isNounHere = (scene: Scene, unit: Unit): boolean =>
  /^(?:NNS?|NNPS?)$/.test(scene.s.xpos[unit.head]!) && !/^(?:compound|amod|flat)/.test(scene.s.deprel[unit.head]!);

/** A country is somebody where it governs a verb with an object, a content clause or a complement; a capital only where it says something. */
function actsLikeSomebody(scene: Scene, unit: Unit, capital: boolean): boolean {
  const { s } = scene;
  const verb = s.head[unit.head]!;
  if (verb < 0) return false;
  if (relation(s, unit.head) !== "nsubj" || says(s, unit.head, scene.index.speaking.verbs)) return true;
  if (s.upos[verb] === undefined) return false;
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) {
    const rel = relation(s, c);
    if (rel === "ccomp" || rel === "parataxis") return true;
    if ((rel === "obj" || rel === "xcomp") && !capital) return true;
    if (rel === "obj" && capital && s.deprel[unit.head] === "nsubj") return true;
  }
  return relation(s, verb) === "parataxis";
}
