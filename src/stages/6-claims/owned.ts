import type { Mentions } from "../../core/layers.ts";
import type { Act, Actor, ActorKind, Event } from "../../core/ledger.ts";
import type { Standing } from "./standing.ts";

const OWNERS: ReadonlySet<ActorKind> = new Set<ActorKind>(["armed-group", "political-militia", "communal-militia"]);

/**
 * "The front said its fighters had stormed the post": an armed group that tells its own act of force owns it, in whatever verb.
 * A state that tells of its own operation states it; so do the field's codebooks have it.
 */
export function ownsTheAct(held: Standing, event: Event, mentions: Mentions): boolean {
  if (held.act !== "state" || held.polarity !== "positive" || held.modality !== "actual") return false;
  if (!event.type.startsWith("violence/")) return false;
  const source = bodies(held.source, mentions);
  if (!source.some(({ kind }) => OWNERS.has(kind))) return false;
  return event.agent.some((agent) => bodies(agent, mentions).some(({ id }) => source.some((body) => body.id === id)));
}

/**
 * "The party would retaliate", said by the party: telling one's own act ahead is a threat where it would be force against others, else a
 * promise. What others will do is merely stated.
 */
export function actAhead(held: Standing, event: Event, mentions: Mentions): Act {
  if (held.act !== "state" || held.polarity !== "positive") return held.act;
  if (held.modality !== "future" && held.modality !== "conditional") return held.act;
  if (event.type === "speech/threat") return "threaten";
  const source = bodies(held.source, mentions);
  // "to justify a planned offensive": by whom, nobody says
  const planned = held.scopes.some(({ value }) => value.stage);
  // "those who help the army will be killed": who else would do it
  if (!planned && event.agent.length === 0 && event.type.startsWith("violence/") && isArmed(source)) return "threaten";
  const own = event.agent.some((agent) =>
    bodies(agent, mentions).some(({ id }) => source.some((body) => body.id === id)),
  );
  if (!own) return held.act;
  return event.type.startsWith("violence/") || event.type.startsWith("coercion/") ? "threaten" : "promise";
}

const isArmed = (source: readonly Actor[]): boolean => source.some(({ kind }) => OWNERS.has(kind));

/** An actor and the bodies it belongs to. */
function bodies(id: string, { actors }: Mentions): Actor[] {
  const found: Actor[] = [];
  let actor = actors.find((a) => a.id === id);
  while (actor && !found.includes(actor)) {
    found.push(actor);
    const { memberOf } = actor;
    actor = memberOf === null ? undefined : actors.find((a) => a.id === memberOf);
  }
  return found;
}
