import { annotate, CARRIED, type Notice, type Refusal } from "../../core/finding.ts";
import type { Attributions, EventMention, EventMentionValue, Events, Filler, Mentions } from "../../core/layers.ts";
import type { Event, EventType, ThingHit } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, rangeSpan, relation, tokenSpan, upos } from "../../core/tree.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { belongs } from "../../lexicon/pattern.ts";
import { speechIndex } from "../../lexicon/speech.ts";
import { addAnswers, answersTo } from "./answers.ts";
import { apartOf } from "./apart.ts";
import { carriedPlace, carriedTime, makeFar } from "./carried.ts";
import { settleTypes } from "./context.ts";
import { makeCumulative } from "./cumulative.ts";
import { countDenied } from "./denied.ts";
import { makeImplied } from "./implied.ts";
import { kindOf } from "./kind.ts";
import { type EventKnowledge, eventKnowledge } from "./knowledge.ts";
import { type Cluster, clusterMentions, type Draft } from "./merge.ts";
import { makeOpposed, settleWarded } from "./opponents.ts";
import { placeFigures, tollsOf } from "./place-figures.ts";
import { repairQuantities } from "./repair.ts";
import { type RoleTokens, rolesOf, without } from "./roles.ts";
import { innermost, stageOf } from "./stage.ts";
import { findSupports, type Support } from "./supports.ts";
import { type Figure, makeAmounts, readBareFigures, readFigures } from "./tolls.ts";
import { findTriggers, type Trigger } from "./triggers.ts";
import { happening, inDescriptions, makeWhereWhen, timesOfSaying } from "./where-when.ts";
import { makeWho, type Who } from "./who.ts";

/** Stage 5: what is said to have happened, to whom, with which toll. */
export function readEvents(
  syntax: Syntax,
  mentions: Mentions,
  attributions: Attributions,
  lexicon: LexiconData,
): Events {
  const { s, know, ofSaying, drafts, triggers, refusals, who } = readDrafts(syntax, mentions, attributions, lexicon);
  const clusters = clusterMentions(s, drafts, mentions, know.merge);
  const harmed = new Set(triggers.flatMap(({ harm, head }) => (harm ? [head] : [])));
  const amounts = makeAmounts(countDenied(s, mentions, attributions, know.small.any!, harmed), s, know.small.aged!);
  const told = readFigures(s, triggers, amounts, who, know);
  const spoken = attributions.attributions.flatMap((a) => a.value.content);
  const figures = [...told, ...readBareFigures(s, told, amounts, spoken)];
  const words = speechIndex(lexicon);
  addAnswers(s, clusters, figures, mentions, attributions, words);
  const happened = { ...mentions, times: mentions.times.filter((time) => !ofSaying(time)) };
  const voiceOf = (figure: Figure) => innermost(attributions.attributions, figure.trigger)?.value.source ?? null;
  const events = assemble({ s, know, mentions: happened, clusters, figures, refusals, voiceOf });
  const { answers, notices } = answersTo(s, attributions.attributions, events.mentions, mentions, words);
  return { ...events, answers, notices: [...events.notices, ...notices] };
}

