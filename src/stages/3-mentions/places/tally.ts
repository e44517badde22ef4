import type { Gazetteer } from "../../../core/gazetteer.ts";
import { type Syntax, UPOS } from "../../../core/syntax.ts";
import type { Found } from "./found.ts";
import { isCapital } from "./text.ts";

/** How often a report names each country, and which countries the places chosen so far stand in. */

const ADJECTIVE = UPOS.indexOf("ADJ");
const PROPER = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
export const KNOWN = 150_000; // people: named without its country by a report from elsewhere
const LARGE_CITY = 500_000; // people

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
export interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  /** What each name added itself: a name must not bear itself out in the next round. */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly most: number;
}

export function tally(named: ReadonlyMap<string, number>, found: readonly Found[]): Tally {
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
export function isSure({ chosen, rule, candidates }: Found): boolean {
  if (chosen === null) return false;
  if (rule === "place/by-context" || chosen.population >= LARGE_CITY) return true;
  return candidates.every(({ place }) => place.country === chosen.country);
}

/** Whether the report tells of a country for other reasons than this very name. */
export const namesAnother = (name: string, { counts, own }: Tally): boolean =>
  [...counts].some(([country, n]) => n > (own.get(name)?.get(country) ?? 0));

export const shareOf = (country: string, name: string, { counts, own, most }: Tally): number =>
  ((counts.get(country) ?? 0) - (own.get(name)?.get(country) ?? 0)) / most;
