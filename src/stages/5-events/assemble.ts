import { annotate, type Refusal } from "../../core/finding.ts";
import type {
  Attributions,
  EventMention,
  EventMentionValue,
  Events,
  Filler,
  Mentions,
  PlaceMention,
} from "../../core/layers.ts";
import type { Event, EventStage, EventType, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { addImplied } from "./fill.ts";
import { makeInTime } from "./in-time.ts";
import type { ItemOf } from "./items.ts";
import { kindOf } from "./kind.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Cluster, Draft } from "./merge.ts";
import { placeFigures, tollsOf } from "./place-figures.ts";
import { type Figure, Sufferers } from "./tolls.ts";
import { addUnderstood } from "./understood.ts";
import { happening } from "./where-when.ts";

interface Parts {
  readonly s: Syntax;
  readonly know: EventKnowledge;
  readonly mentions: Mentions;
  /** Whether a place is where somebody speaks of it. */
  readonly ofSaying: (mention: PlaceMention) => boolean;
  readonly attributions: Attributions;
  readonly clusters: readonly Cluster[];
  readonly figures: readonly Figure[];
  readonly refusals: readonly Refusal[];
  readonly voiceOf: (figure: Figure) => string | null;
  /** When those counted came to harm, as the words of the figure have it. */
  readonly timeOf: (figure: Figure) => Time | null;
  readonly itemOf: ItemOf;
}

/** Events of the clusters of mentions, in text order, with their tolls. */
export function assemble(parts: Parts): Omit<Events, "answers"> {
  const { s, know, mentions, attributions, clusters, figures, refusals, voiceOf } = parts;
  const order = [...clusters].sort((a, b) => a.drafts[0]!.trigger.head - b.drafts[0]!.trigger.head);
  const ids = new Map(order.map((cluster, i) => [cluster, `e${i + 1}`]));
  const owner = new Map<Draft, string>();
  for (const cluster of order) for (const draft of cluster.drafts) owner.set(draft, ids.get(cluster)!);
  const drafts = [...owner.keys()].sort((a, b) => a.trigger.head - b.trigger.head);
  const inTime = makeInTime(owner, parts.timeOf);
  const inReach = (figure: Figure, { trigger }: Draft): boolean =>
    parts.itemOf(trigger.head) === parts.itemOf(figure.trigger.head);
  const placed = placeFigures(s, figures, drafts, owner, mentions, (f, d) => inReach(f, d) && inTime(f, d));
  const told = makeTold(mentions, know);
  const events = order.map((cluster) => {
    const own = figures.filter((f) => cluster.drafts.includes(placed.get(f)!));
    return eventOf(ids.get(cluster)!, cluster, kindOf(s, cluster.drafts, own, mentions, know), own, told);
  });
  const understood = addUnderstood(events, order, mentions, attributions);
  const implied = addImplied(s, know, mentions, parts.ofSaying, order, understood.events, parts.itemOf);
  const eventOfEach = new Map<Figure | Draft, string>(owner);
  for (const [figure, draft] of placed) if (draft) eventOfEach.set(figure, owner.get(draft)!);
  const sufferers = new Sufferers(s, mentions, know, eventOfEach, voiceOf, implied.events);
  const { tolls, lost } = tollsOf(figures, placed, owner, sufferers, voiceOf, { s, small: know.small });
  return {
    mentions: mentionsOf(drafts, owner),
    events: implied.events,
    notices: [...understood.notices, ...implied.notices],
    tolls,
    refusals: [...refusals, ...lost],
  };
}

function mentionsOf(drafts: readonly Draft[], owner: ReadonlyMap<Draft, string>): EventMention[] {
  const seen = new Set<string>();
  const harmful = new Set(drafts.filter(({ spared }) => !spared).map((draft) => owner.get(draft)!));
  const mentions: EventMention[] = [];
  for (const draft of drafts) {
    const event = owner.get(draft)!;
    const presupposed = draft.definite && !draft.asserted && seen.has(event);
    // a day that only stands in the same sentence may be another deed's
    const near = happening(draft.time);
    const time = near?.near === "sentence" ? null : near;
    seen.add(event);
    const value: EventMentionValue = {
      event,
      type: draft.type,
      agent: draft.agent,
      target: draft.target,
      objects: draft.objects,
      instrument: draft.instrument,
      place: draft.place?.value ?? null,
      time: time?.value ?? null,
      stage: draft.stage,
      presupposed,
      granted: draft.granted !== null,
      // "the blast wrecked a school; the clinic was not damaged"
      detail: draft.detail || (draft.spared && harmful.has(event)),
    };
    const from = [
      { span: draft.trigger.span, role: "content" as const },
      ...(draft.place ? [{ span: draft.place.value.span, role: "place" as const }] : []),
      ...(time ? time.value.evidence.map((span) => ({ span, role: "time" as const })) : []),
    ];
    const entry = (draft.trigger.row ?? draft.trigger.harm)?.id;
    const found = { span: draft.trigger.span, head: draft.trigger.head, value, from, ...(entry && { entry }) };
    mentions.push(...annotate("event", draft.rule, [found], mentions.length + 1));
  }
  return mentions;
}

/** Parties without those that only say again that there were some: "people", "men" beside the miners that were killed. */
function makeTold({ actors }: Mentions, { small }: EventKnowledge): (parties: readonly string[]) => string[] {
  const vague = new Set(actors.filter(({ name }) => small.somebody!.has(name.toLowerCase())).map(({ id }) => id));
  return (parties) => {
    const clear = parties.filter((id) => !vague.has(id));
    return clear.length > 0 ? clear : [...parties];
  };
}

/** Done, where any of its mentions tells it as done: "the bomber was shot before he could …" tells of no bombing. */
const stageOf = (drafts: readonly Draft[]): EventStage | null =>
  drafts.find(({ stage }) => stage === "accomplished")?.stage ?? drafts[0]?.stage ?? null;

function eventOf(
  id: string,
  { drafts }: Cluster,
  type: EventType,
  figures: readonly Figure[],
  told: ReturnType<typeof makeTold>,
): Event {
  const refs = (pick: (d: Draft) => readonly Filler[]): string[] => [
    ...new Set(drafts.flatMap(pick).map((f) => f.ref)),
  ];
  const agent = told(refs((d) => d.agent));
  // who is killed by a blast is its target; in a clash both sides lose men, and who attacks in vain loses his own
  const repelled = drafts.some((d) => d.warders.length > 0);
  const victims =
    type === "violence/armed-clash" || repelled
      ? []
      : figures.flatMap((f) => (f.partOf === null && !f.share ? f.bodies : []));
  const rank = { own: 0, clause: 1, sentence: 2 };
  // "northeast of Baghdad … in Imam Weis": in the place before beside it
  const rankOf = ({ near, aside }: { readonly near: keyof typeof rank; readonly aside?: boolean }): number =>
    rank[near] + (aside ? 0.5 : 0);
  const nearest = <T extends Parameters<typeof rankOf>[0]>(found: (T | null)[]): T | null =>
    found.filter((f) => f !== null).sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
  return {
    id,
    type,
    trigger: (drafts.find((d) => d.type === type) ?? drafts[0]!).trigger.span,
    agent,
    target: told([...new Set([...refs((d) => d.target), ...victims])].filter((ref) => !agent.includes(ref))),
    objects: drafts.flatMap((d) => d.objects),
    instrument: drafts.find((d) => d.instrument)?.instrument ?? null,
    place: nearest(drafts.map((d) => d.place))?.value.ref ?? null,
    time: nearest(drafts.map((d) => happening(d.time)))?.value ?? null,
    stage: stageOf(drafts.filter((d) => d.type === type)) ?? stageOf(drafts)!,
  };
}
