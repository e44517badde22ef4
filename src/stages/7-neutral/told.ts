import {
  type Attributions,
  type BareClaim,
  type EventMention,
  type Events,
  type Filler,
  OUTLET,
} from "../../core/layers.ts";
import type { Act, Event, EventStage, EventType, Time } from "../../core/ledger.ts";
import { contains, overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";

/** What one claim itself tells of its event. Actor ids in the order of the text. */
export interface Telling {
  readonly type: EventType;
  readonly stage: EventStage;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly things: readonly string[];
  /** Place id. Place and day say which event is meant, so the event's own stand in where the claim names none. */
  readonly place: string | null;
  readonly time: Time | null;
  /** False where the claim's words do not name the event: they give figures of it, or answer somebody ("denied it"). */
  readonly tells: boolean;
}

/** For each claim, what the mentions of its event inside its own words say: who told of a bombing need not have named the bomber. */
export function told(
  s: Syntax,
  claims: readonly BareClaim[],
  layer: Attributions,
  { events, mentions }: Events,
): Telling[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const ofEvent = new Map<string, EventMention[]>();
  for (const mention of mentions) {
    const known = ofEvent.get(mention.value.event);
    if (known) known.push(mention);
    else ofEvent.set(mention.value.event, [mention]);
  }
  return claims.map((claim) => {
    // "demanded an inquiry": the cue itself is the deed
    const own = (ofEvent.get(claim.event) ?? []).filter(
      (mention) =>
        !isApart(layer, claim, mention) &&
        claim.evidence.some(
          (part) =>
            (part.role === "content" && contains(part.span, mention.span)) ||
            (part.role === "cue" && overlaps(part.span, mention.span)),
        ),
    );
    // "admitted the bombing but denied that it had targeted worshippers": a detail is denied, and not the deed
    const accepts = (other: BareClaim): boolean =>
      other.event === claim.event &&
      other.source === claim.source &&
      other.polarity === "positive" &&
      OWNS.has(other.act);
    const beside = claims.some((other) => accepts(other) && sentenceOf(s, other) === sentenceOf(s, claim));
    const detail = claim.act === "deny" && (own.some(({ value }) => value.granted || value.detail) || beside);
    return telling(claim, byId.get(claim.event)!, own, detail, (at) => isOthersWord(layer, claim, at));
  });
}

const sentenceOf = (s: Syntax, { evidence }: BareClaim): number => s.sentence[tokenAt(s, evidence[0]!.span[0])] ?? -1;

const OWNS: ReadonlySet<Act> = new Set<Act>(["state", "confirm", "claim-responsibility"]);

/**
 * "Nine died in strikes *allegedly carried out by the army*", "in an attack *blamed on rebels*": a claim that does not share the doubt does not
 * tell what it is about, nor does the outlet's own claim what it only hands on from nobody in particular.
 */
function isApart({ scopes, attributions }: Attributions, { source, evidence }: BareClaim, at: EventMention): boolean {
  const has = (cue: Span): boolean => evidence.some(({ span, role }) => role === "cue" && overlaps(span, cue));
  const hedged = scopes.some(
    ({ value }) => value.certainty !== undefined && value.over.includes(at.head) && !has(value.operator),
  );
  const handedOn = attributions.some(
    ({ value }) => value.source === null && value.content.some((part) => contains(part, at.span)) && !has(value.cue),
  );
  return hedged || (source === OUTLET && handedOn);
}

/** "Nine died in an attack *said to be the work of rebels*": whom only somebody else's words beside the deed name as its doer. */
function isOthersWord({ attributions }: Attributions, { evidence }: BareClaim, mention: EventMention) {
  const apart = attributions.filter(
    ({ value }) =>
      !value.content.some((part) => contains(part, mention.span)) &&
      !evidence.some(({ span, role }) => role === "cue" && overlaps(span, value.cue)),
  );
  return ({ span }: Filler): boolean => apart.some(({ value }) => value.content.some((part) => contains(part, span)));
}

function telling(
  claim: BareClaim,
  event: Event,
  own: readonly EventMention[],
  detail: boolean,
  othersWord: (mention: EventMention) => (filler: Filler) => boolean,
): Telling {
  const values = own.map(({ value }) => value);
  const agents = distinct(
    own.flatMap((mention) => {
      const isOthers = othersWord(mention);
      return mention.value.agent.filter((filler) => !isOthers(filler)).map(({ ref }) => ref);
    }),
  );
  // "denied it", "denied any part": whoever is said to have done it denies that, and not that it happened
  const accused = claim.act === "deny" && event.agent.includes(claim.source);
  const doer = accused || claim.act === "claim-responsibility";
  // "ordered his men to burn it", "accused each other of it": whom he asks or blames, and not himself
  const asked = claim.act === "demand" || claim.act === "accuse" ? agents.filter((id) => id !== claim.source) : [];
  return {
    type: sharpest(event, own),
    stage: event.stage,
    agents: asked.length > 0 ? asked : agents.length === 0 && doer ? [claim.source] : agents,
    // two mentions may have one party on either side: "the fighters crossed the river; five of them were killed"
    targets: distinct(values.flatMap(({ target }) => target.map(({ ref }) => ref))).filter(
      (ref) => !agents.includes(ref),
    ),
    things: distinct(
      values.flatMap(({ objects }) => objects.flatMap(({ name, effect }) => (effect === "none" ? [] : [name]))),
    ),
    place: values.find(({ place }) => place !== null)?.place?.ref ?? event.place,
    time: values.find(({ time }) => time !== null)?.time ?? event.time,
    tells: own.length > 0 && !detail,
  };
}

/** The claim's own word for it, if that is a broader kind of what the event is ("the attack" of a bombing); else the event's kind. */
function sharpest(event: Event, own: readonly EventMention[]): EventType {
  const broader = own.map(({ value }) => value.type).filter((type) => `${event.type}/`.startsWith(`${type}/`));
  return broader.sort((a, b) => b.length - a.length)[0] ?? event.type;
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
