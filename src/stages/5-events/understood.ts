import type { Notice } from "../../core/finding.ts";
import { type Attributions, type Mentions, OUTLET } from "../../core/layers.ts";
import type { Act, ActorKind, Event, EventType } from "../../core/ledger.ts";
import { type Actor, ARMED_KINDS } from "../../core/ledger.ts";
import type { Cluster } from "./merge.ts";
import { makeOpponents, rivalOf } from "./opponents.ts";
import { innermost } from "./stage.ts";

/** What a state's bodies do by their office, and which of them: whoever tells of it without naming a doer tells of his own. */
const OFFICE: Partial<Record<EventType, readonly ActorKind[]>> = {
  "coercion/arrest": ["police", "state-forces", "government"],
  "coercion/curfew": ["police", "state-forces", "government"],
  "force/weapons-find": ["police", "state-forces"],
  "force/raid": ["police", "state-forces"],
  "force/deploy": ["police", "state-forces", "government"],
  "violence/armed-clash": ["police", "state-forces"],
};

/** Kinds of who is a side by any name. */
const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>(ARMED_KINDS.filter((kind) => kind !== "state-forces"));

const TAKES: ReadonlySet<EventType> = new Set<EventType>(["force/seize-territory", "violence/shootdown"]);
const HOLDS: ReadonlySet<EventType> = new Set<EventType>([
  "violence/abduction",
  "violence/hostage-taking",
  "coercion/arrest",
]);

/**
 * Parties that no words name and that the report makes known all the same. Each is said with a notice, and none of them stands in a claim's
 * sentence, which holds what its own words say.
 */
export function addUnderstood(
  events: readonly Event[],
  clusters: readonly Cluster[],
  mentions: Mentions,
  { attributions }: Attributions,
): { events: Event[]; notices: Notice[] } {
  const byId = new Map(mentions.actors.map((actor) => [actor.id, actor]));
  const opponentOf = makeOpponents(
    clusters.flatMap(({ drafts }) => drafts),
    mentions,
  );
  const notices: Notice[] = [];
  const told: Event[] = [];
  events.forEach((event, i) => {
    const { drafts } = clusters[i]!;
    // "12 died in *the raid*, police said": what is spoken of as known may be anybody's
    const isNew = event.type !== "force/raid" || drafts.some(({ definite, agent }) => !definite || agent.length > 0);
    const voices = drafts.map(({ trigger }) => innermost(attributions, trigger)?.value ?? null);
    const doer = event.agent.length > 0 ? null : ((isNew ? ownAct(event, voices, byId) : null) ?? holder(event, told));
    const agent = doer === null ? event.agent : [doer];
    const loser =
      TAKES.has(event.type) && event.target.length === 0 && agent.length === 1
        ? (opponentOf(agent[0]!) ?? rivalOf(agent[0]!, mentions))
        : null;
    told.push({ ...event, agent, target: loser === null ? event.target : [loser] });
    if (doer !== null) notices.push(understood(event, "Who did", byId.get(doer)!));
    if (loser !== null) notices.push(understood(event, "Who suffered", byId.get(loser)!));
  });
  return { events: told, notices };
}

interface Voice {
  readonly source: string | null;
  readonly act: Act;
}

/** "Three men were arrested, *police* said", "*The rebels* warned that the town would be shelled": the doer is whoever tells of it. */
function ownAct(event: Event, voices: readonly (Voice | null)[], byId: ReadonlyMap<string, Actor>): string | null {
  for (const voice of voices) {
    const body = bodyOf(voice?.source ?? OUTLET, byId);
    if (body === null || event.target.includes(body.id)) continue;
    const threatens = voice?.act === "threaten" && event.stage === "threatened" && event.type.startsWith("violence/");
    const does = threatens
      ? ARMED_KINDS.includes(body.kind)
      : event.stage !== "threatened" && OFFICE[event.type]?.includes(body.kind);
    if (does) return body.id;
  }
  return null;
}

/** The body that somebody speaks for or is. */
function bodyOf(id: string, byId: ReadonlyMap<string, Actor>): Actor | null {
  const self = byId.get(id);
  const of = self?.memberOf ? byId.get(self.memberOf) : undefined;
  const body = self?.entry == null && of !== undefined ? of : self;
  // "a general", "the governor": one man, whose body nobody names; "police" are several
  const isBody = body?.entry != null || body?.kind === "police" || ARMED.has(body?.kind ?? "unknown");
  return body === undefined || body.id === OUTLET || !isBody ? null : body;
}

/** "All the pupils have been freed": by whoever holds them, where one only is told to. */
function holder(event: Event, before: readonly Event[]): string | null {
  if (event.type !== "force/release") return null;
  const seized = before.filter(
    ({ type, stage, agent }) => HOLDS.has(type) && stage === "accomplished" && agent.length > 0,
  );
  const same = seized.filter(({ target }) => target.some((id) => event.target.includes(id)));
  const holders = new Set((same.length > 0 ? same : seized).flatMap(({ agent }) => agent));
  return holders.size === 1 ? [...holders][0]! : null;
}

const understood = ({ id, trigger }: Event, role: string, { name }: Actor): Notice => ({
  code: "N-EVENT-07",
  message: `${role} ${id} is not said in so many words; ${name} is understood from the report.`,
  span: trigger,
});
