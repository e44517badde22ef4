import type { Evidence, Notice, Refusal } from "../../core/finding.ts";
import type {
  Attribution,
  Attributions,
  BareClaim,
  EventMention,
  EventMentionValue,
  Events,
  Mentions,
  Scope,
  Toll,
} from "../../core/layers.ts";
import type { Act } from "../../core/ledger.ts";
import { overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { relation, tokenAt, upos } from "../../core/tree.ts";
import { evidenceOf } from "./evidence.ts";
import { join, type Statement } from "./join.ts";
import { actAhead, ownsTheAct } from "./owned.ts";
import { type Standing, standing } from "./standing.ts";
import { speechActs, voices } from "./voices.ts";

export interface Claims {
  readonly claims: readonly BareClaim[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/**
 * Stage 6: events, figures and speakers become claims. Each mention of an event and each figure is a statement in somebody's voice;
 * statements of one voice about one event, held in one way, are one claim. A mention that takes the event for granted ("after the
 * attack") makes no claim, unless nobody claims the event otherwise.
 */
export function readClaims(syntax: Syntax, mentions: Mentions, layer: Attributions, events: Events): Claims {
  const voicesAt = voices(syntax, layer);
  const deeds = speechActs(syntax, layer);
  const granted = new Set(events.mentions.flatMap(({ value, head }) => (value.granted ? [head] : [])));
  const isGranted = (head: number): boolean => {
    for (let t = head; t >= 0; t = syntax.head[t]!) if (granted.has(t)) return true;
    return false;
  };
  // "denied that its strike had killed children": who answers the clause says nothing of what it takes for granted
  const standingAt = (span: Span, head: number, scopes = layer.scopes): Standing => {
    const deed = deeds.get(head);
    const chain = deed ? [deed, ...voicesAt(span)] : voicesAt(span);
    const answers = chain[0] !== undefined && ANSWERED.has(chain[0].value.act);
    return standing(scopes, answers && isGranted(head) ? chain.slice(1) : chain, head);
  };
  const none = new Set(events.tolls.flatMap(({ value, head }) => (value.high === 0 ? [head] : [])));
  // "No soldier was killed" is a figure, and "no" is its number: it denies nothing besides.
  const standingOf = (toll: Toll): Standing => {
    // "had not been found", of the missing, denies nothing
    if (toll.value.high !== 0) return toll.value.harm === "missing" ? unhedged(toll) : standingAt(toll.span, toll.head);
    const scopes = layer.scopes.filter(({ value }) => !overlaps(value.operator, toll.span));
    return standingAt(toll.span, toll.head, scopes);
  };
  const unhedged = ({ span, head }: Toll | EventMention): Standing =>
    standing(
      layer.scopes.filter(({ value }) => !value.polarity),
      voicesAt(span),
      head,
    );
  const lacking = new Set(events.tolls.flatMap(({ value, head }) => (value.harm === "missing" ? [head] : [])));
  const countsNobody = (mention: EventMention): boolean =>
    mention.by.entry?.startsWith("harms/") === true && none.has(mention.head);
  // "An officer told Lakes Wire", in Lakes Wire: the outlet is no relay besides itself.
  const outlet = mentions.actors[0]!.name.toLowerCase();
  const itself = new Set(mentions.actors.filter(({ name }) => name.toLowerCase() === outlet).map(({ id }) => id));
  const byId = new Map(events.events.map((event) => [event.id, event]));
  // "said the army had done it": whoever names another as the doer owns nothing, though others name him
  const own = ({ event, agent }: EventMentionValue, held: Standing): Standing => {
    const happening = byId.get(event)!;
    const told = agent.length > 0 ? { ...happening, agent: agent.map(({ ref }) => ref) } : happening;
    if (ownsTheAct(held, told, mentions)) return { ...held, act: "claim-responsibility" };
    return { ...held, act: actAhead(held, told, mentions) };
  };
  const statements: Statement[] = [];
  const refusals: Refusal[] = [];
  const waiting: EventMention[] = [];

  const state = (mention: EventMention): void => {
    const isMissed = mention.by.entry?.startsWith("harms/") === true && lacking.has(mention.head);
    const told = own(mention.value, isMissed ? unhedged(mention) : standingAt(mention.span, mention.head));
    // "foiled a plot to bomb the embassy": what was to be was begun
    const begun = mention.value.stage === "attempted" && told.attribution === null && told.modality === "future";
    const held: Standing = begun ? { ...told, modality: "actual" } : told;
    statements.push({
      event: mention.value.event,
      standing: held,
      evidence: evidenceOf(syntax, held, mention, layer.attributions),
      toll: null,
      at: mention.span[0],
    });
  };
  // "The blast wrecked a school; the clinic was not damaged": no denial of the blast
  const onlySpares = (mention: EventMention): boolean => {
    const { attribution, polarity } = standingAt(mention.span, mention.head);
    return mention.value.detail && attribution === null && polarity === "negative";
  };
  // "were not behind the attack"
  const isDeniedItself = ({ head }: EventMention): boolean =>
    layer.scopes.some(({ value }) => value.polarity && !value.certainty && value.over.includes(head));
  for (const mention of events.mentions) {
    if (countsNobody(mention)) continue;
    if (onlySpares(mention)) {
      const reason = "says only what came to no harm, and denies nothing besides";
      refusals.push({ kind: "claim", span: mention.span, by: { rule: "claims/spared" }, reason });
      continue;
    }
    const granted = mention.value.presupposed && voicesAt(mention.span)[0]?.value.form !== "event-object";
    if (granted && !isDeniedItself(mention)) waiting.push(mention);
    else state(mention);
  }
  for (const toll of events.tolls) {
    const held = standingOf(toll);
    const reason = noFigure(syntax, toll, held, layer.scopes);
    if (reason) {
      const { rule, why } = reason;
      refusals.push({ kind: "toll", span: toll.span, by: { rule, entry: toll.by.entry }, reason: why });
      continue;
    }
    statements.push({
      event: toll.value.event,
      standing: held,
      evidence: evidenceOf(syntax, held, toll, layer.attributions),
      toll,
      at: toll.span[0],
    });
  }
  const claimed = new Set(statements.map((statement) => statement.event));
  for (const mention of waiting) {
    if (claimed.has(mention.value.event)) {
      refusals.push({
        kind: "claim",
        span: mention.span,
        by: { rule: "claims/presupposed" },
        reason: "takes the event for granted; others in the report claim it",
      });
    } else {
      state(mention);
      claimed.add(mention.value.event);
    }
  }
  const told = new Set(statements.map((statement) => statement.standing.attribution?.id));
  for (const { attribution, event, against, predicate } of events.answers) {
    if (told.has(attribution.id)) continue;
    const { cue, content, sourceSpan } = attribution.value;
    // "no truth in it": the "no" is a part of the cue
    const around = layer.scopes.filter(({ head }) => !isDeterminer(syntax, head, attribution.head));
    const above = voicesAt(cue).filter(({ value }) => value.source === null || value.source !== against);
    const held = standing(around, [attribution, ...withoutOwn(above, attribution)], predicate ?? attribution.head);
    const words = content.length > 0 ? content : [cue];
    const evidence: Evidence[] = words.map((span) => ({ span, role: "content", rule: "claims/answer" }));
    evidence.push({ span: cue, role: "cue", rule: attribution.by.rule });
    if (sourceSpan) evidence.push({ span: sourceSpan, role: "source", rule: attribution.by.rule });
    statements.push({ event, standing: held, evidence, toll: null, at: cue[0] });
  }
  // "Police and witnesses said so": each of them does.
  const spoken = statements.flatMap((statement) => [
    statement,
    ...(statement.standing.attribution?.value.also ?? []).map((source) => ({
      ...statement,
      standing: { ...statement.standing, source, via: statement.standing.via.filter((id) => id !== source) },
    })),
  ]);
  const held = spoken.filter((statement) => {
    if (!isIdle(statement.standing)) return true;
    refusals.push({
      kind: "claim",
      span: statement.evidence[0]!.span,
      by: { rule: "claims/nobody-says-so" },
      reason:
        "the outlet itself only imagines or expects it: nobody says that it happened, or threatens or promises it",
    });
    return false;
  });
  const claims = join(held).map((claim) => ({
    ...claim,
    via: claim.via.filter((id, i) => i === claim.via.length - 1 || !itself.has(id)),
  }));
  return { claims, refusals, notices: [] };
}

/** "The army rejected accusations by X that …, *calling the report a lie*": where the speaker himself speaks around those whom he answers, they pass nothing on. */
function withoutOwn(above: readonly Attribution[], { value }: Attribution): readonly Attribution[] {
  const own = above.findIndex((around) => around.value.source === value.source);
  return own < 0 ? above : above.slice(own + 1);
}

/** "The bomb *almost killed* the mayor", "*tried to kill* nine": the word of harm itself stands under what says that it came to nothing. */
const isNotDone = (s: Syntax, { head }: Toll, scopes: readonly Scope[]): boolean =>
  scopes.some(({ value, head: operator }) => {
    if (value.stage !== "attempted" || !value.over.includes(head)) return false;
    return s.head[operator] === head || (s.head[head] === operator && relation(s, head) === "xcomp");
  });

/** Why a toll is no figure of the claim; null where it is one. */
function noFigure(
  s: Syntax,
  toll: Toll,
  { polarity }: Standing,
  scopes: readonly Scope[],
): { rule: string; why: string } | null {
  // "reports that a second soldier was abducted are false": no number is told
  if (polarity === "negative" && isNoNumber(s, toll))
    return { rule: "claims/nobody-in-number", why: "one person of whom it is denied, and no number" };
  if (isNotDone(s, toll, scopes))
    return { rule: "claims/not-done", why: "what was only tried, or almost done, harmed nobody" };
  return null;
}

/** One person, told by an article or by name. */
function isNoNumber(s: Syntax, { span, value }: Toll): boolean {
  const first = tokenAt(s, span[0]);
  return value.low === 1 && value.high === 1 && s.end[first]! >= span[1] && upos(s, first) !== "NUM";
}

/** Acts that bear on a clause and not on what it takes for granted. */
const ANSWERED: ReadonlySet<Act> = new Set<Act>([
  "deny",
  "doubt",
  "suspect",
  "predict",
  "threaten",
  "promise",
  "demand",
]);

const isDeterminer = (s: Syntax, t: number, noun: number): boolean => s.head[t] === noun && relation(s, t) === "det";

/** "Everyone asks when the shooting will end": the outlet's own words about what has not happened, and no act that gives them weight.
 * "The rebels plan to attack" is told as a plan, which is an act of theirs. */
const isIdle = ({ attribution, act, modality, scopes }: Standing): boolean =>
  attribution === null &&
  (act === "state" || act === "suspect") &&
  modality !== "actual" &&
  !scopes.some(({ value }) => value.stage);
