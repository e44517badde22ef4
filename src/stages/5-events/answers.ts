import type { Notice } from "../../core/finding.ts";
import {
  type Answer,
  type Attribution,
  type Attributions,
  type AttributionValue,
  type EventMention,
  type Events,
  type Filler,
  type Mentions,
  OUTLET,
} from "../../core/layers.ts";
import { type Act, ARMED_KINDS } from "../../core/ledger.ts";
import { contains, inOrder, overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt, tokenSpan, upos } from "../../core/tree.ts";
import type { SpeechIndex } from "../../lexicon/speech.ts";
import { JOINED } from "./apart.ts";
import { type Ascribed, ascribed } from "./ascribed.ts";
import { disowned } from "./disowned.ts";
import { elliptical } from "./elliptical.ts";
import type { ItemOf } from "./items.ts";
import type { Cluster, Draft } from "./merge.ts";
import { bearing, isParty } from "./told-before.ts";
import type { Figure } from "./tolls.ts";

/** Acts that answer for an event without naming it: "blamed the coalition", "denied any part in it", "claimed responsibility". */
const ANSWERS: ReadonlySet<Act> = new Set(["accuse", "deny", "claim-responsibility", "suspect", "doubt", "confirm"]);

/**
 * Adds to the event spoken of last the words that blame, own or deny it without naming it. Those blamed, and those who own it, are
 * its agents. The words are a mention of the event, so that they can be claimed.
 */
export function addAnswers(
  s: Syntax,
  clusters: readonly Cluster[],
  figures: readonly Figure[],
  mentions: Mentions,
  layer: Attributions,
  words: SpeechIndex,
  itemOf: ItemOf,
): void {
  const taken: Span[] = [
    ...clusters.flatMap((c) => c.drafts.map((d) => d.trigger.span)),
    ...figures.map((f) => f.span),
  ];
  const inTextOrder = [...layer.attributions].sort((a, b) => a.value.cue[0] - b.value.cue[0]);
  for (const attribution of [...layer.attributions].sort((a, b) => inOrder(a.span, b.span))) {
    if (isDeniedAgain(s, attribution, inTextOrder, words)) continue;
    const { act, content, source } = attribution.value;
    const [first] = content;
    if (!first || !content.some((part) => speaksOfSomething(s, part))) continue;
    const named = act === "state" && source !== null;
    const disowns = named ? disowned(s, content, layer.scopes, words) : -1;
    const laid = (named || act === "suspect") && disowns < 0 ? ascribed(s, content, layer.scopes, words) : null;
    const doers = laid ? doersOf(laid, mentions) : [];
    if (!ANSWERS.has(act) && disowns < 0 && doers.length === 0) continue;
    if (taken.some((span) => content.some((part) => overlaps(part, span)))) continue;
    // an attribution inside this one answers for itself
    if (
      layer.attributions.some(
        (other) => other !== attribution && content.some((part) => contains(part, other.value.cue)),
      )
    )
      continue;
    const bears = disowns >= 0 || doers.length > 0 ? "yes" : bearing(s, attribution.value, [], mentions, words);
    const here = itemOf(attribution.head);
    const inItem = clusters.filter(({ drafts }) => itemOf(drafts[0]!.trigger.head) === here);
    const cluster = spokenOf(s, inItem, attribution);
    if (!cluster || bears === "no") continue;
    const parties = cluster.drafts.flatMap(({ agent, target }) => [...agent, ...target]);
    if (bears === "detail" && !isParty(attribution.value.source ?? "", refsOf(parties), mentions)) continue;
    const head = disowns >= 0 ? disowns : doers.length > 0 ? laid!.head : -1;
    const told = { head, denied: disowns >= 0, doers, detail: bears === "detail" };
    cluster.drafts.push(answer(s, cluster, attribution, first, mentions, told));
  }
}

/** Those on whom words lay a deed, as far as anybody knows who they are. */
function doersOf({ doers, plain }: Ascribed, { actorMentions, actors }: Mentions): Filler[] {
  const armed = new Set(actors.flatMap(({ id, kind }) => (ARMED_KINDS.includes(kind) ? [id] : [])));
  return actorMentions
    .filter(({ head, value }) => doers.includes(head) && (plain || armed.has(value.actor)))
    .map(({ value, span }) => ({ ref: value.actor, span, basis: "implied", rule: "events/answer" }));
}

/**
 * "The ministry dismissed this as absurd": an attribution by a named speaker whose act answers something is about the event that is told
 * inside its words ("rejected the group's claim that policemen had surrendered"), else about the one that was spoken of last, if its words
 * bear on any. "Rejected reports that troops had fled" answers nothing that is told, and a notice says so.
 */
