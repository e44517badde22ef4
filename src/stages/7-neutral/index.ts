import type { Language } from "../../core/language.ts";
import { type Attributions, type BareClaim, type Events, type Mentions, OUTLET } from "../../core/layers.ts";
import { type ActorKind, ARMED_KINDS, type Claim } from "../../core/ledger.ts";
import { neutralWords } from "../../core/neutral-words.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";
import { told } from "./told.ts";

const BODIES: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "government",
  ...ARMED_KINDS,
  "international-organisation",
  "monitor",
  "court",
]);

/**
 * Stage 7: one neutral sentence a claim. It says what this source says and nothing that only another source says of the same event.
 * Parties stand under their own neutral names, whatever the source called them.
 */
export function writeNeutral(
  syntax: Syntax,
  claims: readonly BareClaim[],
  mentions: Mentions,
  layer: Attributions,
  events: Events,
  language: Language,
): Claim[] {
  const actors = new Map(mentions.actors.map((actor) => [actor.id, actor.name]));
  const kinds = new Map(mentions.actors.map((actor) => [actor.id, actor.kind]));
  const places = new Map(mentions.places.map((place) => [place.id, place.name]));
  const name = (id: string) => actors.get(id) ?? id;
  const tellings = told(syntax, claims, layer, events);

  return claims.map((claim, i) => {
    const telling = tellings[i]!;
    const neutral = language.sentence({
      source: name(claim.source),
      ownVoice: claim.source === OUTLET,
      body: BODIES.has(kinds.get(claim.source) ?? "unknown"),
      via: claim.via.filter((id) => id !== OUTLET).map(name),
      act: claim.act,
      polarity: claim.polarity,
      certainty: claim.certainty,
      modality: claim.modality,
      stage: telling.stage,
      type: telling.type,
      agents: telling.agents.map(name),
      targets: telling.targets.length > 0 ? telling.targets.map(name) : telling.things,
      things: telling.targets.length === 0,
      open: leftOpen(syntax, claim),
      tells: telling.tells,
      place: telling.place === null ? null : (places.get(telling.place) ?? null),
      time: telling.time,
      counts: claim.counts.map(({ harm, who, whoText, low, high, bound, role }) => ({
        harm,
        who: who === null ? neutralWords(whoText, mentions.loaded, syntax.text) : name(who),
        low,
        high,
        bound,
        ...(role && { role }),
      })),
    });
    return { ...claim, neutral };
  });
}

/** "Could not say *who* had done it": whoever leaves a question open doubts what it asks, and not the event. */
function leftOpen(s: Syntax, { act, polarity, certainty, evidence }: BareClaim): "who" | "other" | null {
  if (act !== "doubt" || polarity === "negative" || certainty !== "unknown") return null;
  const asked = evidence.find(({ role }) => role === "content");
  const first = asked ? tokenAt(s, asked.span[0]) : s.length;
  if (first >= s.length || !/^W/.test(s.xpos[first]!)) return null;
  return s.xpos[first] === "WP" && s.deprel[first]!.startsWith("nsubj") ? "who" : "other";
}
