import type { Event } from "../../src/core/ledger.ts";
import type { ReadResult } from "../../src/index.ts";
import { amongFeatures, richnessOf, wordFeatures } from "./among.ts";
import { choose, type Fillable, STRING_SLOTS, type StringSlot, Strings } from "./fills.ts";
import { type Incident, incidentsOf } from "./incidents.ts";
import { Message, type NounClasses } from "./message.ts";
import { numberOf } from "./numbers.ts";
import { peopleOf } from "./people.ts";
import { features } from "./relevance.ts";
import type { Answer, Answers, RawDocument, Slot } from "./slots.ts";
import { VALUE_SLOTS, type ValueSlot, valueFeatures, valuesFor } from "./values.ts";
import { loadWeights, type Weights } from "./weights.ts";
import { dateOf, locationOf } from "./when-where.ts";

/** All that was learned of how keys are filled. */
export interface Learned {
  readonly strings: Weights;
  readonly values: Readonly<Record<ValueSlot, Weights>>;
}

export function loadLearned(): Learned {
  const values = Object.keys(VALUE_SLOTS).map((slot) => [slot, loadWeights(slot)]);
  return {
    strings: loadWeights("strings"),
    values: Object.fromEntries(values) as Record<ValueSlot, Weights>,
  };
}

/** An incident with its strings, before anything is chosen: what is learned from. */
export interface Draft {
  readonly message: Message;
  readonly incident: Incident;
  readonly strings: readonly Fillable[];
}

export function draftsOf(raw: RawDocument, result: ReadResult, classes: NounClasses): Draft[] {
  const message = new Message(raw, result, classes);
  const strings = new Strings(message);
  return incidentsOf(result).map((incident) => ({ message, incident, strings: strings.of(incident) }));
}

/** A template for an incident, with what speaks for and against its being in the keys. */
export interface Filled {
  readonly answers: Answers;
  readonly features: readonly string[];
}

/** Templates for all incidents of a message. */
export function fillAll(drafts: readonly Draft[], learned: Learned): Filled[] {
  const answers = drafts.map((draft) => template(draft, learned));
  const richness = drafts.map((draft) => richnessOf(draft, learned.strings));
  return drafts.map((draft, i) => ({
    answers: answers[i]!,
    features: [
      ...features(draft.message, draft.incident, answers[i]!),
      ...amongFeatures(drafts, richness, i),
      ...wordFeatures(draft.message, draft.incident),
    ],
  }));
}

function template({ message, incident, strings }: Draft, { strings: weights, values }: Learned): Answers {
  const chosen = Object.fromEntries(
    (Object.keys(STRING_SLOTS) as StringSlot[]).map((slot) => [slot, choose(message, slot, strings, weights)]),
  ) as Record<StringSlot, Fillable[]>;
  const kidnapping = incident.type === "KIDNAPPING";
  const things = kidnapping ? [] : chosen.phys_tgt_id;
  const weapons = kidnapping || incident.type === "ARSON" ? [] : chosen.incident_instrument_id;
  const organisations = chosen.perp_organization_id;
  const people = peopleOf(message, chosen.hum_tgt_name, chosen.hum_tgt_description);
  const plain = (fills: readonly Fillable[]): Answer[] => fills.map(({ text }) => ({ v: text }));
  const valued = (slot: ValueSlot, fills: readonly Fillable[], ref: string | null): Answer[] =>
    valuesFor(slot, valueFeatures(slot, message, incident, fills), values[slot]).map((v) => ({ v, ref }));
  const each = (slot: ValueSlot, fills: readonly Fillable[]): Answer[] =>
    fills.flatMap((fill) => valued(slot, [fill], fill.text));
  return {
    incident_date: dateOf(message, incident.events),
    incident_location: [{ v: locationOf(message, incident.events) }],
    incident_type: [{ v: incident.type }],
    incident_stage: [{ v: stageOf(incident.events) }],
    incident_instrument_id: plain(weapons),
    incident_instrument_type: weapons.length > 0 ? each("incident_instrument_type", weapons) : shot(incident),
    perp_incident_category: valued(
      "perp_incident_category",
      [...organisations, ...chosen.perp_individual_id],
      null,
    ).map(({ v }) => ({ v })),
    perp_individual_id: plain(chosen.perp_individual_id),
    perp_organization_id: plain(organisations),
    perp_organization_confidence: each("perp_organization_confidence", organisations),
    phys_tgt_id: plain(things),
    phys_tgt_type: each("phys_tgt_type", things),
    phys_tgt_number: things.map((fill) => ({ v: numberOf(message, fill, []), ref: fill.text })),
    phys_tgt_effect: each("phys_tgt_effect", things),
    hum_tgt_name: people.flatMap(({ name }) => (name ? [{ v: name.text }] : [])),
    hum_tgt_description: people.flatMap(({ name, descriptions }) =>
      descriptions.map(({ text }) => ({ v: text, ref: name?.text ?? null })),
    ),
    hum_tgt_type: people.flatMap(({ all, ref }) => valued("hum_tgt_type", all, ref)),
    hum_tgt_number: people.map(({ all, ref }) => ({
      v: numberOf(message, all[0]!, tollsOf(message, incident)),
      ref,
    })),
    hum_tgt_effect: people.flatMap(({ all, ref }) => valued("hum_tgt_effect", all, ref)),
  } satisfies Partial<Record<Slot, Answer[]>>;
}

const tollsOf = (message: Message, incident: Incident) => {
  const ids = message.idsOf(incident);
  return message.result.reading.events.tolls.filter(({ value }) => ids.has(value.event));
};

/** "They shot him": a gun, though none is named. */
function shot({ type, mentions }: Incident): Answer[] {
  const gun = type === "ATTACK" && mentions.some((m) => /shoot|shot|gun|fire/.test(m.by.entry ?? ""));
  return gun ? [{ v: "GUN", ref: null }] : [];
}

function stageOf(events: readonly Event[]): string {
  if (events.some((event) => event.stage === "accomplished")) return "ACCOMPLISHED";
  return events.some((event) => event.stage === "attempted") ? "ATTEMPTED" : "THREATENED";
}
