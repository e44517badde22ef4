import type { Gazetteer } from "../../../core/gazetteer.ts";
import { NAME_KINDS, type Syntax } from "../../../core/syntax.ts";
import { relation, upos } from "../../../core/tree.ts";
import type { PlaceWords } from "../../../lexicon/place-words.ts";
import type { Found } from "./found.ts";
import { isCapital, joined } from "./text.ts";

const PLACE = NAME_KINDS.indexOf("place");
const ORGANISATION = NAME_KINDS.indexOf("organisation");
const PERSON = NAME_KINDS.indexOf("person");
/** Below this a capitalised word is not taken for a place. */
export const ENOUGH = 1.5;
const REACH = 9; // tokens between a name and the place that holds it

/** Reads the words around each name: what kind of place, which country, near or in, who holds whom. */
export function readCues(
  s: Syntax,
  found: Found[],
  gazetteer: Gazetteer,
  words: PlaceWords,
  loud: readonly boolean[],
): void {
  for (const hit of found) readKind(s, hit, words, loud);
  found.forEach((hit, i) => {
    readStated(s, hit, gazetteer, words);
    readDistance(s, hit, words);
    readHolder(s, found, i, words);
  });
}

/** "the village of X", "X district", "in the district of X"; "X and Y provinces" gives both. */
function readKind(s: Syntax, hit: Found, words: PlaceWords, loud: readonly boolean[]): void {
  let after = hit.last + 1;
  if (after < s.length && s.text[s.start[after]!] === "-") after++;
  const next = words.kind.get(s.lower[after] ?? "");
  if (next && s.sentence[after] === s.sentence[hit.last]) {
    hit.kind = next;
    hit.whole = [hit.span[0], s.end[after]!];
    // "Nyanza Province", "Swat Valley": with a capital the noun is part of the name.
    if (isCapital(s, after) && !loud[s.sentence[after]!]) {
      hit.last = after;
      hit.span = hit.whole;
    }
    return;
  }
  let before = hit.first - 1;
  // "of X", not "a camp near X"
  if (
    before > 0 &&
    s.deprel[before] === "case" &&
    words.within.has(s.lower[before]!) &&
    !words.near.has(s.lower[before]!)
  )
    before--;
  const noun = words.kind.get(s.lower[before] ?? "");
  // "the Darfur region of Sudan": the region is another place.
  const country = hit.candidates.some(({ place, exact }) => exact && place.kind === "country");
  if (noun && !(country && !noun.is?.includes("country")) && s.sentence[before] === s.sentence[hit.first]) {
    hit.kind = noun;
    hit.whole = [s.start[before]!, hit.span[1]];
  }
}

/** "the Syrian city of X", "X, Syria" is a holder instead; "Nigeria's Borno state" too. */
function readStated(s: Syntax, hit: Found, gazetteer: Gazetteer, words: PlaceWords): void {
  const from = Math.max(s.sentenceStart[s.sentence[hit.first]!]!, hit.first - 6);
  for (let t = hit.first - 1; t >= from; t--) {
    const word = s.text.slice(s.start[t], s.end[t]);
    const country = isCapital(s, t) ? gazetteer.country(word) : null;
    if (country !== null && upos(s, t) !== "VERB") {
      hit.stated = country;
      return;
    }
    // "a U.S. base near X": the base is theirs, not X.
    if (upos(s, t) === "ADP" && (words.near.has(s.lower[t]!) || words.kind.get(s.lower[t - 1] ?? "")?.id === "base"))
      return;
    if (!words.kind.has(s.lower[t]!) && !words.within.has(s.lower[t]!) && s.lower[t] !== "-" && upos(s, t) !== "ADJ")
      return;
  }
}

