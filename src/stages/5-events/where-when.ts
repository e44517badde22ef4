import type { Attributions, Filler, Mentions, PlaceMention, TimeMention } from "../../core/layers.ts";
import type { Time } from "../../core/ledger.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, isBelow, relation, tokenAt, upos } from "../../core/tree.ts";
import { isAnother } from "./apart.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Trigger } from "./triggers.ts";

/** How near a place or time stands to a trigger: in its own phrase, its clause, its sentence. */
export type Nearness = "own" | "clause" | "sentence";

export interface Found<T> {
  readonly value: T;
  readonly near: Nearness;
  /** "Northeast of Baghdad": not in the place itself. */
  readonly aside?: boolean;
}

export interface FoundTime extends Found<Time> {
  /** It is the time of the saying: it tells mentions apart and dates nothing. */
  readonly ofSaying: boolean;
}

/** The time of what happened; null where only the saying has one. */
export const happening = (found: FoundTime | null): FoundTime | null =>
  found === null || found.ofSaying ? null : found;

/** Places and times sorted by sentence, for look-up by trigger. */
export interface WhereWhen {
  place(trigger: Trigger): Found<Filler> | null;
  time(trigger: Trigger): FoundTime | null;
}

/**
 * Whether a time belongs to the saying and not to what is said: "on Tuesday denied that it had bombed …", "a doctor who spoke on Monday
 * said …". Such a time dates no event; it still tells two accounts apart. `documents`: nouns for what somebody has written.
 */
export function ofTheSaying(
  s: Syntax,
  attributions: Attributions,
  heads: ReadonlySet<number>,
  documents: ReadonlySet<string>,
): (mention: PlaceMention | TimeMention) => boolean {
  // words of saying: the cue and whoever says it -> what is told
  const told = new Map<number, Span[]>();
  for (const { value } of attributions.attributions) {
    for (const [from, to] of [value.cue, ...(value.sourceSpan ? [value.sourceSpan] : [])]) {
      for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++)
        told.set(t, [...(told.get(t) ?? []), ...value.content]);
    }
  }
  return (mention) => {
    // "said in a statement released on Friday": up through what it was said in
    for (let above = s.head[headOf(s, mention)] ?? -1; above >= 0 && !heads.has(above); above = s.head[above]!) {
      const content = told.get(above);
      if (content !== undefined) return !content.some((part) => contains(part, mention.span));
      // "claimed the attack in a message published on Friday", where the parser hung the message on the attack
      if (mention.kind === "time" && upos(s, above) === "NOUN" && documents.has(s.lemma[above]!)) return true;
      if (upos(s, above) !== "NOUN" && relation(s, above) !== "acl") return false;
    }
    return false;
  };
}

export function makeWhereWhen(
  s: Syntax,
  mentions: Mentions,
  heads: ReadonlySet<number>,
  ofSaying: (mention: PlaceMention | TimeMention) => boolean,
  { small, leaving }: EventKnowledge,
  supposed: ReadonlySet<number>,
): WhereWhen {
  const places = bySentence(
    s,
    mentions.placeMentions.filter((m) => m.value.use === "location"),
  );
  const times = bySentence(s, mentions.times);
  // "will attack if the blockade is not lifted *by Friday*", "came hours after they shelled *Bama*": where and when a condition is met, or
  // something else was, dates and places nothing besides
  const outsideOf =
    ({ head }: Trigger) =>
    (mention: PlaceMention | TimeMention): boolean => {
      for (let t = headOf(s, mention); t >= 0; t = s.head[t]!)
        if ((supposed.has(t) || isAnother(s, t, small)) && !isBelow(s, head, t)) return false;
      return true;
    };
  const isOrigin = (token: number) => small.origin!.has(s.lower[child(s, token, "case")] ?? "");
  return {
    place(trigger) {
      const best = nearest(
        s,
        trigger,
        (places.get(s.sentence[trigger.head]!) ?? [])
          .filter(outsideOf(trigger))
          .filter((m) => !ofSaying(m) && !(leaving.has(trigger.type!) && isGoal(s, m, small))),
        heads,
        isOrigin,
      );
      if (!best) return null;
      const { mention, near } = best;
      return {
        near,
        aside: isAside(s, headOf(s, mention), small),
        value: {
          ref: mention.value.place,
          span: mention.span,
          basis: near === "sentence" ? "implied" : "stated",
          rule: `events/place-in-${near}`,
        },
      };
    },
    time(trigger) {
      const own = (times.get(s.sentence[trigger.head]!) ?? [])
        .filter(outsideOf(trigger))
        .filter((m) => !isOfRelative(s, headOf(s, m), trigger.head, heads));
      const best = nearest(s, trigger, own, heads);
      return best && { near: best.near, value: best.mention.value, ofSaying: ofSaying(best.mention) };
    },
  };
}