/** The mentions of a report before they are joined into events; the trainer of the joining starts here too. */
export function readDrafts(syntax: Syntax, mentions: Mentions, attributions: Attributions, lexicon: LexiconData) {
  const know = eventKnowledge(lexicon);
  const s = repairQuantities(syntax, mentions);
  const { triggers, refusals } = findTriggers(s, know, skipper(s));
  const heads = new Set(triggers.filter((t) => t.type).map((t) => t.head));
  const denied = new Set(attributions.scopes.flatMap(({ value }) => (value.polarity ? value.over : [])));
  const supports = findSupports(s, know, heads, denied);
  const ofSaying = timesOfSaying(s, attributions, heads);
  const whereWhen = makeWhereWhen(s, mentions, heads, ofSaying, know.small.origin!);
  const isCumulative = makeCumulative(s, triggers, whereWhen, know);
  // a sum that names no kind of happening ("400 have been killed since January") is no event, and its figures are nobody's toll
  const summing = triggers.filter((trigger) => isCumulative(trigger));
  // "1,200 have died in such attacks since …"
  const beside = triggers.filter(
    ({ head }) => s.xpos[head] === "NNS" && summing.some((sum) => isBelow(s, head, sum.head)),
  );
  const sums = [...new Set([...summing, ...beside])];
  const vague = new Set(sums.filter(({ vague, row }) => vague || row === null).map(({ head }) => head));
  const summed = triggers.flatMap((trigger) =>
    trigger.type === null || vague.has(trigger.head)
      ? []
      : [{ trigger: { ...trigger, type: trigger.type }, cumulative: sums.includes(trigger) }],
  );
  const refusedSums = sums
    .filter(({ head }) => vague.has(head))
    .map(({ span, row, harm }) => ({
      kind: "event" as const,
      span,
      by: { rule: "events/sum", entry: (row ?? harm)!.id },
      reason: "sums up many happenings over a stretch of time",
    }));
  const toldBy = (who: Who): Draft[] =>
    summed.map(({ trigger, cumulative }) => {
      const parties = rolesOf(s, trigger, supports.get(trigger.head) ?? [], know);
      // "targeted militias, not civilians": who is named only to be left out is no party
      const roles = denied.has(trigger.head) ? parties : without(parties, denied);
      const own = supports.get(trigger.head) ?? [];
      return draftOf(s, trigger, roles, own, attributions, know, who, whereWhen, cumulative);
    });
  const worded = makeWho(s, mentions, new Set(triggers.map((t) => t.head)));
  const first = toldBy(worded);
  const sided = {
    enemies: know.small["enemy-noun"]!,
    own: know.small["own-fighters"]!,
    sides: know.small["side-noun"]!,
  };
  const who = makeOpposed(s, first, mentions, attributions, sided, worded);
  const told = who === worded ? first : toldBy(who);
  const warded = settleWarded(s, told, mentions);
  const drafts = settleTypes(s, warded, mentions, know);
  const counting = triggers.filter(({ head }) => !vague.has(head));
  return { s, know, ofSaying, drafts, triggers: counting, refusals: [...refusals, ...refusedSums], who };
}

/** The headline is told again in the text; credits tell nothing. */
function skipper(s: Syntax): (token: number) => boolean {
  const { blocks, title } = s.document;
  const skip = blocks.map(
    (block) =>
      block.kind === "credit" ||
      (block.kind === "heading" && title !== null && s.text.slice(...block.span).trim() === title.trim()),
  );
  return (token) => skip[s.block[s.sentence[token]!]!] ?? false;
}

function draftOf(
  s: Syntax,
  trigger: Trigger,
  roles: RoleTokens,
  supports: readonly Support[],
  attributions: Attributions,
  know: EventKnowledge,
  who: Who,
  whereWhen: ReturnType<typeof makeWhereWhen>,
  cumulative: boolean,
): Draft {
  const filled = (tokens: readonly number[], rule: string): Filler[] => {
    const found: Filler[] = [];
    for (const token of tokens) {
      const ref = who.at(token);
      if (ref && !found.some((f) => f.ref === ref))
        found.push({ ref, span: tokenSpan(s, token), basis: "stated", rule });
    }
    return found;
  };
  const agent = filled(roles.agent, "events/agent");
  // houses and cars are things hit, whoever's they are
  const people = roles.target.filter((t) => !isThing(s, t, know) || who.isKnown(t));
  const target = filled(people, "events/target").filter((f) => !agent.some((a) => a.ref === f.ref));
  const { definite, fresh, points } = reference(s, trigger, know);
  const stage = stageOf(trigger, supports, attributions);
  // "foiled an attempt to blow up a bridge": the bridge stands
  const effect = stage === "accomplished" ? (trigger.row?.effect ?? null) : null;
  const things = roles.objects.filter((t) => isThing(s, t, know));
  const told = innermost(attributions.attributions, trigger)?.value;
  return {
    trigger,
    type: trigger.type!,
    agent,
    target,
    agentTokens: roles.agent,
    targetTokens: roles.target,
    objects: things.map((t) => thing(s, t, effect)),
    knownThings: things.filter((t) => isKnown(s, t, know)),
    instrument:
      roles.instrument >= 0
        ? { name: s.text.slice(...tokenSpan(s, roles.instrument)), span: tokenSpan(s, roles.instrument) }
        : null,
    place: whereWhen.place(trigger),
    time: whereWhen.time(trigger),
    stage,
    definite,
    fresh,
    points,
    cumulative,
    voice: told?.source ?? null,
    denied: told?.polarity === "negative" || told?.act === "doubt",
    warders: filled(
      supports.flatMap((support) => support.warders),
      "events/warder",
    ),
    beatsOff: false,
    apart: apartOf(s, trigger.head, know.small),
    rule: "events/trigger",
  };
}

