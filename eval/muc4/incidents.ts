import type { EventMention } from "../../src/core/layers.ts";
import type { Event } from "../../src/core/ledger.ts";
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
  const found: { type: string; events: Event[]; mentions: EventMention[] }[] = [];
  for (const event of ledger.events) {
    const type = incidentType(event.type);
    if (type === null) continue;
    const mentions = reading.events.mentions.filter((m) => m.value.event === event.id);
    const same = found.find(
      (incident) => incident.type === type && incident.events.every((other) => compatible(other, event)),
    );
    if (same) {
      same.events.push(event);
      same.mentions.push(...mentions);
    } else found.push({ type, events: [event], mentions: [...mentions] });
  }
  return found;
}

function compatible(a: Event, b: Event): boolean {
  if (a.time && b.time && (a.time.end < b.time.start || b.time.end < a.time.start)) return false;
  if (a.place && b.place && a.place !== b.place) return false;
  if ((a.stage === "threatened") !== (b.stage === "threatened")) return false;
  const named = (event: Event): boolean => event.target.length > 0 || event.objects.length > 0;
  const shared = a.target.some((id) => b.target.includes(id));
  return shared || !named(a) || !named(b) || a.agent.some((id) => b.agent.includes(id));
}
