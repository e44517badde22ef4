import type { Gazetteer, GazetteerPlace } from "../../../core/gazetteer.ts";
import { type Syntax, UPOS } from "../../../core/syntax.ts";
import type { Candidate, Found } from "./found.ts";
import { distance } from "./sphere.ts";
import { isCapital } from "./text.ts";

/**
 * Which of the places of a name is meant. Support counts before size: what holds it, the country the words beside it
 * name, the countries and places of the same report; how many people live there decides last, and never alone between
 * namesakes of like size.
 */

const ADJECTIVE = UPOS.indexOf("ADJ");
const PROPER = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const NEAR = 150; // km: neighbours in a report are seldom farther apart
const KNOWN = 150_000; // people: named without its country by a report from elsewhere
const LARGE = new Set(["country", "region", "water"]);
const UNCOUNTED = 500; // people, where the tables give none
const FAME = 0.7; // points for each tenfold of people
const LARGE_CITY = 500_000; // people
const MANY = 40; // candidates: a name so common proves nothing
const METROPOLIS = 1_000_000; // people
const BESIDE = 25; // km: next to another place of the report
const DWARFED = 20; // a namesake this many times smaller is no rival
const TOWN = 20_000; // people
const AHEAD = 1; // how far the best has to lead its rival abroad

export function resolve(found: readonly Found[], named: ReadonlyMap<string, number>): void {
  const alive = found.filter((hit) => hit.use !== "part");
  const parts = found.filter((hit) => hit.use === "part");
  const held = heldBy(found);
  let near: readonly GazetteerPlace[] = [];
  // Each round knows the places that the one before was sure of.
  for (let round = 0; round < 3; round++) {
    const countries = tally(named, round === 0 ? [] : alive);
    for (const hit of alive) choose(hit, found, held, countries, near);
    const sure = alive
      .filter((hit) => hit.use !== "actor" && hit.chosen?.kind !== "country" && isSure(hit))
      .map((hit) => hit.chosen!);
    near = [...new Set(sure)];
  }
  pair(alive);
  const countries = tally(named, alive);
  for (const hit of parts) choose(hit, found, held, countries, near);
}

/** Countries that the report and its title name, by name or adjective, and how often; the dateline counts for three. */
export function countriesNamed(s: Syntax, found: readonly Found[], gazetteer: Gazetteer): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + weight);
  };
  for (const hit of found) {
    const country = hit.candidates.find(({ place, exact }) => exact && place.kind === "country");
    // "Georgia", "Jordan": a name that others bear too says less.
    const rivals = hit.candidates.some(({ place, exact }) => exact && place.kind === "admin1");
    if (country) add(country.place.country, (rivals ? 0.4 : 1) * (hit.use === "dateline" ? 3 : 1));
  }
  for (let t = 0; t < s.length; t++) {
    if (s.upos[t] !== ADJECTIVE && s.upos[t] !== PROPER && s.upos[t] !== NOUN) continue;
    if (!isCapital(s, t)) continue;
    const word = s.text.slice(s.start[t], s.end[t]);
    const country = gazetteer.country(word);
    if (country !== null && gazetteer.exact(word).every((place) => place.kind !== "country")) add(country, 1);
  }
  for (const word of s.document.title?.match(/\p{Lu}[\p{L}'’.]*/gu) ?? []) {
    add(gazetteer.country(word), 1);
    const places = gazetteer.exact(word).filter((place) => place.population >= KNOWN || place.kind === "admin1");
    if (new Set(places.map((place) => place.country)).size === 1) add(places[0]!.country, 0.5);
  }
  return counts;
}

/** The countries of the report as seen from one name: those that its words name and those of the places chosen so far for *other* names. */
interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  /** What each name added itself: a name must not bear itself out in the next round. */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly most: number;
}

function tally(named: ReadonlyMap<string, number>, found: readonly Found[]): Tally {
  const counts = new Map(named);
  const own = new Map<string, Map<string, number>>();
  for (const hit of found) {
    const country = hit.chosen?.country ?? null;
    if (country === null || hit.chosen?.kind === "country" || !isSure(hit)) continue;
    const weight = hit.use === "dateline" ? 2 : 1;
    counts.set(country, (counts.get(country) ?? 0) + weight);
    const mine = own.get(hit.name) ?? new Map<string, number>();
    mine.set(country, (mine.get(country) ?? 0) + weight);
    own.set(hit.name, mine);
  }
  return { counts, own, most: Math.max(1, ...counts.values()) };
}

/** Fit to bear others out: borne out itself, or a large city, or the only place of its name. Two weak guesses must not carry each other. */
function isSure({ chosen, rule, candidates }: Found): boolean {
  if (chosen === null) return false;
  if (rule === "place/by-context" || chosen.population >= LARGE_CITY) return true;
  return candidates.every(({ place }) => place.country === chosen.country);
}

