import { children, relation, upos } from "../../core/tree.ts";
import { type Being, meet } from "./beings.ts";
import { bodyRow, stateBeing } from "./known.ts";
import { blank, type Scene, say, sayUnit } from "./scene.ts";
import { says } from "./speaking.ts";
import type { Unit } from "./units.ts";

/** "Russia denied", "Damascus said": a country or its capital stands for its government where it does or says something. */
export function resolveCountry(scene: Scene, u: number): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "country") return null;
  const { s } = scene;
  const word = unit.what.words.find((w) => w.country.code === scene.home) ?? unit.what.words[0]!;
  const rel = s.deprel[unit.head]!;
  if (armsOf(scene, unit, word.use)) {
    const forces = stateBeing(scene, word.country, bodyRow(scene, "armed-forces"));
    const said = { first: unit.first, last: unit.last, head: unit.head, form: "description" as const };
    return say(scene, forces, { ...said, rule: "actors/deed-of-a-country" });
  }
  const heading = word.use === "capital" && headsSaying(scene, unit);
  if (word.use === "people" || (word.use === "adjective" && isNounHere(scene, unit))) {
    if (/^(?:compound|amod|flat)/.test(rel)) return null;
    const being = meet(scene.company, `${word.country.code}/people`, () =>
      blank(word.form, { kind: "civilians", country: word.country.code, number: "many" }),
    );
    return sayUnit(scene, u, being, "description", "actors/people-of-country");
  }
  if (word.use === "adjective") return null;
  const part = scene.s.deprel[firstOf(scene.s, unit.head)]!;
  const acts =
    part === "nsubj" ||
    part === "obl:agent" ||
    (word.use === "name" && (rel === "obj" || rel === "nsubj:pass" || rel === "iobj"));
  const speaksFor = rel === "nmod:poss" ? false : acts;
  if (!heading && (!speaksFor || !actsLikeSomebody(scene, unit, word.use === "capital"))) return null;
  if (heading) {
    const message = `"${word.form}" before the colon is taken for the government that says what follows: that happens elsewhere.`;
    scene.doubts.push({ code: "N-ACTOR-07", about: word.form, message, first: unit.first, last: unit.last });
  }
  const being = stateBeing(scene, word.country, bodyRow(scene, "government"));
  return say(scene, being, {
    first: unit.first,
    last: unit.last,
    head: unit.head,
    form: "name",
    rule: "actors/country-for-government",
  });
}

/** "a *Russian* missile struck the station", "an *Israeli* air strike", "*Russian* shelling", "*US* strikes on a depot": a deed that only a state's arms do is done by those of the country before it. */
function armsOf({ s, index }: Scene, { first, last, head }: Unit, use: string): boolean {
  const noun = s.head[head]!;
  if (use === "capital" || noun <= last || !/^(?:amod|compound)$/.test(s.deprel[head]!)) return false;
  if (s.lower[first - 1] === "-" || s.lower[last + 1] === "-") return false;
  const lemma = s.lemma[noun]!.toLowerCase();
  const beside = children(s, noun).filter((c) => c !== head);
  const deeds = index.small["state-deeds"]!;
  if (deeds.has(lemma) || beside.some((c) => deeds.has(`${s.lower[c]} ${lemma}`))) return true;
  if (index.small["state-arms"]!.has(lemma)) return isDoer(s, noun) && !isFiredBy(s, noun);
  // a strike may be the dockers', a raid on a till a thief's: one on a place, by a country, is its army's
  const aimed = (c: number) => children(s, c).some((k) => index.small["aimed-at"]!.has(s.lower[k]!));
  return index.small["state-deeds-aimed"]!.has(lemma) && beside.some((c) => relation(s, c) === "nmod" && aimed(c));
}

/** "A Russian missile *struck* the station", "hit *by* Israeli artillery" */
const isDoer = (s: Scene["s"], noun: number): boolean => s.deprel[noun] === "nsubj" || s.deprel[noun] === "obl:agent";
/** "an Iranian missile *fired by* the group" */
const isFiredBy = (s: Scene["s"], noun: number): boolean =>
  children(s, noun).some((c) => relation(s, c) === "acl" && children(s, c).some((k) => s.deprel[k] === "obl:agent"));

/** "*Kyiv:* Russian missile strike kills nine in Odesa": a capital alone before a colon, and a clause that names another place behind it. */
function headsSaying({ s }: Scene, { first, last }: Unit): boolean {
  const end = s.sentenceStart[s.sentence[first]! + 1]!;
  if (first !== s.sentenceStart[s.sentence[first]!] || s.lower[last + 1] !== ":") return false;
  let [clause, elsewhere] = [false, false];
  for (let t = last + 2; t < end; t++) {
    if (/^VB[DZP]$/.test(s.xpos[t]!)) clause = true;
    if (upos(s, t) === "PROPN" && children(s, t).some((c) => s.deprel[c] === "case" && s.xpos[c] === "IN"))
      elsewhere = true;
  }
  return clause && elsewhere;
}

const isNounHere = (scene: Scene, unit: Unit): boolean =>
  /^(?:NNS?|NNPS?)$/.test(scene.s.xpos[unit.head]!) && !/^(?:compound|amod|flat)/.test(scene.s.deprel[unit.head]!);

/** The first of "Kyiv *and Moscow*", whose part in the sentence the others share. */
function firstOf(s: Scene["s"], head: number): number {
  let first = head;
  while (relation(s, first) === "conj" && s.head[first]! >= 0) first = s.head[first]!;
  return first;
}

/** A country is somebody where it governs a verb with an object, a content clause or a complement; a capital only where it says something. */
function actsLikeSomebody(scene: Scene, unit: Unit, capital: boolean): boolean {
  const { s } = scene;
  const head = firstOf(s, unit.head);
  const verb = s.head[head]!;
  if (verb < 0) return false;
  if (relation(s, head) !== "nsubj" || says(s, head, scene.index.speaking.verbs)) return true;
  if (s.upos[verb] === undefined) return false;
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) {
    const rel = relation(s, c);
    if (rel === "ccomp" || rel === "parataxis") return true;
    if ((rel === "obj" || rel === "xcomp") && !capital) return true;
    if (rel === "obj" && capital && s.deprel[head] === "nsubj") return true;
  }
  return relation(s, verb) === "parataxis";
}
