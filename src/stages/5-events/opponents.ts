import { type Attributions, type Filler, type Mentions, OUTLET } from "../../core/layers.ts";
import { type Actor, type ActorKind, ARMED_KINDS } from "../../core/ledger.ts";
import { contains, length, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children } from "../../core/tree.ts";
import type { Draft } from "./merge.ts";
import type { Who } from "./who.ts";

/** Actors that fight: who is struck by one of them is its opponent. */
const SIDES: ReadonlySet<ActorKind> = new Set<ActorKind>(["government", ...ARMED_KINDS]);

/** Actor id -> whom the report shows it fighting most; null where it shows nobody. */
export type OpponentOf = (actor: string) => string | null;

/** Who fights whom in a report: those who strike and those they strike, where both are sides. */
export function makeOpponents(drafts: readonly Draft[], { actors }: Mentions): OpponentOf {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const isSide = (id: string): boolean => SIDES.has(byId.get(id)?.kind ?? "unknown");
  const against = new Map<string, Map<string, number>>();
  const note = (a: string, b: string): void => {
    if (a === b || !isSide(a) || !isSide(b) || byId.get(a)?.memberOf === b || byId.get(b)?.memberOf === a) return;
    const row = against.get(a) ?? new Map<string, number>();
    against.set(a, row.set(b, (row.get(b) ?? 0) + 1));
  };
  for (const { type, agent, target, warders } of drafts) {
    if (!type.startsWith("violence/")) continue;
    const stricken = type === "violence/armed-clash" ? [...target, ...agent] : [...target, ...warders];
    for (const a of agent) {
      for (const t of stricken) {
        note(a.ref, t.ref);
        note(t.ref, a.ref);
      }
    }
  }
  const most = (id: string): string | null =>
    [...(against.get(id) ?? [])].sort((a, b) => b[1] - a[1]).map(([other]) => other)[0] ?? null;
  return (id) => {
    const { memberOf } = byId.get(id) ?? {};
    return most(id) ?? (memberOf ? most(memberOf) : null);
  };
}

/**
 * "The army repelled an attack, killing 12 fighters": the attack is the work of the army's opponent, and those killed in beating it off are
 * the attackers. Where no words name him, he is who the report shows fighting the army.
 */
export function settleWarded(s: Syntax, drafts: readonly Draft[], mentions: Mentions): Draft[] {
  if (drafts.every(({ warders }) => warders.length === 0)) return [...drafts];
  const opponentOf = makeOpponents(drafts, mentions);
  const settled = drafts.map((draft): Draft => {
    if (draft.warders.length === 0) return draft;
    const stands = (f: Filler): boolean => draft.warders.some(({ ref }) => ref === f.ref);
    const named = draft.agent.filter((f) => !stands(f));
    const agent = named.length > 0 ? named : opponents(draft, opponentOf);
    return { ...draft, agent, target: draft.target.filter((f) => !agent.some(({ ref }) => ref === f.ref)) };
  });
  return settled.map((draft) => {
    const warded = settled.find((other) => isBeatingOff(s, draft, other));
    // whom he kills are the attackers, as their toll says; the killing is no deed of another event
    return warded ? { ...draft, agent: [], target: [], stage: warded.stage, beatsOff: true } : draft;
  });
}

function opponents(draft: Draft, opponentOf: OpponentOf): Filler[] {
  for (const { ref, span } of draft.warders) {
    const other = opponentOf(ref);
    if (other !== null) return [{ ref: other, span, basis: "implied", rule: "events/opponent" }];
  }
  return [];
}

/** A word of harm of the one who beats an attack off, in the same sentence: "…, killing 12 fighters". */
function isBeatingOff(s: Syntax, draft: Draft, warded: Draft): boolean {
  if (draft === warded || warded.warders.length === 0 || draft.warders.length > 0 || draft.trigger.harm === null)
    return false;
  if (s.sentence[draft.trigger.head] !== s.sentence[warded.trigger.head]) return false;
  const his = draft.agent.every(({ ref }) => warded.warders.some((w) => w.ref === ref));
  return his && (draft.agent.length > 0 || s.xpos[draft.trigger.head] === "VBG");
}

