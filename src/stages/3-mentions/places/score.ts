import type { GazetteerPlace } from "../../../core/gazetteer.ts";
import type { Candidate, Found } from "./found.ts";
import { distance } from "./sphere.ts";
import { shareOf, type Tally } from "./tally.ts";

/** Points for each place of a name: what holds it, the country beside it, the rest of the report, and its size. */

export const NEAR = 150; // km: neighbours in a report are seldom farther apart
export const BESIDE = 25; // km: next to another place of the report
const UNCOUNTED = 500; // people, where the tables give none
const FAME = 0.7; // points for each tenfold of people
const METROPOLIS = 1_000_000; // people

/** The names that each name holds. */
export type Held = ReadonlyMap<Found, readonly Found[]>;

export function heldBy(found: readonly Found[]): Held {
  const held = new Map<Found, Found[]>();
  for (const hit of found) {
    if (hit.holder < 0) continue;
    const outer = found[hit.holder]!;
    held.set(outer, [...(held.get(outer) ?? []), hit]);
  }
  return held;
}

export interface Score {
  readonly candidate: Candidate;
  readonly points: number;
  /** Anything beyond size that speaks for it. */
  readonly supported: boolean;
  /** Words beside the name, or a place next to it, speak for it, and not only the countries of the report. */
  readonly held: boolean;
}

/** Named by reports from everywhere without its country. */
export const isFamous = (place: GazetteerPlace): boolean =>
  place.capital || (place.population >= METROPOLIS && place.kind === "city");

export function score(
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
