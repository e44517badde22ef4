import type { Filler, Mentions } from "../../core/layers.ts";
import type { EventStage, EventType, ThingHit } from "../../core/ledger.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, tokenAt, tokenSpan, upos } from "../../core/tree.ts";
import { type Apart, areApart, mayBe } from "./apart.ts";
import type { Granted } from "./granted.ts";
import type { ItemOf } from "./items.ts";
import { details, pairFeatures } from "./pair.ts";
import type { Trigger } from "./triggers.ts";
import type { Found, FoundTime } from "./where-when.ts";

/** All that is known of one mention before it is decided which event it tells of. */
export interface Draft {
  readonly trigger: Trigger;
  readonly type: EventType;
  readonly agent: readonly Filler[];
  readonly target: readonly Filler[];
  readonly agentTokens: readonly number[];
  readonly targetTokens: readonly number[];
  readonly objects: readonly ThingHit[];
  /** Tokens of the things hit that the words call known: "the market". */
  readonly knownThings: readonly number[];
  readonly instrument: { readonly name: string; readonly span: Span } | null;
  readonly place: Found<Filler> | null;
  readonly time: FoundTime | null;
  readonly stage: EventStage;
  /** "the attack", "that raid", "his killing": speaks of something known. */
  readonly definite: boolean;
  /** Its sentence says who did it: "was behind the attack", "carried out the raid". */
  readonly asserted: boolean;
  /** Taken for granted by the clause it stands in. */
  readonly granted: Granted | null;
  /** Only answers some part of what was told. */
  readonly detail: boolean;
  /** Only says that a thing came to no harm. */
  readonly spared: boolean;
  /** "that raid": points at what was told with this very noun. */
  readonly points: boolean;
  /** "another attack", "a second blast": says that it is not the one before. */
  readonly fresh: boolean;
  /** "It was the third attack": says what the one told before was. */
  readonly calls: boolean;
  /** Whose words tell of it: an actor id; null where the report's own. */
  readonly voice: string | null;
  /** Somebody denies or doubts it. */
  readonly denied: boolean;
  /** A negation stands over its word: "did not attack". */
  readonly negated: boolean;
  /** Somebody accuses another of it. */
  readonly accused: boolean;
  /** Who stood against it ("the army repelled an attack"); [] where nobody is said to. */
  readonly warders: readonly Filler[];
  /** Tells of the harm done in beating an attack off. */
  readonly beatsOff: boolean;
  /** Tells of many happenings over a stretch of time ("400 killed since January"). */
  readonly cumulative: boolean;
  /** Its sentence sets it apart from what happened besides. */
  readonly apart: Apart;
  readonly rule: "events/trigger" | "events/answer";
}

/** Score from which a mention joins an event; below nought, as a phase told apart is a worse mistake than one taken in. */
const JOINS = -0.25;

/** The same for what the report speaks of as known. */
const KNOWN = -0.9;

/** "Admits the raid", "denied that its men had opened fire": what is known, or denied, and told with nothing of its own is something told before. */
const isKnown = (draft: Draft): boolean =>
  isBare(draft) || (draft.definite ? details(draft) === 0 : draft.denied && details({ ...draft, agent: [] }) === 0);

/** "Two shots were fired", "was killed": a word of violence with no party, place or time of its own. */
const isBare = (draft: Draft): boolean =>
  draft.trigger.vague && !draft.fresh && draft.type.startsWith("violence/") && details(draft) === 0;

/** Mentions that a report looks back over for the event it speaks of: beyond any report but a book, whose cost stays linear. */
const REACH = 200;

export interface Cluster {
  readonly drafts: Draft[];
}

/**
 * Groups the mentions of a report into events, in text order: a mention joins the event whose mentions speak for it on average,
 * or begins one. Weights are learned from annotated reports (scripts/train/event-merge.ts).
 */
