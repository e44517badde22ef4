import type { Mentions } from "../../core/layers.ts";
import { type ActorKind, ARMED_KINDS, type EventType } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, upos } from "../../core/tree.ts";
import { belongs } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Draft } from "./merge.ts";
import type { Figure } from "./tolls.ts";

/** From how many dead an attack on people who cannot fight back is a massacre: told as an attack, or as a killing. */
const DEAD_IN_ATTACK = 20;
const DEAD_IN_KILLING = 3;

/**
 * The type of an event from all its mentions: the surest words give it. A killing is a massacre where many who cannot fight back
 * die, an assassination where a chosen person is meant.
 */
export function kindOf(
  s: Syntax,
  drafts: readonly Draft[],
  figures: readonly Figure[],
  mentions: Mentions,
  know: EventKnowledge,
): EventType {
  const nobody = figures.every(({ harm, high }) => harm === "killed" && high === 0) && figures.length > 0;
  const telling = drafts.filter(
    (d) => !drafts.some((other) => yieldsTo(d, other, know) && !(nobody && isKilling(other))),
  );
  const sure = telling.filter((d) => !d.trigger.vague || d.trigger.weapon >= 0);
  const type = (sure[0] ?? telling.find((d) => d.trigger.row) ?? telling[0] ?? drafts[0]!).type;
  if (drafts[0]!.cumulative || (type !== "violence/armed-attack" && type !== "violence")) return type;
  // "killed in a drive-by shooting", "in an ambush": the word itself says how
  const [surest] = sure;
  if (surest?.type === "violence/armed-attack" && !surest.trigger.vague && surest.trigger.row && !isKilling(surest))
    return type;
  // those who fought back are not those who could not
  if (drafts.some((d) => d.type === "violence/armed-clash")) return type;
  const is = (token: number, name: string): boolean => belongs(s, token, `@${name}`, know.classes);
  const tokens = [
    ...drafts.flatMap((d) => d.targetTokens),
    ...figures.flatMap((f) => (f.harm === "killed" ? f.nouns : [])),
  ];
  const kinds = new Map(mentions.actors.map((actor) => [actor.id, actor.kind]));
  const victims = new Set([...drafts.flatMap((d) => d.target.map((t) => t.ref)), ...figures.flatMap((f) => f.bodies)]);
  const civilian = tokens.some((t) => is(t, "unarmed")) || [...victims].some((id) => kinds.get(id) === "civilians");
  const armed =
    tokens.some((t) => is(t, "military") && !is(t, "unarmed")) ||
    [...victims].some((id) => ARMED.has(kinds.get(id) ?? "unknown"));
  const killing = drafts.some(isKilling);
  const dead = Math.max(0, ...figures.filter((f) => f.harm === "killed").map((f) => f.low));
  // "the killing of rice workers": many, though nobody counts them
  const many = dead >= DEAD_IN_KILLING || (dead === 0 && tokens.some((t) => s.xpos[t] === "NNS" && is(t, "unarmed")));
  if (civilian && !armed && (dead >= DEAD_IN_ATTACK || (killing && many))) return "violence/massacre";
  if (killing && dead <= 2 && tokens.some((t) => chosen(s, t, is))) return "violence/assassination";
  return type;
}

/** "Gunmen *attacked* the post; the *fighting* lasted three hours": an attack. What is only planned, denied or alleged by one side settles nothing. */
function yieldsTo({ type, stage, agent }: Draft, other: Draft, know: EventKnowledge): boolean {
  if (other.denied || (other.stage === "threatened" && stage !== "threatened")) return false;
  // "clashes between two clans … began when a herder was shot", "an exchange of fire …; India accused Pakistan of an attack"
  if (type === "violence/armed-clash" && (agent.length > 0 || other.accused)) return false;
  const to = know.yields.get(type);
  if (!to) return false;
  return isKilling(other) ? to.has("killing") : other.trigger.row !== null && to.has(other.type);
}

const isKilling = ({ trigger }: Draft): boolean => trigger.harm?.harm === "killed" || trigger.row?.kills === true;

const ARMED: ReadonlySet<ActorKind> = new Set(ARMED_KINDS);

/** "the mayor", "Judge X", "X, a leader of the union": one person, and for who he is. */
function chosen(s: Syntax, token: number, is: (token: number, name: string) => boolean): boolean {
  if (s.xpos[token] === "NNS") return false;
  if (is(token, "official")) return true;
  if (upos(s, token) !== "PROPN") return false;
  return children(s, token).some((c) => {
    const rel = relation(s, c);
    return (
      (rel === "appos" || rel === "compound" || rel === "flat" || s.deprel[c] === "nmod:desc") && is(c, "official")
    );
  });
}