/** Whether the report tells of a country for other reasons than this very name. */
const namesAnother = (name: string, { counts, own }: Tally): boolean =>
  [...counts].some(([country, n]) => n > (own.get(name)?.get(country) ?? 0));

const shareOf = (country: string, name: string, { counts, own, most }: Tally): number =>
  ((counts.get(country) ?? 0) - (own.get(name)?.get(country) ?? 0)) / most;

const isExactTown = ({ place, exact }: Candidate): boolean => exact && place.kind === "city";
const isTown = (candidate: Candidate): boolean => isExactTown(candidate) && candidate.place.population >= TOWN;

/** A division with a town of the same name in it. */
function namedAfter(
  { place }: Candidate,
  candidates: readonly Candidate[],
  isTown: (candidate: Candidate) => boolean,
): boolean {
  if (place.kind !== "admin1" && place.kind !== "admin2") return false;
  return candidates.some(
    (other) => isTown(other) && other.place.country === place.country && other.place.admin1 === place.admin1,
  );
}

/**
 * Names that nothing else bears out bear each other out where only one country has them side by side: a report that
 * never says "Suriname" tells of Moengo and Albina.
 */
function pair(found: readonly Found[]): void {
  const open = found.filter((hit) => hit.chosen === null && hit.stated === null && hit.candidates.length <= MANY);
  const exact = (hit: Found) => hit.candidates.filter((candidate) => candidate.exact).map(({ place }) => place);
  const choices = open.map((hit) =>
    exact(hit).filter((place) =>
      open.some((other) => other.name !== hit.name && exact(other).some((beside) => distance(place, beside) < NEAR)),
    ),
  );
  open.forEach((hit, i) => {
    const places = choices[i]!;
    const best = places[0];
    if (best === undefined || places.some((place) => distance(place, best) > BESIDE)) return;
    hit.chosen = best;
    hit.doubt = null;
    hit.rule = "place/side-by-side";
  });
}

/** The names that each name holds. */
type Held = ReadonlyMap<Found, readonly Found[]>;

function heldBy(found: readonly Found[]): Held {
  const held = new Map<Found, Found[]>();
  for (const hit of found) {
    if (hit.holder < 0) continue;
    const outer = found[hit.holder]!;
    held.set(outer, [...(held.get(outer) ?? []), hit]);
  }
  return held;
}

interface Score {
  readonly candidate: Candidate;
  readonly points: number;
  /** Anything beyond size that speaks for it. */
  readonly supported: boolean;
  /** Words beside the name, or a place next to it, speak for it, and not only the countries of the report. */
  readonly held: boolean;
}

function choose(
  hit: Found,
  found: readonly Found[],
  held: Held,
  countries: Tally,
  near: readonly GazetteerPlace[],
): void {
  hit.chosen = null;
  hit.doubt = null;
  if (hit.candidates.length === 0) {
    hit.doubt = "no gazetteer has this name";
    return;
  }
  const others = near.filter((place) => !hit.candidates.some((candidate) => candidate.place === place));
  // "near Tillabéri": beside the town, however small; nothing is near a province that surrounds it
  const isMeant = hit.near ? isExactTown : isTown;
  const town = hit.kind === null && hit.candidates.some(isMeant);
  const scores = hit.candidates
    .map((candidate) => score(candidate, hit, found, held, countries, others))
    // "Najran": the town, unless the text says that the province is meant.
    .map((scored) =>
      town && namedAfter(scored.candidate, hit.candidates, isMeant)
        ? { ...scored, points: scored.points - 2.5 }
        : scored,
    )
    .sort((a, b) => b.points - a.points);
  const best = scores.find((scored) => !isDwarfed(scored, scores)) ?? scores[0]!;
  const { place, exact } = best.candidate;
  if (hit.stated !== null && place.country !== hit.stated && !LARGE.has(place.kind)) {
    hit.doubt = `the text puts it in ${hit.stated}, where no gazetteer has this name`;
    return;
  }
  if (!best.supported) {
    if (hit.longer !== null && !isFamous(place) && place.kind !== "country") {
      hit.doubt = `it is a part of "${hit.longer}", which no gazetteer has, and nothing in the report speaks for ${place.name} (${place.country})`;
      return;
    }
    if (!exact) {
      hit.doubt = `only like-sounding places of countries that the report does not name (${place.name}, ${place.country})`;
      return;
    }
    if (!isKnown(place)) {
      const many = scores.some(
        ({ candidate }) =>
          candidate.place.country !== place.country && candidate.place.population * DWARFED > place.population,
      );
      hit.doubt = many
        ? "several places have this name and nothing in the report tells which"
        : `the only place of this name (${place.country}) is in a country that the report does not name`;
      // Where the report names no country at all, the only place of this name is as good a reading as there is.
      if (many || namesAnother(hit.name, countries)) return;
      hit.doubt = null;
    }
    const rival = scores.find(
      ({ candidate }) =>
        candidate.exact &&
        candidate.place.country !== place.country &&
        candidate.place.population * DWARFED > place.population,
    );
    if (rival && place.country !== null && place.kind !== "country" && rival.points > best.points - AHEAD) {
      hit.doubt = `${place.name} in ${place.country} or in ${rival.candidate.place.country}: nothing in the report tells which`;
      return;
    }
  }
  hit.chosen = place;
  hit.rule = best.supported ? "place/by-context" : "place/by-size";
}

