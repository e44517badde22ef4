import type { EventMention } from "../../src/core/layers.ts";
import type { Event, Place } from "../../src/core/ledger.ts";
import type { ReadResult } from "../../src/index.ts";

/** An incident of the keys: ledger events of one kind, place and time taken together. */
export interface Incident {
  readonly type: string;
  readonly events: readonly Event[];
  readonly mentions: readonly EventMention[];
}

const TYPES: Readonly<Record<string, string>> = {
  "violence/arson": "ARSON",
  "violence/bombing": "BOMBING",
  "violence/bombing/suicide": "BOMBING",
  "violence/abduction": "KIDNAPPING",
  "violence/hostage-taking": "KIDNAPPING",
};

/** Kind of incident of the keys; null for what they do not list. Bombs from the air and shells count as attacks. */
export const incidentType = (type: string): string | null =>
  TYPES[type] ?? (type.startsWith("violence") && type !== "violence/shootdown" ? "ATTACK" : null);

/** "Two incidents of the same type are separate only if they differ in date, place, category or perpetrator." */
export function incidentsOf({ ledger, reading }: ReadResult): Incident[] {
  const places = new Map(ledger.places.map((place) => [place.id, place]));
  const found: { type: string; events: Event[]; mentions: EventMention[] }[] = [];
  for (const event of ledger.events) {
    const type = incidentType(event.type);
    if (type === null) continue;
    const mentions = reading.events.mentions.filter((m) => m.value.event === event.id);
    const same = found.find(
      (incident) => incident.type === type && incident.events.every((other) => compatible(other, event, places)),
    );
    if (same) {
      same.events.push(event);
      same.mentions.push(...mentions);
    } else found.push({ type, events: [event], mentions: [...mentions] });
  }
  return found;
}

/** Nothing tells them apart: who is hit may differ, since the keys put victims of one act into one template. */
function compatible(a: Event, b: Event, places: ReadonlyMap<string, Place>): boolean {
  if (a.time && b.time && (a.time.end < b.time.start || b.time.end < a.time.start)) return false;
  if (apart(a.place ? places.get(a.place) : undefined, b.place ? places.get(b.place) : undefined)) return false;
  return (a.stage === "threatened") === (b.stage === "threatened");
}

/** In different countries, or two towns some tens of kilometres from each other; a quarter is no other place than its city. */
function apart(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b || a.id === b.id) return false;
  if (a.country !== b.country) return true;
  if (a.precision >= 4 || b.precision >= 4 || a.latitude === null || b.latitude === null) return false;
  return Math.hypot(a.latitude - b.latitude, a.longitude! - b.longitude!) > 0.4;
}
