import type { Actor, ActorKind, Claim, Ledger } from "../core/ledger.ts";
import { fold, namesAlike, nameWords } from "./names.ts";
import { bodiesOf, byId } from "./profile.ts";

/** Who vouches for a claim, as one report names him. */
export interface Speaker {
  readonly report: string;
  /** The body spoken for: the spokesman's ministry, the unit's army. */
  readonly actor: Actor;
  /** The actor that the claim names, and those between it and the body. */
  readonly spokesmen: readonly Actor[];
  /** The outlet in its own voice, with nobody behind it. */
  readonly voice: boolean;
}

const ARMED: ReadonlySet<ActorKind> = new Set([
  "state-forces",
  "police",
  "armed-group",
  "political-militia",
  "communal-militia",
]);
/** Bodies whose units and missions speak for the whole. */
const WITH_UNITS: ReadonlySet<ActorKind> = new Set([...ARMED, "international-organisation"]);
const MOUTHPIECE: ReadonlySet<ActorKind> = new Set(["person", "witness", "unknown", "media"]);
/** An outlet of one of these kinds is no mere outlet: a ministry's press page speaks for the ministry. */
const BODY: ReadonlySet<ActorKind> = new Set([...ARMED, "government", "court", "external-forces"]);

/**
 * The body behind an actor: a spokesman's ministry, a party paper's party, a brigade's army. A ministry stays apart from its
 * government and an army from its ministry: they may and do contradict each other.
 */
export function bodyOf(actor: Actor, actors: ReadonlyMap<string, Actor>): Actor {
  let at = actor;
  for (const body of bodiesOf(actor, actors)) {
    const speaksFor = MOUTHPIECE.has(at.kind) || (WITH_UNITS.has(at.kind) && at.kind === body.kind);
    if (!speaksFor) break;
    at = body;
  }
  return at;
}

export function speakerOf(ledger: Ledger, claim: Claim, actors = byId(ledger.actors)): Speaker | null {
  const actor = actors.get(claim.source);
  if (!actor) return null;
  const body = bodyOf(actor, actors);
  const between = [actor, ...bodiesOf(actor, actors)];
  const spokesmen = between.slice(0, between.indexOf(body));
  const outlet = ledger.report.outlet === null ? null : fold(ledger.report.outlet);
  const own = claim.via.length === 0 || fold(actor.name) === outlet;
  return { report: ledger.report.id, actor: body, spokesmen, voice: own && !BODY.has(body.kind) && body === actor };
}

/** Kinds that can be the same speaker under different words. */
function kindsFit(a: ActorKind, b: ActorKind): boolean {
  return (
    a === b || a === "unknown" || b === "unknown" || a === "person" || b === "person" || (BODY.has(a) && BODY.has(b))
  );
}

/**
 * Whether two reports name one speaker. Within a report its own reading decides. An unnamed "security source" in two reports counts
 * once: independence has to be shown, not assumed.
 */
export function sameSpeaker(a: Speaker, b: Speaker): boolean {
  const [x, y] = [a.actor, b.actor];
  if (x.entry !== null && y.entry !== null) return x.entry === y.entry;
  if (a.report === b.report) return x.id === y.id;
  const foreign = x.country !== null && y.country !== null && x.country !== y.country;
  if (foreign) return false;
  if (fold(x.name) === fold(y.name)) return true;
  if (!kindsFit(x.kind, y.kind)) return false;
  // "The army" in one report and "the Nigerian army" in the other, or two names for one state's forces.
  if (
    (x.kind === "state-forces" || x.kind === "police") &&
    x.kind === y.kind &&
    x.country !== null &&
    x.country === y.country
  )
    return true;
  if (namesAlike(nameWords(x.name), nameWords(y.name))) return true;
  // A spokesman named in both reports stands for one body however it is called.
  return a.spokesmen.some((s) => b.spokesmen.some((t) => s.kind === "person" && fold(s.name) === fold(t.name)));
}
