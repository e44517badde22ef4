import type { Mentions } from "../../core/layers.ts";
import type { Event, Place, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** How far apart the places of one story may lie, in degrees of latitude or of longitude: some 200 km. */
const THEATRE = 2;

/** What an event is given from another of the same report, and from which. */
export interface Carried<T> {
  readonly value: T;
  readonly from: Event;
}

/**
 * Whether a report goes on from one event to a later one without turning to another place: no dateline stands between them, and the
 * sentence of the later does not open with "Elsewhere, …", "Meanwhile, …". `heads`: where each event is told first.
 */
export function makeGoesOn(
  s: Syntax,
  { small }: EventKnowledge,
  { placeMentions }: Pick<Mentions, "placeMentions">,
  heads: readonly number[],
): (from: number, to: number) => boolean {
  const turns = placeMentions
    .filter(({ value }) => value.use === "dateline")
    .map(({ span }) => s.sentence[Math.min(tokenAt(s, span[0]), s.length - 1)]!);
  for (let n = 0; n + 1 < s.sentenceStart.length; n++)
    if (small["elsewhere-adverb"]!.has(s.lower[s.sentenceStart[n]!] ?? "")) turns.push(n);
  const sentenceOf = (event: number): number => s.sentence[heads[event]!]!;
  return (from, to) => !turns.some((n) => sentenceOf(from) < n && n <= sentenceOf(to));
}

/**
 * Where an event happened of which neither its sentences nor its paragraph tell: where the last one before it did, as long as the whole report
 * tells of one area; before the first that has a place, only where there is one place in all. Nothing where a report goes from one area to another.
 */
export function carriedPlace(
  events: readonly Event[],
  at: number,
  places: readonly Place[],
  goesOn: (from: Event) => boolean,
): Carried<string> | null {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const somewhere = events.filter((event) => event.stage === "accomplished" && event.place !== null);
  const placed = somewhere.filter((event) => placeOf.get(event.place!)?.latitude != null);
  if (placed.length === 0 || !isOneArea(placed.map((event) => placeOf.get(event.place!)!))) return null;
  const before = events.slice(0, at).findLast((event) => placed.includes(event));
  if (before !== undefined) return goesOn(before) ? { value: before.place!, from: before } : null;
  // a place that no gazetteer has is one too
  const only = new Set(somewhere.map((event) => event.place)).size === 1;
  return only ? { value: placed[0]!.place!, from: placed[0]! } : null;
}

function isOneArea(places: readonly Place[]): boolean {
  if (new Set(places.map((place) => place.country)).size > 1) return false;
  // A whole country or province holds what lies in it.
  const points = places.filter((place) => place.precision <= 3);
  const span = (of: (place: Place) => number) => Math.max(...points.map(of)) - Math.min(...points.map(of));
  return points.length < 2 || (span((p) => p.latitude!) <= THEATRE && span((p) => p.longitude!) <= THEATRE);
}

/** When an event happened of which its paragraph tells no time: when the last one before it did that happened at the same place. */
export function carriedTime(
  events: readonly Event[],
  at: number,
  goesOn: (from: number) => boolean,
): Carried<Time> | null {
  const { place } = events[at]!;
  const before = events
    .slice(0, at)
    .findLast((event) => event.time !== null && event.stage === "accomplished" && event.place === place);
  return before === undefined || !goesOn(events.indexOf(before)) ? null : { value: before.time!, from: before };
}

/** The first so many places that a report names count twice. */
const FIRST = 3;
/** Degrees beyond which a place that only stands near an event is none of its: some 500 km. */
const AWAY = 5;

/**
 * The area that a report tells of: the place that it names most, those said of an event and in datelines more. A place that is not said of an event
 * and lies in another country, far from there ("broke off a visit to Egypt"), is not taken for it.
 */
export function makeFar(
  stated: readonly string[],
  { places, placeMentions }: Pick<Mentions, "places" | "placeMentions">,
): (id: string) => boolean {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const counts = new Map<string, number>();
  const vote = (id: string, weight: number) => {
    if (placeOf.get(id)?.latitude != null) counts.set(id, (counts.get(id) ?? 0) + weight);
  };
  for (const id of stated) vote(id, 1);
  placeMentions.forEach(({ value }, i) => {
    if (value.use !== "location" && value.use !== "dateline") return;
    // What a report names first it is about; a whole country is named for many reasons.
    const early = value.use === "dateline" || i < FIRST ? 2 : 1;
    vote(value.place, (placeOf.get(value.place)?.precision ?? 6) >= 5 ? early / 2 : early);
  });
  const byCountry = new Map<string | null, number>();
  for (const [id, n] of counts)
    byCountry.set(placeOf.get(id)!.country, (byCountry.get(placeOf.get(id)!.country) ?? 0) + n);
  const weight = ([id, n]: [string, number]) => (byCountry.get(placeOf.get(id)!.country) ?? 0) * 100 + n;
  const [centre] = [...counts].sort((a, b) => weight(b) - weight(a)).map(([id]) => placeOf.get(id)!);
  return (id) => {
    const place = placeOf.get(id);
    if (centre === undefined || place?.latitude == null) return false;
    // "across Russia", in a report on Nazran: the whole country is no place of an event told beside it.
    if (place.country === centre.country) return place.precision === 6 && centre.precision < 6;
    return Math.abs(place.latitude - centre.latitude!) > AWAY || Math.abs(place.longitude! - centre.longitude!) > AWAY;
  };
}