/**
 * "The enemy lost 30 men", "an attack by the puppets", "two mujahideen fell": a word for the speaker's own fighters stands for his side; a word for whoever fights the speaker stands for the speaker's opponent, where the
 * report makes known who that is: whom it shows fighting him, else the one armed side that it names besides his.
 */
export function makeOpposed(
  s: Syntax,
  drafts: readonly Draft[],
  mentions: Mentions,
  { attributions }: Attributions,
  words: {
    readonly enemies: ReadonlySet<string>;
    readonly own: ReadonlySet<string>;
    readonly sides: ReadonlySet<string>;
  },
  who: Who,
): Who {
  const byId = new Map(mentions.actors.map((actor) => [actor.id, actor]));
  // "on the side of the enemy"
  const isEnemy = (t: number): boolean =>
    words.enemies.has(s.lemma[t]!) ||
    (words.sides.has(s.lemma[t]!) && children(s, t).some((c) => words.enemies.has(s.lemma[c]!)));
  const called = mentions.actorMentions.filter(
    ({ head, value }) =>
      head >= 0 && (isEnemy(head) || words.own.has(s.lemma[head]!)) && byId.get(value.actor)?.entry === null,
  );
  if (called.length === 0) return who;
  const opponentOf = makeOpponents(drafts, mentions);
  const meant = new Map<number, string>();
  for (const { head, span, value } of called) {
    const speaker = speakerAt(attributions, span) ?? OUTLET;
    const party = partyOf(speaker, byId)?.id ?? speaker;
    const side = words.own.has(s.lemma[head]!)
      ? (partyOf(speaker, byId)?.id ?? null)
      : (opponentOf(party) ?? rivalOf(party, mentions));
    if (side !== null && side !== value.actor) meant.set(head, side);
  }
  return { ...who, at: (token) => meant.get(token) ?? who.at(token) };
}

/** Whose words a span stands in; null where nobody's but the report's. */
function speakerAt(attributions: Attributions["attributions"], span: Span): string | null {
  const around = attributions.filter(({ value }) => value.content.some((part) => contains(part, span)));
  const size = ({ value }: (typeof around)[number]): number =>
    value.content.reduce((sum, part) => sum + length(part), 0);
  return around.sort((a, b) => size(a) - size(b))[0]?.value.source ?? null;
}

/** The side that fights, whose a speaker is or who it is himself. */
function partyOf(id: string, byId: ReadonlyMap<string, Actor>): Actor | undefined {
  const self = byId.get(id);
  const of = self?.memberOf ? byId.get(self.memberOf) : undefined;
  const party = self?.entry || of === undefined ? self : of;
  // "a colonel": of the one army that the report names
  if (party?.kind === "state-forces" && party.entry === null) {
    const armies = [...byId.values()].filter((actor) => actor.kind === "state-forces" && actor.entry !== null);
    return armies.length === 1 ? armies[0] : undefined;
  }
  return party && FIGHTS.has(party.kind) ? party : undefined;
}

/** The armed side, of another country or outside the state, that a report names most besides somebody's own. */
export function rivalOf(id: string, { actors }: Mentions): string | null {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const party = partyOf(id, byId);
  if (party === undefined) return null;
  const isState = (kind: ActorKind): boolean => kind === "state-forces";
  const others = actors.filter(
    (actor) =>
      FIGHTS.has(actor.kind) &&
      actor.entry !== null &&
      actor.id !== party.id &&
      actor.memberOf !== party.id &&
      party.memberOf !== actor.id &&
      !(isState(actor.kind) && isState(party.kind) && actor.country === party.country),
  );
  const [first, second] = others.sort((a, b) => b.mentions.length - a.mentions.length);
  return first && (!second || first.mentions.length > second.mentions.length) ? first.id : null;
}

const FIGHTS: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "state-forces",
  "armed-group",
  "political-militia",
  "external-forces",
]);