export function answersTo(
  s: Syntax,
  { attributions, scopes }: Pick<Attributions, "attributions" | "scopes">,
  { mentions, tolls }: Pick<Events, "mentions" | "tolls">,
  told: Mentions,
  words: SpeechIndex,
  itemOf: ItemOf,
): { answers: Answer[]; notices: Notice[] } {
  const found: Answer[] = [];
  const notices: Notice[] = [];
  const inTextOrder = [...attributions].sort((a, b) => a.value.cue[0] - b.value.cue[0]);
  let next = 0;
  let last: EventMention | undefined;
  for (const attribution of inTextOrder) {
    const { act, source, cue, content } = attribution.value;
    for (; next < mentions.length && mentions[next]!.span[0] < cue[0]; next++) last = mentions[next];
    const predicate = source === null || last === undefined ? -1 : elliptical(s, attribution.value, scopes, words);
    if (predicate >= 0 && isRightBefore(s, last!, predicate)) {
      found.push({ attribution, event: last!.value.event, predicate });
      continue;
    }
    if (source === null || !ANSWERS.has(act)) continue;
    const inside = mentions.find(({ span }) => content.some((part) => contains(part, span)));
    // "there is no evidence that rebels bombed it, the envoy said": the envoy's words already; "no truth in the rebels' claim" answers them
    const against = inside && source === OUTLET ? beliedBy(attribution, inside, attributions) : null;
    if (inside && source === OUTLET && against === null && !isOwned(inside, content, attributions)) continue;
    // "called talk of forty dead untrue": of what those dead are of
    const counted = inside ? undefined : tolls.find(({ span }) => content.some((part) => contains(part, span)));
    const about = inside ?? counted ?? (last && itemOf(last.head) === itemOf(attribution.head) ? last : undefined);
    if (about === undefined || overlaps(about.span, cue)) continue;
    const { event } = about.value;
    if (!inside && isDeniedAgain(s, attribution, inTextOrder, words)) continue;
    const bears = inside ? "yes" : bearing(s, attribution.value, nestedIn(attribution, attributions), told, words);
    const parties = mentions.flatMap(({ value }) => (value.event === event ? [...value.agent, ...value.target] : []));
    if (bears === "yes" || (bears === "detail" && isParty(source, refsOf(parties), told)))
      found.push({ attribution, event, ...(against !== null && { against }) });
    else notices.push(noEvent(attribution));
  }
  return { answers: found, notices };
}

/**
 * "The army denied shelling the market. Residents said *that was not true*.": who calls a denial untrue does not deny the event, and says no more
 * that could be told; but "the rebels denied it too".
 */
function isDeniedAgain(s: Syntax, { value }: Attribution, all: readonly Attribution[], { cues }: SpeechIndex): boolean {
  const cue = tokenAt(s, value.cue[0]);
  const denies =
    cues.get(s.lemma[cue]!)?.some(({ pos, act, particle }) => pos === "verb" && act === "deny" && !particle) ?? false;
  if (value.act !== "deny" || denies) return false;
  const before = all.findLast(
    (other) => other.value.cue[0] < value.cue[0] && s.sentence[other.head] !== s.sentence[cue],
  );
  return before?.value.act === "deny" && s.sentence[cue]! - s.sentence[before.head]! === 1;
}

/** In the same paragraph, and no further than the sentence before. */
const isRightBefore = (s: Syntax, { head }: EventMention, token: number): boolean =>
  s.block[s.sentence[head]!] === s.block[s.sentence[token]!] && s.sentence[token]! - s.sentence[head]! <= 1;

/** Whether somebody named holds a mention inside some words. */
const isOwned = ({ span }: EventMention, words: readonly Span[], attributions: readonly Attribution[]): boolean =>
  attributions.some(
    ({ value: { source, cue, content } }) =>
      source !== null &&
      source !== OUTLET &&
      words.some((part) => contains(part, cue)) &&
      content.some((part) => contains(part, span)),
  );

/** "A post *falsely* says that police fired": whose words the outlet, or who says so, denies. */
function beliedBy(own: Attribution, { span }: EventMention, attributions: readonly Attribution[]): string | null {
  const holds = ({ value }: Attribution, at: Span) => value.content.some((part) => contains(part, at));
  const other = attributions.find(
    (a) => a.value.source !== null && a.value.source !== OUTLET && holds(a, span) && !holds(a, own.value.cue),
  );
  return other?.value.source ?? null;
}

