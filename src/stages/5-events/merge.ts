import type { Filler, Mentions } from "../../core/layers.ts";
import type { EventStage, EventType, Place, ThingHit, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, relation, upos } from "../../core/tree.ts";
import type { Trigger } from "./triggers.ts";
import type { Found } from "./where-when.ts";

/** All that is known of one mention before it is decided which event it tells of. */
export interface Draft {
  readonly trigger: Trigger;
  readonly type: EventType;
  readonly agent: readonly Filler[];
  readonly target: readonly Filler[];
  readonly objects: readonly ThingHit[];
  readonly instrument: { readonly name: string; readonly span: readonly [number, number] } | null;
  readonly place: Found<Filler> | null;
  readonly time: Found<Time> | null;
  readonly stage: EventStage;
  /** "the attack", "that raid", "his killing": speaks of something known. */
  readonly definite: boolean;
  /** "another attack", "a second blast": says that it is not the one before. */
  readonly fresh: boolean;
}

export interface Cluster {
  readonly drafts: Draft[];
}

/** Types that one happening may be called by; how well they go together, 0 to 3. */
export function kinship(a: EventType, b: EventType, vagueA: boolean, vagueB: boolean): number {
  if (a === b) return 3;
  if (a.startsWith(`${b}/`) || b.startsWith(`${a}/`)) return 2;
  const pair = [a, b].sort().join(" ");
  if (CLOSE.has(pair)) return 2;
  if ((vagueA || vagueB) && a.startsWith("violence/") && b.startsWith("violence/") && !APART.has(a) && !APART.has(b))
    return 2;
  return 0;
}

const CLOSE = new Set([
  "violence/abduction violence/hostage-taking",
  "violence/armed-attack violence/massacre",
  "violence/armed-attack violence/assassination",
  "violence/armed-attack violence/armed-clash",
  "violence/assassination violence/bombing",
  "force/release force/rescue",
  "force/raid violence/armed-attack",
  "force/raid violence/air-strike",
  "protest/demonstration protest/strike",
  "protest/demonstration protest/riot",
]);
const APART = new Set([
  "violence/abduction",
  "violence/hostage-taking",
  "violence/shootdown",
  "violence/assault",
  "violence/arson",
]);

const MERGE = 1;

/** Groups the mentions of a report into events, in text order. `links` are results told with their cause: "a blast killed nine". */
export function clusterMentions(s: Syntax, drafts: readonly Draft[], mentions: Mentions): Cluster[] {
  const clusters: Cluster[] = [];
  const places = new Map(mentions.places.map((place) => [place.id, place]));
  for (const draft of drafts) {
    let best: Cluster | null = null;
    let top = MERGE - 1e-9;
    clusters.forEach((cluster, i) => {
      const score = suitability(s, draft, cluster, places, i === 0);
      if (score > top || (score === top && best)) {
        best = cluster;
        top = score;
      }
    });
    if (best) (best as Cluster).drafts.push(draft);
    else clusters.push({ drafts: [draft] });
  }
  return clusters;
}

const disjoint = (a: Time, b: Time): boolean =>
  a.end.slice(0, 10) < b.start.slice(0, 10) || b.end.slice(0, 10) < a.start.slice(0, 10);

/** How well a mention fits an event told of before; below MERGE it is another one. */
function suitability(
  s: Syntax,
  draft: Draft,
  cluster: Cluster,
  places: ReadonlyMap<string, Place>,
  main: boolean,
): number {
  const last = cluster.drafts.at(-1)!;
  const kin = Math.max(...cluster.drafts.map((d) => kinship(draft.type, d.type, draft.trigger.vague, d.trigger.vague)));
  if (kin === 0) return Number.NEGATIVE_INFINITY;
  const ahead = draft.stage === "threatened";
  if (cluster.drafts.every((d) => (d.stage === "threatened") !== ahead)) return Number.NEGATIVE_INFINITY;
  if (cluster.drafts.some((d) => told(s, d.trigger.head, draft.trigger.head))) return 10;
  if (draft.fresh) return Number.NEGATIVE_INFINITY;
  let score = kin - 1;
  const time =
    cluster.drafts.find((d) => d.time && d.time.near !== "sentence")?.time ?? cluster.drafts.find((d) => d.time)?.time;
  if (draft.time && time)
    score += disjoint(draft.time.value, time.value) ? (draft.time.near === "sentence" ? -2 : -6) : 1;
  const place = cluster.drafts.find((d) => d.place)?.place;
  if (draft.place && place && draft.place.near !== "sentence")
    score += near(places.get(draft.place.value.ref), places.get(place.value.ref));
  score += overlap(
    draft.agent,
    cluster.drafts.flatMap((d) => d.agent),
    1,
    -3,
  );
  score += overlap(
    draft.target,
    cluster.drafts.flatMap((d) => d.target),
    1,
    -2,
  );
  if (draft.definite) score += 2;
  if (main) score += 0.5;
  score -= Math.min(1.5, (s.sentence[draft.trigger.head]! - s.sentence[last.trigger.head]!) * 0.1);
  return score;
}

function overlap(a: readonly Filler[], b: readonly Filler[], same: number, different: number): number {
  if (a.length === 0 || b.length === 0) return 0;
  return a.some((x) => b.some((y) => x.ref === y.ref)) ? same : different;
}

/** Same place, one inside the other, or elsewhere. */
function near(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return 0;
  if (a.id === b.id || a.name === b.name) return 1;
  if (a.country && b.country && a.country !== b.country) return -5;
  if (a.precision >= 4 || b.precision >= 4) return 0;
  if (a.latitude === null || b.latitude === null || a.longitude === null || b.longitude === null) return -1;
  const apart = Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude);
  return apart < 0.4 ? 0.5 : -4;
}

/** A result told with its cause: "a blast killed nine", "opened fire, killing nine", "killed when gunmen attacked", "attacked and killed". */
function told(s: Syntax, a: number, b: number): boolean {
  if (s.sentence[a] !== s.sentence[b]) return false;
  return reaches(s, a, b) || reaches(s, b, a);
}

const RESULT = new Set(["advcl", "acl", "xcomp", "obl", "nmod", "nsubj", "obj", "conj"]);

/** Whether `below` hangs on `above` by steps that tell one happening. */
function reaches(s: Syntax, above: number, below: number): boolean {
  if (!isBelow(s, below, above)) return false;
  let joined = 0;
  for (let t = below; t !== above; t = s.head[t]!) {
    const rel = relation(s, t);
    if (!RESULT.has(rel)) return false;
    // "killed two and, on Sunday, shelled the town": another subject or clause is another matter
    if (rel === "conj" && children(s, t).some((c) => relation(s, c) === "nsubj")) return false;
    if (upos(s, t) === "VERB" || upos(s, t) === "NOUN") joined++;
    if (joined > 3) return false;
  }
  return true;
}
