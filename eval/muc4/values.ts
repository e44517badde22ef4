import type { Fillable } from "./fills.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Slot } from "./slots.ts";
import { bestOf, chanceOf, type Weights } from "./weights.ts";

/** Slots whose value is learned from the string they speak of; several at once where a chance is given. */
export const VALUE_SLOTS = {
  incident_instrument_type: null,
  perp_organization_confidence: null,
  phys_tgt_type: null,
  phys_tgt_effect: 0.4,
  hum_tgt_type: null,
  hum_tgt_effect: 0.4,
} as const satisfies Partial<Record<Slot, number | null>>;
export type ValueSlot = keyof typeof VALUE_SLOTS;

/** What the strings of one person, thing, weapon or organisation say of its values. */
export function valueFeatures(message: Message, incident: Incident, strings: readonly Fillable[]): string[] {
  const found = new Set(strings.flatMap(({ features }) => [...features]));
  const ids = message.idsOf(incident);
  for (const { event, act, source, polarity } of message.result.ledger.claims) {
    if (!ids.has(event)) continue;
    found.add(`claim:${act}:${polarity}`).add(`claim-by:${message.actors.get(source)?.kind}:${act}`);
  }
  for (const event of incident.events) found.add(`leaf:${event.type}`).add(`stage:${event.stage}`);
  for (const { by } of incident.mentions) found.add(`trigger:${by.entry ?? by.rule}`);
  for (const { value } of message.result.reading.events.tolls)
    if (ids.has(value.event)) found.add(`harm:${value.harm}:${value.low === 0 && value.high === 0 ? "none" : "some"}`);
  return [...found];
}

export function valuesFor(slot: ValueSlot, features: readonly string[], weights: Weights): string[] {
  const least = VALUE_SLOTS[slot];
  if (least === null) return [bestOf(weights, features)];
  return weights.labels.filter((label) => chanceOf(weights, label, features) > least);
}