function isThing(s: Syntax, token: number, know: EventKnowledge): boolean {
  if (belongs(s, token, "@person", know.classes) && upos(s, token) !== "PROPN") return false;
  return ["building", "vehicle", "aircraft", "weapon"].some((c) => belongs(s, token, `@${c}`, know.classes));
}

const thing = (s: Syntax, token: number, effect: ThingHit["effect"]): ThingHit => {
  const compounds = children(s, token).filter((c) => relation(s, c) === "compound" || relation(s, c) === "amod");
  const span = rangeSpan(s, Math.min(token, ...compounds), token);
  return { name: s.text.slice(...span), span, effect };
};

/** Whether a noun speaks of something known, or says that it is another one. */
function reference(
  s: Syntax,
  trigger: Trigger,
  { small }: EventKnowledge,
): Pick<Draft, "definite" | "fresh" | "points"> {
  let definite = false;
  let fresh = false;
  let points = false;
  for (const c of children(s, trigger.head)) {
    const rel = s.deprel[c]!;
    if (rel === "nmod:poss") definite = true;
    const another = small.fresh!.has(s.lower[c]!);
    if (rel === "det" && isPointer(s, c, small)) definite = !another;
    if (rel === "det" && small.pointing!.has(s.lower[c]!)) points = true;
    if (another || (s.xpos[c] === "JJ" && small.ordinal!.has(s.lower[c]!))) fresh = true;
  }
  const isNoun = upos(s, trigger.head) === "NOUN";
  return { definite: definite && isNoun && !fresh, fresh, points: points && isNoun && !fresh };
}

/** "the", "this"; not "a". */
const isPointer = (s: Syntax, det: number, small: EventKnowledge["small"]): boolean =>
  s.xpos[det] === "DT" && !small.article!.has(s.lemma[det]!);
const isKnown = (s: Syntax, noun: number, { small }: EventKnowledge): boolean =>
  children(s, noun).some((c) => relation(s, c) === "det" && isPointer(s, c, small));

interface Parts {
  readonly s: Syntax;
  readonly know: EventKnowledge;
  readonly mentions: Mentions;
  readonly clusters: readonly Cluster[];
  readonly figures: readonly Figure[];
  readonly refusals: readonly Refusal[];
  readonly voiceOf: (figure: Figure) => string | null;
}

function assemble({ s, know, mentions, clusters, figures, refusals, voiceOf }: Parts): Omit<Events, "answers"> {
  const order = [...clusters].sort((a, b) => a.drafts[0]!.trigger.head - b.drafts[0]!.trigger.head);
  const ids = new Map(order.map((cluster, i) => [cluster, `e${i + 1}`]));
  const owner = new Map<Draft, string>();
  for (const cluster of order) for (const draft of cluster.drafts) owner.set(draft, ids.get(cluster)!);
  const drafts = [...owner.keys()].sort((a, b) => a.trigger.head - b.trigger.head);
  const placed = placeFigures(s, figures, drafts);
  const told = makeTold(mentions, know);
  const events = order.map((cluster) => {
    const own = figures.filter((f) => cluster.drafts.includes(placed.get(f)!));
    return eventOf(ids.get(cluster)!, cluster, kindOf(s, cluster.drafts, own, mentions, know), own, told);
  });
  const implied = addImplied(s, mentions, order, events);
  const { tolls, lost } = tollsOf(figures, placed, owner, voiceOf);
  return { mentions: mentionsOf(drafts, owner), ...implied, tolls, refusals: [...refusals, ...lost] };
}

