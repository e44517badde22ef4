import type { Fillable } from "./fills.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Slot } from "./slots.ts";
import { bestOf, chanceOf, type Weights } from "./weights.ts";

/** Features that say what a thing or person is, whatever happened. */
const KIND = /^(bias|head|mod|first|thing|weapon|person|class|actor|name|up|gov|entry|extent)(:|$)/;
/** Features that say who says what of a party. */
const SAYING =
  /^(bias|claim|claim-by|role|rule|entry|actor|any|actor-any|actor-role|trigger|leaf|type|stage|near|sentence)(:|$)/;

/** Slots whose value is learned from the string they speak of: by which features, and with which chance several are taken. */
export const VALUE_SLOTS = {
  incident_instrument_type: { by: KIND, least: null },
  perp_organization_confidence: { by: SAYING, least: null },
  phys_tgt_type: { by: KIND, least: null },
  phys_tgt_effect: { by: /./, least: 0.3 },
  hum_tgt_type: { by: KIND, least: null },
  hum_tgt_effect: { by: /./, least: 0.4 },
} as const satisfies Partial<Record<Slot, { by: RegExp; least: number | null }>>;
export type ValueSlot = keyof typeof VALUE_SLOTS;

/** What the strings of one person, thing, weapon or organisation say of its values. */
export function valueFeatures(
  slot: ValueSlot,
  message: Message,
  incident: Incident,
  strings: readonly Fillable[],
): string[] {
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
  return [...found].filter((feature) => VALUE_SLOTS[slot].by.test(feature));
}

export function valuesFor(slot: ValueSlot, features: readonly string[], weights: Weights): string[] {
  const { least } = VALUE_SLOTS[slot];
  if (least === null) return [bestOf(weights, features)];
  return weights.labels.filter((label) => chanceOf(weights, label, features) > least);
}