const refsOf = (fillers: readonly Filler[]): string[] => fillers.map(({ ref }) => ref);

const nestedIn = ({ value }: Attribution, all: readonly Attribution[]): AttributionValue[] =>
  all.filter((other) => value.content.some((part) => contains(part, other.value.cue))).map((other) => other.value);

const noEvent = ({ span }: Attribution): Notice => ({
  code: "N-EVENT-06",
  message:
    "What is answered here is no event that Hearsay knows, and none that is told elsewhere: no claim is made of it.",
  span,
});

/** "Refused to say how many" answers nothing. */
function speaksOfSomething(s: Syntax, [from, to]: Span): boolean {
  for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) if (TELLING.has(upos(s, t))) return true;
  return false;
}

const TELLING = new Set(["NOUN", "PROPN", "VERB", "PRON", "NUM"]);

/** The violent event told last before the words, in their paragraph; else the one the report tells most of. */
function spokenOf(s: Syntax, clusters: readonly Cluster[], attribution: Attribution): Cluster | null {
  const at = tokenAt(s, attribution.span[0]);
  const block = s.block[s.sentence[Math.min(at, s.length - 1)]!];
  let best: Cluster | null = null;
  let last = -1;
  let others = false;
  const { act, source } = attribution.value;
  // "the army blamed the front and said it had killed six. The front denied any part": what he is said to have done
  const isHis = (cluster: Cluster): boolean =>
    act === "deny" && cluster.drafts.some(({ agent }) => agent.some(({ ref }) => ref === source));
  for (const cluster of clusters) {
    for (const { trigger, stage } of cluster.drafts) {
      if (stage === "threatened" || trigger.span[0] > attribution.span[0]) continue;
      if (s.block[s.sentence[trigger.head]!] !== block) continue;
      const isViolent = cluster.drafts[0]!.type.startsWith("violence/");
      others ||= !isViolent;
      const isRather = best !== null && isHis(cluster) && !isHis(best);
      const isLess = best !== null && isHis(best) && !isHis(cluster);
      if (!isViolent || isLess || (trigger.head <= last && !isRather)) continue;
      best = cluster;
      last = trigger.head;
    }
  }
  // "the students were freed. Officials denied that a ransom had been paid": no attack of another paragraph
  if (best || others) return best;
  const before = clusters.filter(
    ({ drafts }) =>
      drafts[0]!.type.startsWith("violence/") &&
      drafts[0]!.trigger.span[0] < attribution.span[0] &&
      drafts.some((d) => d.stage !== "threatened"),
  );
  return before.sort((a, b) => b.drafts.length - a.drafts.length)[0] ?? null;
}

function answer(
  s: Syntax,
  cluster: Cluster,
  attribution: Attribution,
  span: Span,
  mentions: Mentions,
  told: {
    readonly head: number;
    readonly denied: boolean;
    readonly doers: readonly Filler[];
    readonly detail: boolean;
  },
): Draft {
  const model = cluster.drafts[0]!;
  const { act, source } = attribution.value;
  const agent = [...told.doers];
  const add = (ref: string, at: Span): void => {
    if (!agent.some((f) => f.ref === ref)) agent.push({ ref, span: at, basis: "implied", rule: "events/answer" });
  };
  if (act === "accuse") {
    // "accused each other of having fired them": a pronoun further down is nobody who is blamed.
    const isBelow = (head: number) => s.head[head]! >= 0 && contains(span, tokenSpan(s, s.head[head]!));
    const blamed = mentions.actorMentions.find(
      (m) => contains(span, m.span) && !(m.value.form === "pronoun" && isBelow(m.head)),
    );
    if (blamed) add(blamed.value.actor, blamed.span);
  }
  if (act === "claim-responsibility" && source) add(source, attribution.value.sourceSpan ?? attribution.value.cue);
  const head = told.head >= 0 ? told.head : Math.min(tokenAt(s, span[0]), s.length - 1);
  return {
    ...model,
    trigger: { ...model.trigger, head, tokens: [head], span, row: null, harm: null, vague: true, weapon: -1 },
    agent,
    target: [],
    agentTokens: [],
    targetTokens: [],
    objects: [],
    knownThings: [],
    instrument: null,
    place: null,
    time: null,
    definite: false,
    asserted: agent.length > 0,
    granted: null,
    detail: told.detail,
    spared: false,
    fresh: false,
    points: false,
    calls: false,
    voice: source,
    denied: attribution.value.polarity === "negative" || told.denied,
    cumulative: false,
    warders: [],
    beatsOff: false,
    apart: JOINED,
    rule: "events/answer",
  };
}