function mentionsOf(drafts: readonly Draft[], owner: ReadonlyMap<Draft, string>): EventMention[] {
  const seen = new Set<string>();
  const mentions: EventMention[] = [];
  for (const draft of drafts) {
    const event = owner.get(draft)!;
    const presupposed = draft.definite && seen.has(event);
    const time = happening(draft.time);
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

/** Fills the place and time that an event's own sentences leave open from its paragraph, and says so. */
function addImplied(
  s: Syntax,
  mentions: Mentions,
  clusters: readonly Cluster[],
  events: readonly Event[],
): { events: Event[]; notices: Notice[] } {
  const tellsWho = inDescriptions(mentions);
  const isGuess = ({ place }: Draft) => place !== null && (place.near === "sentence" || tellsWho(place.value));
  const stated = clusters.flatMap(({ drafts }) =>
    drafts.filter((d) => d.place && !isGuess(d)).map((d) => d.place!.value.ref),
  );
  const isFar = makeFar(stated, mentions);
  // the stretch of time that a sum is over dates nothing beside it
  const stretches = new Set(
    clusters.flatMap(({ drafts }) => drafts.flatMap((d) => (d.cumulative ? (d.time?.value.evidence ?? []) : []))),
  );
  const dating = mentions.times.filter(({ value }) => !value.evidence.some((span) => stretches.has(span)));
  const implied = makeImplied(s, { ...mentions, times: dating }, isFar);
  const notices: Notice[] = [];
  const filled = events.map((given, i): Event => {
    const guessed = given.place !== null && clusters[i]!.drafts.every((d) => !d.place || isGuess(d));
    const event = guessed && isFar(given.place!) ? { ...given, place: null } : given;
    const heads = clusters[i]!.drafts.map((draft) => draft.trigger.head);
    const first = <T>(find: (head: number) => T | null): T | null =>
      heads.map(find).find((found) => found !== null) ?? null;
    const isSum = clusters[i]!.drafts[0]!.cumulative;
    const place = event.place === null && !isSum ? first(implied.place) : null;
    // What is threatened or planned has not happened when the rest did.
    const time = event.time === null && !isSum && event.stage !== "threatened" ? first(implied.time) : null;
    if (isSum) notices.push(sum(event));
    if (place) notices.push(doubt(event, "N-EVENT-01", "place", s.text.slice(...place.span)));
    if (time) notices.push(doubt(event, "N-EVENT-02", "time", `${time.start} to ${time.end}`));
    return {
      ...event,
      place: place ? place.value.place : event.place,
      time: time ? { ...time, basis: "implied" } : event.time,
    };
  });
  const sums = new Set(events.filter((_, i) => clusters[i]!.drafts[0]!.cumulative).map(({ id }) => id));
  return { events: carryOn(filled, sums, mentions, notices), notices };
}

/** Fills what the paragraph leaves open too from the event told before, and says so. */
function carryOn(events: readonly Event[], sums: ReadonlySet<string>, mentions: Mentions, notices: Notice[]): Event[] {
  const told: Event[] = [...events];
  events.forEach((event, i) => {
    if (sums.has(event.id)) return;
    const place = event.place === null ? carriedPlace(events, i, mentions.places) : null;
    if (place) {
      told[i] = { ...told[i]!, place: place.value };
      notices.push(taken(event, CARRIED.place, "place", place.from));
    }
    const time = event.time === null && event.stage !== "threatened" ? carriedTime(told, i) : null;
    if (time) {
      told[i] = { ...told[i]!, time: { ...time.value, basis: "implied" } };
      notices.push(taken(event, CARRIED.time, "time", time.from));
    }
  });
  return told;
}

const sum = ({ id, trigger }: Event): Notice => ({
  code: "N-EVENT-05",
  message: `${id} sums up many happenings over a stretch of time; its figures are no toll of one event.`,
  span: trigger,
});

const taken = ({ id, trigger }: Event, code: string, what: string, from: Event): Notice => ({
  code,
  message: `The ${what} of ${id} is not said; that of ${from.id}, told beside it, is taken.`,
  span: trigger,
});

const doubt = ({ id, trigger }: Event, code: string, what: string, words: string): Notice => ({
  code,
  message: `The ${what} of ${id} is not said with it; "${words}" is taken from its paragraph.`,
  span: trigger,
});

/** Parties without those that only say again that there were some: "people", "men" beside the miners that were killed. */
function makeTold({ actors }: Mentions, { small }: EventKnowledge): (parties: readonly string[]) => string[] {
  const vague = new Set(actors.filter(({ name }) => small.somebody!.has(name.toLowerCase())).map(({ id }) => id));
  return (parties) => {
    const clear = parties.filter((id) => !vague.has(id));
    return clear.length > 0 ? clear : [...parties];
  };
}

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
      : figures.flatMap((f) => (f.who && f.partOf === null ? [f.who] : []));
  const rank = { own: 0, clause: 1, sentence: 2 };
  const nearest = <T extends { near: keyof typeof rank }>(found: (T | null)[]): T | null =>
    found.filter((f) => f !== null).sort((a, b) => rank[a.near] - rank[b.near])[0] ?? null;
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
    stage: drafts.some((d) => d.stage === "accomplished") ? "accomplished" : drafts[0]!.stage,
  };
}