export function clusterMentions(
  s: Syntax,
  drafts: readonly Draft[],
  mentions: Mentions,
  weights: ReadonlyMap<string, number>,
  itemOf: ItemOf = () => 0,
): Cluster[] {
  const clusters: Cluster[] = [];
  /** The last mention of each cluster, as its place among the drafts. */
  const latest: number[] = [];
  const places = new Map(mentions.places.map((place) => [place.id, place]));
  drafts.forEach((draft, at) => {
    let best = -1;
    let top = isKnown(draft) ? KNOWN : JOINS;
    const called = calledSo(s, drafts, draft, at);
    const named = namedAgain(s, clusters, draft);
    clusters.forEach((cluster, i) => {
      if (at - latest[i]! > REACH || itemOf(cluster.drafts[0]!.trigger.head) !== itemOf(draft.trigger.head)) return;
      if (called !== null || top === Number.POSITIVE_INFINITY) {
        if (called && cluster.drafts.includes(called)) [best, top] = [i, Number.POSITIVE_INFINITY];
        return;
      }
      const near = cluster.drafts.slice(-REACH);
      if (!mayBe(s, near, draft, places) || near.some((other) => areApart(s, other, draft))) return;
      if (named.length > 0 && !named.includes(cluster)) return;
      let sum = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (const other of near) {
        let score = 0;
        for (const name of pairFeatures(s, other, draft, places, i === 0)) score += weights.get(name) ?? 0;
        sum += score;
        most = Math.max(most, score);
      }
      // sums that one sentence gives are over the same happenings
      const oneSum =
        draft.cumulative && near.some((d) => s.sentence[d.trigger.head] === s.sentence[draft.trigger.head]);
      const again =
        near.some((other) => hitsAgain(s, other, draft) || befell(s, other, draft) || isWithin(s, other, draft)) ||
        (latest[i] === at - 1 && wrecks(s, near.at(-1)!, draft));
      const score = oneSum || again ? Number.POSITIVE_INFINITY : (sum / near.length + most) / 2;
      // a town that changed hands is no blow that was struck
      if (isBare(draft) && score <= JOINS && near.some(({ type }) => !type.startsWith("violence/"))) return;
      if (score > top) {
        best = i;
        top = score;
      }
    });
    if (best < 0) best = clusters.push({ drafts: [] }) - 1;
    clusters[best]!.drafts.push(draft);
    latest[best] = at;
  });
  return clusters;
}

/** "A bomb killed three. *It was the third attack* in a week": what a sentence calls so was told before it, by the draft given; null where none is. */
function calledSo(s: Syntax, drafts: readonly Draft[], { trigger: { head }, calls }: Draft, at: number): Draft | null {
  if (!calls) return null;
  const before = s.sentence[head]! - 1;
  if (before < 0 || s.block[before] !== s.block[before + 1]) return null;
  return drafts.slice(0, at).find((d) => s.sentence[d.trigger.head] === before && !d.cumulative) ?? null;
}

/** "Riots *in which* a bank was *burned*" */
function isWithin(s: Syntax, outer: Draft, { trigger: { head } }: Draft): boolean {
  if (s.head[head] !== outer.trigger.head || s.deprel[head] !== "acl:relcl") return false;
  return children(s, head).some((c) => relation(s, c) === "obl" && s.xpos[c] === "WDT" && children(s, c).length > 0);
}

/** "Guns had fired nine shells at *the market*", "denied that it had shelled *the town*": the same was done to the thing, or in the place, told of before. */
function hitsAgain(s: Syntax, before: Draft, draft: Draft): boolean {
  if (before.type !== draft.type || before.stage !== draft.stage) return false;
  return draft.knownThings.some((noun) => {
    const same = before.objects.some((thing) => s.lemma[tokenAt(s, thing.span[1] - 1)] === s.lemma[noun]);
    const itself = draft.place?.near === "own" && contains(draft.place.value.span, tokenSpan(s, noun));
    return same || (itself && before.place?.value.ref === draft.place!.value.ref);
  });
}

/** "Fourteen soldiers *were killed* when fighters *overran* a base": whom nobody is named for fell to the deed that says when. */
function befell(s: Syntax, harm: Draft, deed: Draft): boolean {
  const { trigger, agentTokens, stage } = harm;
  if (trigger.harm === null || agentTokens.length > 0 || deed.agentTokens.length === 0 || stage !== deed.stage)
    return false;
  return (
    s.deprel[deed.trigger.head] === "advcl" && s.head[deed.trigger.head] === trigger.head && deed.apart.within === null
  );
}

/** "Troops shelled the town … *One man was killed; a school and nine houses were damaged*": what nobody is named for is the work of the strike told just before. */
function wrecks(s: Syntax, before: Draft, draft: Draft): boolean {
  const { trigger, agentTokens, stage, type, place, time } = draft;
  const isEffect = trigger.row ? trigger.row.effect !== undefined : place?.near !== "own" && time?.near !== "own";
  if (!trigger.vague || !isEffect || trigger.weapon >= 0 || agentTokens.length > 0 || draft.fresh) return false;
  if (!STRIKES.has(before.type) || before.stage !== stage || stage !== "accomplished" || STRIKES.has(type))
    return false;
  return s.block[s.sentence[before.trigger.head]!] === s.block[s.sentence[trigger.head]!];
}

/** What wrecks houses beside whom it kills. */
const STRIKES: ReadonlySet<EventType> = new Set<EventType>([
  "violence/shelling",
  "violence/air-strike",
  "violence/bombing",
  "violence/bombing/suicide",
]);

/** "That barrage wounded two": the events that were told with the very noun that a mention takes up. */
function namedAgain(s: Syntax, clusters: readonly Cluster[], { points, trigger }: Draft): Cluster[] {
  if (!points) return [];
  const lemma = s.lemma[trigger.head]!;
  return clusters.filter(({ drafts }) =>
    drafts.some((d) => s.lemma[d.trigger.head] === lemma && upos(s, d.trigger.head) === "NOUN"),
  );
}
