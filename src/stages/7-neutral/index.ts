import type { Language } from "../../core/language.ts";
import { type BareClaim, type Events, type Mentions, OUTLET } from "../../core/layers.ts";
import type { Claim } from "../../core/ledger.ts";

/** Stage 7: one neutral sentence a claim. Parties stand under their own neutral names, whatever the source called them. */
export function writeNeutral(
  claims: readonly BareClaim[],
  mentions: Mentions,
  events: Events,
  language: Language,
): Claim[] {
  const actors = new Map(mentions.actors.map((actor) => [actor.id, actor.name]));
  const places = new Map(mentions.places.map((place) => [place.id, place.name]));
  const byId = new Map(events.events.map((event) => [event.id, event]));
  const name = (id: string) => actors.get(id) ?? id;

  return claims.map((claim) => {
    const event = byId.get(claim.event)!;
    const people = event.target.map(name);
    const neutral = language.sentence({
      source: name(claim.source),
      ownVoice: claim.source === OUTLET,
      via: claim.via.filter((id) => id !== OUTLET).map(name),
      act: claim.act,
      polarity: claim.polarity,
      certainty: claim.certainty,
      modality: claim.modality,
      stage: event.stage,
      type: event.type,
      agents: event.agent.map(name),
      targets: people.length > 0 ? people : event.objects.map((thing) => thing.name),
      place: event.place === null ? null : (places.get(event.place) ?? null),
      time: event.time,
      counts: claim.counts.map(({ harm, who, whoText, low, high, bound }) => ({
        harm,
        who: who === null ? whoText : name(who),
        low,
        high,
        bound,
      })),
    });
    return { ...claim, neutral };
  });
}