/** "10 km north of X", "north of X", "near the village of X", "on the outskirts of X", "12 miles from X". */
function readDistance(s: Syntax, hit: Found, words: PlaceWords): void {
  const start = s.sentenceStart[s.sentence[hit.first]!]!;
  const back = (t: number): number => {
    while (
      t >= start &&
      !words.near.has(s.lower[t]!) &&
      (upos(s, t) === "DET" || upos(s, t) === "ADJ" || (words.kind.has(s.lower[t]!) && !words.near.has(s.lower[t]!)))
    )
      t--;
    return t;
  };
  let t = back(hit.first - 1);
  // Over "the village of" to the preposition that governs the village.
  if (
    t > start &&
    words.within.has(s.lower[t]!) &&
    !words.near.has(s.lower[t]!) &&
    words.kind.has(s.lower[t - 1]!) &&
    !words.near.has(s.lower[t - 1]!)
  )
    t = back(t - 1);
  if (t < start) return;
  const before = t > start ? s.lower[t - 1]! : "";
  hit.near ||= words.near.has(s.lower[t]!) || (words.near.has(before) && s.deprel[t - 1] !== "compound:prt");
  if (upos(s, t) !== "ADP") return;
  const side = words.side.get(before);
  // "south of X" is beside it; "the south of X" is a part of it.
  if (side && t - 2 >= start && upos(s, t - 2) === "DET" && upos(s, t - 3) !== "ADP") return;
  if (side) hit.near = true;
  let u = side ? t - 2 : t - 1;
  if (upos(s, Math.max(u, 0)) === "DET") u--;
  if (side && u >= start && upos(s, u) === "ADP") u--; // "10 km to the north of"
  if (u <= start) return;
  const unit = words.unit.get(s.lower[u]!);
  if (!unit) return;
  const number = s.text[s.start[u - 1]!] === "-" ? u - 2 : u - 1;
  const amount = Number((s.lower[number] ?? "").replace(/,/g, ""));
  if (!(amount > 0)) return;
  hit.near = true;
  hit.offset = {
    metres: amount * unit.metres!,
    bearing: side ? side.bearing! : null,
    span: [s.start[number]!, hit.span[1]],
  };
}

