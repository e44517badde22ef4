import type { Ledger } from "../../src/core/ledger.ts";
import type { GoldPlace } from "./gold.ts";
import { normalise } from "./names.ts";
import { type Context, top } from "./pairing.ts";
import type { Metric, Tally } from "./score.ts";

export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function placeRight(gold: GoldPlace, place: Ledger["places"][number]): boolean {
  if ([gold.name, ...(gold.also ?? [])].some((name) => normalise(name) === normalise(place.name))) return true;
  const { latitude, longitude } = place;
  return latitude !== null && longitude !== null && kilometres(gold.lat, gold.lon, latitude, longitude) <= 50;
}

/** Types, days, places and parties of the paired events. */
export function scoreEvents(
  { names, ledgerNames, goldEvents, events }: Context,
  ledger: Ledger,
  matched: ReadonlyMap<number, number>,
  optional: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
  tallies: Record<Metric, Tally>,
): void {
  const places = new Map(ledger.places.map((place) => [place.id, place]));
  const predicted = events.length - skipped.size;
  tallies["events-leaf"] = [0, predicted, goldEvents.length - optional.size];
  tallies["events-top"] = [0, predicted, goldEvents.length - optional.size];
  goldEvents.forEach((a, i) => {
    if (optional.has(i)) return;
    const b = matched.has(i) ? events[matched.get(i)!]! : null;
    if (b && a.type === b.type) tallies["events-leaf"][0]++;
    if (b && top(a.type) === top(b.type)) tallies["events-top"][0]++;
    if (a.date) {
      tallies.date[2]++;
      if (b?.time) {
        tallies.date[1]++;
        if (b.time.start.slice(0, 10) === a.date.start && b.time.end.slice(0, 10) === a.date.end) tallies.date[0]++;
      }
    }
    if (a.place) {
      tallies.place[2]++;
      const place = b?.place ? places.get(b.place) : undefined;
      if (place) {
        tallies.place[1]++;
        if (placeRight(a.place, place)) tallies.place[0]++;
      }
    }
    for (const [metric, field] of [
      ["agents", "agent"],
      ["targets", "target"],
    ] as const) {
      tallies[metric][2] += a[field].length;
      if (!b) continue;
      const left = [...b[field]];
      tallies[metric][1] += left.length;
      for (const name of a[field]) {
        const k = left.findIndex((id) => names.same(name, ledgerNames.forms(id, true)));
        if (k < 0) continue;
        left.splice(k, 1);
        tallies[metric][0]++;
      }
    }
  });
}
