import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Answers, Slot } from "./slots.ts";
import { loadWeights, scoreOf } from "./weights.ts";
import { countryOf } from "./when-where.ts";
import { COUNTRIES } from "./words.ts";

/** Whether an incident with these features is one that the keys would list. */
export type Relevance = (features: readonly string[]) => boolean;

/** Sum of weights from which an incident is listed: below nought, since a missed template costs as much as two spurious fills earn. */
export const THRESHOLD = -1.3;

/** Reads the learned weights. */
export function loadRelevance(): Relevance {
  const weights = loadWeights("listed");
  return (names) => scoreOf(weights, "listed", names) > THRESHOLD;
}

const DAY = 86_400_000;

/** What speaks for or against an incident: kind, place, age, parties, harm, and how much is told of it. */
export function features(message: Message, incident: Incident, answers: Answers): string[] {
  const { events, mentions, type } = incident;
  const found: string[] = ["bias", `type:${type}`, `leaf:${events[0]!.type}`];
  const filled = (slot: Slot): boolean => (answers[slot]?.length ?? 0) > 0;
  const country = countryOf(message, events);
  found.push(country && COUNTRIES[country] ? "country:listed" : country ? "country:other" : "country:none");
  found.push(`stage:${answers.incident_stage![0]!.v}`);
  for (const slot of [
    "perp_individual_id",
    "perp_organization_id",
    "phys_tgt_id",
    "hum_tgt_name",
    "hum_tgt_description",
    "incident_instrument_id",
  ] as const)
    found.push(`${slot}:${filled(slot) ? "yes" : "no"}`);
  const types = new Set((answers.hum_tgt_type ?? []).map((a) => a.v));
  for (const t of types) found.push(`victim:${t}`);
  if (types.size > 0 && [...types].every((t) => t === "ACTIVE MILITARY")) found.push("victims:only-military");
  found.push(`perp:${answers.perp_incident_category![0]?.v}`);
  for (const id of new Set(events.flatMap((e) => [...e.agent]))) found.push(`agent:${message.actors.get(id)?.kind}`);
  for (const id of new Set(events.flatMap((e) => [...e.target]))) found.push(`target:${message.actors.get(id)?.kind}`);
  for (const effect of new Set((answers.hum_tgt_effect ?? []).map((a) => a.v))) found.push(`effect:${effect}`);
  const time = events.find((e) => e.time)?.time;
  const published = message.raw.date ? Date.parse(message.raw.date) : null;
  if (!time || published === null) found.push("age:unknown");
  else {
    const days = (published - Date.parse(time.end.slice(0, 10))) / DAY;
    found.push(
      days < -1
        ? "age:future"
        : days <= 3
          ? "age:days"
          : days <= 14
            ? "age:weeks"
            : days <= 75
              ? "age:months"
              : "age:old",
    );
  }
  found.push(events.some((e) => e.place) ? "place:yes" : "place:no");
  found.push(`mentions:${Math.min(4, mentions.length)}`);
  const s = message.result.reading.syntax;
  const sentence = Math.min(...mentions.map((m) => s.sentence[m.head]!));
  found.push(sentence < 2 ? "where:first" : sentence < 6 ? "where:early" : "where:late");
  const claims = message.result.ledger.claims.filter((c) => events.some((e) => e.id === c.event));
  if (claims.length > 0 && claims.every((c) => c.polarity === "negative")) found.push("claims:denied");
  if (claims.some((c) => c.modality !== "actual")) found.push("claims:not-actual");
  for (const entry of new Set(mentions.map((m) => m.by.entry ?? m.by.rule))) found.push(`word:${entry}`);
  const targets = ["phys_tgt_id", "hum_tgt_name", "hum_tgt_description"].filter((slot) => filled(slot as Slot)).length;
  const perps = ["perp_individual_id", "perp_organization_id"].filter((slot) => filled(slot as Slot)).length;
  found.push(
    `parties:${targets > 0 ? "target" : "-"}${perps > 0 ? "perp" : "-"}`,
    `parties:${targets > 0 ? "target" : "-"}${perps > 0 ? "perp" : "-"}:${type}`,
  );
  return found;
}