/** "X, Y", "X in Y", "X, in the northern Y district", "X (Y)": Y holds X. "Y's X": the same, turned. */
function readHolder(s: Syntax, found: Found[], i: number, words: PlaceWords): void {
  const hit = found[i]!;
  const next = found[i + 1];
  if (!next || s.sentence[next.first] !== s.sentence[hit.last] || next.first - hit.last > REACH) return;
  // "al-Jina, a rebel-held village southwest of Atarib": a kind noun in apposition carries over anything but a verb.
  if (describes(s, hit.last + 1, next.first, words)) {
    hit.holder = i + 1;
    return;
  }
  let commas = 0;
  let linked = false;
  for (let t = hit.last + 1; t < next.first; t++) {
    const word = s.lower[t]!;
    if (word === "," || word === "(") {
      if (++commas > 2) return;
      if (word === "(") linked = true;
    } else if (word === "'s" || word === "'") {
      // "Syria's Idlib province": the first holds the second.
      if (t === hit.last + 1 && onlyWithin(s, t + 1, next.first, words)) next.holder = i;
      return;
    } else if (words.within.has(word) || words.kind.has(word)) {
      if (upos(s, t) === "ADP" && !words.near.has(word)) linked = true;
    } else if (word !== "-") return;
  }
  // "X, Y": only two names side by side, and not in a list ("X, Y and Z").
  const bare = next.first === hit.last + 2 && commas === 1;
  if (bare && inList(s, found, i)) return;
  if (linked || bare || commas === 1) hit.holder = i + 1;
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

function describes(s: Syntax, from: number, to: number, words: PlaceWords): boolean {
  if (s.lower[from] !== "," || upos(s, from + 1) !== "DET" || upos(s, to - 1) !== "ADP") return false;
  let kind = false;
  for (let t = from + 1; t < to; t++) {
    if (FINITE.test(s.xpos[t]!) || s.lower[t] === ",") return false;
    kind ||= words.kind.has(s.lower[t]!);
  }
  return kind;
}

function onlyWithin(s: Syntax, from: number, to: number, words: PlaceWords): boolean {
  for (let t = from; t < to; t++)
    if (!words.within.has(s.lower[t]!) && !words.kind.has(s.lower[t]!) && s.lower[t] !== "-") return false;
  return true;
}

/** "in Homs, Hama and Idlib". */
function inList(s: Syntax, found: Found[], i: number): boolean {
  const next = found[i + 1]!;
  const after = next.last + 1;
  if (after >= s.length) return false;
  if (upos(s, after) === "CCONJ" && found[i + 2]?.first === after + 1) return true;
  const third = found[i + 2];
  if (s.lower[after] !== "," || !third) return false;
  if (upos(s, after + 1) === "CCONJ") return third.first === after + 2;
  return third.first === after + 1 && third.last + 1 < s.length && upos(s, third.last + 1) === "CCONJ";
}

/** How sure it is that the name is a place at all, from what the parser says, the words beside it and the countries of the report. */
export function weigh(s: Syntax, hit: Found, words: PlaceWords, countries: ReadonlyMap<string, number>): void {
  const before = hit.first > 0 ? s.lower[hit.first - 1]! : "";
  const after = s.lower[hit.last + 1] ?? "";
  const name = s.name[hit.first];
  const exact = hit.candidates.filter((candidate) => candidate.exact);
  let weight = 0;
  if (name === PLACE) weight += 2;
  else if (name === PERSON) weight -= 2;
  else if (name === ORGANISATION) weight -= 0.5;
  if (hit.candidates.length === 0) weight -= 1;
  else if (exact.length === 0) weight -= 0.5;
  if (exact.some(({ place }) => place.kind === "country")) weight += 3;
  else if (exact.some(({ place }) => place.kind === "admin1" || place.kind === "region")) weight += 1;
  const people = exact.reduce((most, { place }) => Math.max(most, place.population), 0);
  weight += Math.min(2, Math.max(0, Math.log10(people + 1) - 4));
  if (exact.some(({ place }) => place.country !== null && countries.has(place.country))) weight += 0.75;
  if (hit.last > hit.first && exact.length > 0) weight += 0.5;
  if (hit.kind) weight += 2;
  if (hit.called) weight += 3;
  if (hit.holder >= 0 || hit.stated) weight += 1.5;
  if (words.near.has(before) || (words.locative.has(before) && upos(s, hit.first - 1) === "ADP")) weight += 1.5;
  // "3. BRASS. The navy says …": a name that is all of its sentence heads what follows.
  if (exact.length > 0 && standsAlone(s, hit)) weight += 2;
  if (words.title.has(before) || words.title.has(s.lower[hit.first - 2] ?? ""))
    weight -= isCapital(s, hit.first - 1) ? 3 : 1;
  if (words.holder.has(after) && isCapital(s, hit.last + 1)) hit.use = "part";
  if (words.thing.has(after)) hit.use = "part";
  // "Sidney Howard", "Aleppo Abdallah": the name goes on after the match, or began before it.
  if (!hit.kind && !hit.called && nameGoesOn(s, hit)) weight -= 2;
  const head = s.head[hit.last]!;
  if (relation(s, hit.last) === "flat" && name !== PLACE && (head < hit.first || head > hit.last)) weight -= 1;
  hit.weight = weight;
}

/** Whether the name is the only word of its sentence. */
export function standsAlone(s: Syntax, hit: { readonly first: number; readonly last: number }): boolean {
  const sentence = s.sentence[hit.first]!;
  const empty = (t: number) => upos(s, t) === "PUNCT" || upos(s, t) === "NUM" || /^[\d.)(]+$/.test(s.lower[t]!);
  for (let t = s.sentenceStart[sentence]!; t < hit.first; t++) if (!empty(t)) return false;
  for (let t = hit.last + 1; t < s.sentenceStart[sentence + 1]!; t++) if (!empty(t)) return false;
  return true;
}

function nameGoesOn(s: Syntax, hit: Found): boolean {
  const next = hit.last + 1;
  const goesOn =
    next < s.length && isCapital(s, next) && upos(s, next) === "PROPN" && s.sentence[next] === s.sentence[hit.last];
  const hyphen = next + 1 < s.length && joined(s, hit.last) && s.text[s.start[next]!] === "-" && isCapital(s, next + 1);
  const previous = hit.first - 1;
  const began =
    previous >= 0 &&
    isCapital(s, previous) &&
    upos(s, previous) === "PROPN" &&
    s.sentence[previous] === s.sentence[hit.first];
  return goesOn || began || hyphen;
}
