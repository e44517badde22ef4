import type { Event, Place, Time } from "../../core/ledger.ts";

/** How far apart the places of one story may lie, in degrees of latitude or of longitude: some 200 km. */
const THEATRE = 2;

/** What an event is given from another of the same report, and from which. */
export interface Carried<T> {
  readonly value: T;
  readonly from: Event;
}

/**
 * Where an event happened of which neither its sentences nor its paragraph tell: where the last one before it did, as long as the whole report
 * tells of one area; before the first that has a place, only where there is one place in all. Nothing where a report goes from one area to another.
 */
export function carriedPlace(events: readonly Event[], at: number, places: readonly Place[]): Carried<string> | null {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const placed = events.filter((event) => event.place !== null && placeOf.get(event.place)?.latitude != null);
  if (placed.length === 0 || !isOneArea(placed.map((event) => placeOf.get(event.place!)!))) return null;
  const before = events.slice(0, at).findLast((event) => placed.includes(event));
  if (before !== undefined) return { value: before.place!, from: before };
  return new Set(placed.map((event) => event.place)).size === 1 ? { value: placed[0]!.place!, from: placed[0]! } : null;
}

function isOneArea(places: readonly Place[]): boolean {
  if (new Set(places.map((place) => place.country)).size > 1) return false;
  // A whole country or province holds what lies in it.
  const points = places.filter((place) => place.precision <= 3);
  const span = (of: (place: Place) => number) => Math.max(...points.map(of)) - Math.min(...points.map(of));
  return points.length < 2 || (span((p) => p.latitude!) <= THEATRE && span((p) => p.longitude!) <= THEATRE);
}

/** When an event happened of which its paragraph tells no time: when the last one before it did that happened at the same place. */
export function carriedTime(events: readonly Event[], at: number): Carried<Time> | null {
  const { place } = events[at]!;
  const before = events
    .slice(0, at)
    .findLast((event) => event.time !== null && event.stage === "accomplished" && event.place === place);
  return before === undefined ? null : { value: before.time!, from: before };
}
