import { stringLevel, tokens } from "./compare.ts";
import { otherMentions, ownFeatures, tiedFeatures } from "./fill-features.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import { type Nominal, nominalsOf } from "./nominals.ts";
import type { Slot } from "./slots.ts";
import { chanceOf, type Weights } from "./weights.ts";

/** Slots that are filled with strings of the message, with the chance from which a string is taken. */
export const STRING_SLOTS = {
  perp_individual_id: 0.2,
  perp_organization_id: 0.25,
  phys_tgt_id: 0.2,
  hum_tgt_name: 0.2,
  hum_tgt_description: 0.22,
  incident_instrument_id: 0.22,
} as const satisfies Partial<Record<Slot, number>>;
export type StringSlot = keyof typeof STRING_SLOTS;

/** A string of the message with all that speaks for and against its filling a slot of one incident. */
export interface Fillable {
  /** Where it stands first. */
  readonly nominal: Nominal;
  readonly text: string;
  readonly features: readonly string[];
}

/** Strings of a message, ready to be held against its incidents. */
export class Strings {
  private readonly own: readonly (readonly [Nominal, readonly string[]])[];

  constructor(private readonly message: Message) {
    this.own = nominalsOf(message.result).map((n) => [n, ownFeatures(message, n)]);
  }

  /** Every string once, with what holds for any of its places. */
  of(incident: Incident): Fillable[] {
    const found = new Map<string, { nominal: Nominal; features: Set<string> }>();
    for (const [nominal, own] of this.own) {
      const key = simplify(nominal.text);
      const entry = found.get(key) ?? { nominal, features: new Set(["bias"]) };
      for (const feature of own) entry.features.add(feature);
      for (const feature of tiedFeatures(this.message, incident, nominal)) entry.features.add(feature);
      for (const feature of otherMentions(this.message, incident, nominal)) entry.features.add(feature);
      found.set(key, entry);
    }
    const fillable = ({ nominal, features }: { nominal: Nominal; features: Set<string> }): Fillable => {
      return { nominal, text: nominal.text, features: [...features] };
    };
    return [...found.values()].map(fillable);
  }
}

/** As the entity measure compares strings: lower case, no punctuation, no articles. */
export const simplify = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, "")
    .replace(/\b(a|an|the)\b/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");

/** The likeliest strings for a slot, each person or thing once. */
export function choose(message: Message, slot: StringSlot, strings: readonly Fillable[], weights: Weights): Fillable[] {
  const likely = strings
    .map((fillable) => ({ fillable, chance: chanceOf(weights, slot, fillable.features) }))
    .filter((x) => x.chance > STRING_SLOTS[slot])
    .sort((a, b) => b.chance - a.chance);
  const taken: Fillable[] = [];
  for (const { fillable } of likely) {
    if (!taken.some((other) => sameEntity(message, other, fillable))) taken.push(fillable);
    if (taken.length === 8) break;
  }
  return taken;
}

function sameEntity(message: Message, a: Fillable, b: Fillable): boolean {
  if (a.nominal.actor && a.nominal.actor === b.nominal.actor) return true;
  if (a.nominal.head === b.nominal.head) return true;
  const s = message.syntax;
  if (s.lemma[a.nominal.head] === s.lemma[b.nominal.head]) return true;
  const [small, big] = [tokens(a.text), tokens(b.text)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return small.every((word) => big.includes(word)) || stringLevel(a.text, b.text) === 2;
}
