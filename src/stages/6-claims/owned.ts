import type { Mentions } from "../../core/layers.ts";
import type { Actor, ActorKind, Event } from "../../core/ledger.ts";
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
