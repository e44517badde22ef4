import { upos } from "../../src/core/tree.ts";
import { STRING_SLOTS, type StringSlot } from "./fills.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Draft } from "./templates.ts";
import { chanceOf, type Weights } from "./weights.ts";

/** How surely each slot of an incident has a string: slot -> chance of its likeliest. */
export type Richness = Readonly<Record<StringSlot, number>>;

export function richnessOf({ strings }: Draft, weights: Weights): Richness {
  const best = (slot: StringSlot): number =>
    Math.max(0, ...strings.map(({ features }) => chanceOf(weights, slot, features)));
  return Object.fromEntries((Object.keys(STRING_SLOTS) as StringSlot[]).map((slot) => [slot, best(slot)])) as Richness;
}

const step = (chance: number): string => (chance < 0.1 ? "0" : chance < 0.3 ? "1" : chance < 0.6 ? "3" : "6");
const total = (richness: Richness): number => Object.values(richness).reduce((a, b) => a + b, 0);

/** Where an incident stands among those of its message. */
export function amongFeatures(drafts: readonly Draft[], richness: readonly Richness[], i: number): string[] {
  const { incident } = drafts[i]!;
  const found = Object.entries(richness[i]!).map(([slot, chance]) => `best:${slot}:${step(chance)}`);
  const own = total(richness[i]!);
  found.push(`told:${Math.min(5, Math.floor(own * 2))}`);
  const rank = richness.filter((r, j) => total(r) > own || (total(r) === own && j < i)).length;
  const alike = drafts.filter((d, j) => j !== i && d.incident.type === incident.type);
  const rankAlike = drafts.filter(
    (d, j) =>
      d.incident.type === incident.type && (total(richness[j]!) > own || (total(richness[j]!) === own && j < i)),
  ).length;
  found.push(
    `rank:${Math.min(4, rank)}`,
    `rank-alike:${Math.min(3, rankAlike)}`,
    `rank-alike:${Math.min(3, rankAlike)}:${incident.type}`,
  );
  found.push(
    `order:${Math.min(4, i)}`,
    `incidents:${Math.min(6, drafts.length)}`,
    `alike:${Math.min(4, alike.length)}`,
  );
  for (const type of new Set(drafts.filter((_, j) => j !== i).map((d) => d.incident.type)))
    found.push(`beside:${type}:${incident.type}`);
  return found;
}

/** Words of the sentences that tell the incident, and of the head of the message. */
export function wordFeatures(message: Message, incident: Incident): string[] {
  const s = message.syntax;
  const found = new Set<string>();
  const sentences = new Set(incident.mentions.map((m) => s.sentence[m.head]!));
  const isWord = (t: number): boolean => ["NOUN", "VERB", "ADJ"].includes(upos(s, t));
  for (let t = 0; t < s.length; t++) {
    if (!isWord(t)) continue;
    const lemma = s.lemma[t]!.toLowerCase();
    if (sentences.has(s.sentence[t]!)) found.add(`near:${lemma}`);
    if (s.sentence[t]! < 4) found.add(`lead:${lemma}`);
  }
  for (const tag of message.raw.tags ?? []) found.add(`tag:${tag.split(" ")[0]}`);
  return [...found];
}
