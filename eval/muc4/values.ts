import type { Fillable } from "./fills.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Slot } from "./slots.ts";
import { bestOf, chanceOf, type Weights } from "./weights.ts";

/** Features that say what a thing or person is, whatever happened. */
const KIND = /^(bias|head|mod|first|thing|weapon|person|class|actor|name|up|gov|entry|extent)(:|$)/;
/** Features that say who says what of a party. */
const SAYING =
  /^(bias|claim|claim-by|blame|blame-by|blame-how|cue|role|rule|entry|actor|any|actor-any|actor-role|trigger|leaf|type|stage|near|sentence|gov|rel)(:|$)/;
/** Features that say what kind of doer an incident has. */
const DOER = /^(bias|head|mod|person|class|actor|entry|leaf|type|trigger|claim|doer|hit|country)(:|$)/;

/** Slots whose value is learned from the string they speak of: by which features, and with which chance several are taken. */
export const VALUE_SLOTS = {
  incident_instrument_type: { by: KIND, least: null },
  perp_incident_category: { by: DOER, least: null },
  perp_organization_confidence: { by: SAYING, least: null },
  phys_tgt_type: { by: KIND, least: null },
  phys_tgt_effect: { by: /./, least: 0.3 },
  hum_tgt_type: { by: KIND, least: null },
  hum_tgt_effect: { by: /./, least: 0.4 },
} as const satisfies Partial<Record<Slot, { by: RegExp; least: number | null }>>;
export type ValueSlot = keyof typeof VALUE_SLOTS;

/** Answer for what the keys leave empty. */
export const NO_VALUE = "-";

/** What the strings of one person, thing, weapon or organisation say of its values. */
export function valueFeatures(
  slot: ValueSlot,
  message: Message,
  incident: Incident,
  strings: readonly Fillable[],
): string[] {
  const found = new Set(strings.flatMap(({ features }) => [...features]));
  const ids = message.idsOf(incident);
  const own = new Set(strings.map(({ nominal }) => nominal.actor));
  const kindOf = (actor: string): string | undefined => message.actors.get(actor)?.kind;
  const events = new Map(incident.events.map((event) => [event.id, event]));
  for (const { event, act, source, polarity, certainty, evidence } of message.result.ledger.claims) {
    const about = events.get(event);
    if (!about) continue;
    found.add(`claim:${act}:${polarity}`).add(`claim-by:${kindOf(source)}:${act}`);
    const cues = evidence
      .filter(({ role }) => role === "cue")
      .map(({ span }) => message.syntax.lemma[message.token(span)]);
    for (const cue of cues) found.add(`cue:${cue}`);
    if (own.has(source)) found.add(`blame-by:self:${act}`);
    if (!about.agent.some((id) => own.has(id))) continue;
    found
      .add(`blame:${act}:${polarity}`)
      .add(`blame-how:${certainty}`)
      .add(`blame-by:${kindOf(source)}:${act}`);
    for (const cue of cues) found.add(`blame:${cue}`);
  }
  for (const { agent, target, objects } of incident.events) {
    for (const id of agent) found.add(`doer:${kindOf(id)}`);
    for (const id of target) found.add(`hit:${kindOf(id)}`);
    if (objects.length > 0) found.add("hit:thing");
    if (agent.length === 0) found.add("doer:nobody");
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