/** "an engineer from Azerbaijan", "the Observatory in Coventry": who somebody is, and only for want of better where it happened. */
export function inDescriptions(mentions: Mentions): (place: { readonly span: Span }) => boolean {
  const described = mentions.actorMentions.filter(({ value }) => value.form !== "name").map(({ span }) => span);
  return ({ span }) => described.some((around) => contains(around, span) && around[0] < span[0]);
}

/** "Fled *to India*": where somebody goes, not where he was. */
export const isGoal = (s: Syntax, mention: PlaceMention, small: EventKnowledge["small"]): boolean =>
  small.destination!.has(s.lower[child(s, headOf(s, mention), "case")] ?? "");

/** "A village *northeast of* Baghdad" */
function isAside(s: Syntax, place: number, small: EventKnowledge["small"]): boolean {
  const of = child(s, place, "case");
  return of > 0 && small.direction!.has(s.lower[of - 1]!);
}

function bySentence<M extends PlaceMention | TimeMention>(s: Syntax, mentions: readonly M[]): Map<number, M[]> {
  const groups = new Map<number, M[]>();
  for (const mention of mentions) {
    const token = headOf(s, mention);
    if (token >= s.length) continue;
    const sentence = s.sentence[token]!;
    const group = groups.get(sentence);
    if (group) group.push(mention);
    else groups.set(sentence, [mention]);
  }
  return groups;
}

const headOf = (s: Syntax, mention: PlaceMention | TimeMention): number =>
  mention.head >= 0 ? mention.head : tokenAt(s, mention.span[0]);

/** The first event head at or above a token: whose clause it stands in. */
function governor(s: Syntax, token: number, heads: ReadonlySet<number>): number {
  for (let t = token; t >= 0; t = s.head[t]!) if (heads.has(t)) return t;
  return -1;
}

/** "Threatened to kill the hostages whom it *had abducted in May*": what is ahead is not dated by a relative clause about a deed of its own. */
function isOfRelative(s: Syntax, token: number, trigger: number, heads: ReadonlySet<number>): boolean {
  if (s.xpos[trigger] !== "VB") return false;
  let deed = false;
  for (let t = token; t >= 0 && t !== trigger; t = s.head[t]!) {
    if (heads.has(t)) deed = true;
    if (deed && s.deprel[t] === "acl:relcl") return !isBelow(s, trigger, t);
  }
  return false;
}

/**
 * "Arrested four men *on Monday* over the killing of a bishop *in January*": the second time behind a verb is that of the deed told right before it.
 * The token itself where it is no such time or place.
 */
function heldBy<M extends PlaceMention | TimeMention>(
  s: Syntax,
  token: number,
  heads: ReadonlySet<number>,
  mentions: readonly M[],
): number {
  const verb = s.head[token]!;
  if (relation(s, token) !== "obl" || verb < 0) return token;
  let deed = -1;
  for (let c = s.firstChild[verb]!; c >= 0 && c < token; c = s.nextSibling[c]!)
    if (c > verb && heads.has(c) && upos(s, c) === "NOUN" && relation(s, c) === "obl") deed = c;
  const isBefore = (t: number): boolean => s.head[t] === verb && t > verb && t < deed;
  return deed >= 0 && mentions.some((m) => isBefore(headOf(s, m))) ? deed : token;
}

/** `isLast`: taken only where the same clause has no other. */
function nearest<M extends PlaceMention | TimeMention>(
  s: Syntax,
  trigger: Trigger,
  mentions: readonly M[],
  heads: ReadonlySet<number>,
  isLast: (token: number) => boolean = () => false,
): { mention: M; near: Nearness } | null {
  let best: { mention: M; near: Nearness; score: number } | null = null;
  for (const mention of mentions) {
    const token = headOf(s, mention);
    const hung = heldBy(s, token, heads, mentions);
    const owner = governor(s, hung, heads);
    let near: Nearness = "sentence";
    if (isBelow(s, hung, trigger.head)) near = owner === trigger.head ? "own" : "clause";
    else if (owner >= 0 && isBelow(s, trigger.head, owner)) near = "clause";
    const apart = isLast(token) ? 99 : Math.min(98, Math.abs(token - trigger.head));
    const score = (near === "own" ? 0 : near === "clause" ? 100 : 200) + apart;
    if (!best || score < best.score) best = { mention, near, score };
  }
  return best && { mention: best.mention, near: best.near };
}