/** "Damascus" in a report on the United States: not the town of that name there, unless something beside it says so. */
function isDwarfed({ candidate, held }: Score, scores: readonly Score[]): boolean {
  if (held || candidate.place.capital || LARGE.has(candidate.place.kind)) return false;
  return scores.some(
    ({ candidate: { place, exact } }) =>
      exact && place.capital && place.kind === "city" && place.population > DWARFED * candidate.place.population,
  );
}

/** Named by reports from everywhere without its country. */
const isFamous = (place: GazetteerPlace): boolean =>
  place.capital || (place.population >= METROPOLIS && place.kind === "city");

/** Large enough to be meant where nothing in the report speaks for it. */
function isKnown(place: GazetteerPlace): boolean {
  if (place.kind === "country" || place.kind === "region" || place.kind === "water") return true;
  if (place.kind === "admin1" || place.kind === "admin2") return place.population >= 20 * KNOWN;
  return place.capital || place.population >= KNOWN;
}

function score(
  candidate: Candidate,
  hit: Found,
  found: readonly Found[],
  held: Held,
  countries: Tally,
  others: readonly GazetteerPlace[],
): Score {
  const { place, exact } = candidate;
  let points = exact ? 0 : -1.5;
  let supported = false;
  let beside = false;
  points += Math.min(7, Math.log10(Math.max(place.population, UNCOUNTED))) * FAME;
  if (place.kind === "country") points += 9;
  else if (place.kind === "admin1") points += hit.kind ? 0 : 0.5;
  else if (place.kind === "region" || place.kind === "water") points += 3;
  else if (place.kind === "admin2") points -= 1.5;
  else if (place.kind !== "city" && place.kind !== "village") points += 1;
  if (hit.kind?.is) {
    const fits = hit.kind.is.indexOf(place.kind);
    points += fits === 0 ? 3 : fits > 0 ? 2 : place.kind === "country" ? -6 : -1.5;
  }
  const holder = hit.holder >= 0 ? found[hit.holder]! : null;
  if (holder) {
    const held = holds(holder, place);
    if (held > 0) {
      points += held;
      supported = beside = true;
    } else if (holder.chosen?.kind === "country" || holder.chosen?.kind === "admin1") points -= 3;
  }
  for (const inner of held.get(hit) ?? []) {
    // The same, seen from the holder: in "Paris, Texas" Texas is the state that has a Paris.
    if (place.kind !== "country" && inner.chosen && within(inner.chosen, place)) {
      points += 2;
      supported = beside = true;
    }
  }
  if (hit.stated !== null) {
    if (place.country === hit.stated) {
      points += 5;
      supported = beside = true;
    } else points -= 4;
  }
  if (place.country !== null && place.kind !== "country") {
    const share = shareOf(place.country, hit.name, countries);
    points += 3.5 * share;
    if (share > 0.15 || (share > 0 && place.population >= 20_000)) supported = true;
  }
  if (place.kind !== "country" && others.length > 0) {
    let closest = Number.POSITIVE_INFINITY;
    let close = 0;
    for (const other of others) {
      const km = distance(place, other);
      if (km < closest) closest = km;
      if (km < NEAR) close++;
    }
    points += 2 * Math.exp(-closest / NEAR) + Math.min(1, close / 4) + 2 * Math.exp(-closest / BESIDE);
    if (closest < NEAR) supported = beside = true;
  }
  // What the report bears out goes before what is merely large; a metropolis is named without its country.
  if (supported) points += 1;
  if (isFamous(place)) points += 2;
  return { candidate, points, supported, held: beside };
}

/** How well any reading of the holder holds this place. */
function holds(holder: Found, place: GazetteerPlace): number {
  let best = 0;
  const readings = holder.chosen ? [{ place: holder.chosen }] : holder.candidates;
  for (const { place: outer } of readings)
    if (within(place, outer)) best = Math.max(best, outer.kind === "country" ? 5 : 6);
  if (best === 0)
    for (const { place: outer } of readings) if (outer.kind !== "country" && distance(place, outer) < 60) best = 3;
  return best;
}

export function within(place: GazetteerPlace, outer: GazetteerPlace): boolean {
  if (place === outer || place.country === null || place.country !== outer.country) return false;
  if (outer.kind === "country") return true;
  if (outer.kind === "admin1") return place.admin1 === outer.admin1 && place.kind !== "admin1";
  if (outer.kind === "admin2")
    return place.admin2 !== null && place.admin2 === outer.admin2 && place.admin1 === outer.admin1;
  return false;
}
