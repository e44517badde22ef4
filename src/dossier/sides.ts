import type { Count } from "../core/ledger.ts";
import { sufferer } from "../core/neutral-words.ts";
import { partyLikeness } from "./compare-parties.ts";
import { fold, namesAlike, nameWords } from "./names.ts";
import { type Party, partyOf } from "./profile.ts";
import type { Told } from "./told.ts";

/** Words that name nobody in particular: such tolls stand in one row. */
const PEOPLE = new Set(
  "people person persons civilian civilians villager villagers resident residents victim victims dead bodies casualties others passengers men women children".split(
    " ",
  ),
);
/** Row of those whose side no report gives. */
export const NOBODY_IN_PARTICULAR = "people";

interface Side {
  readonly label: string;
  readonly parties: Party[];
  readonly words: (readonly string[])[];
}

/** Sorts the tolls of a dossier by whose side suffered them, across the words of different reports: "13 soldiers" with "13 of the security forces". */
export class Sides {
  private readonly sides: Side[] = [];

  /** Label of the side that a count falls on; the first name that a side was met under names it. */
  of(told: Told, count: Count): string {
    const actor = count.who === null ? undefined : told.actors.get(count.who);
    const name = sufferer(count, told.ledger);
    const words = nameWords(name);
    const generic = words.length === 0 || words.every((word) => PEOPLE.has(word) || /^\d+$/.test(word));
    if (generic || (actor?.kind === "civilians" && actor.entry === null)) return NOBODY_IN_PARTICULAR;
    const party = actor ? partyOf(actor, told.actors) : null;
    const known = this.sides.find((side) =>
      party
        ? side.parties.some((other) => isSide(party, other)) || side.words.some((w) => namesAlike(w, words))
        : side.words.some((w) => namesAlike(w, words)),
    );
    if (known) {
      if (party && !known.parties.some((p) => p.name === party.name)) known.parties.push(party);
      known.words.push(words);
      return known.label;
    }
    this.sides.push({ label: fold(name), parties: party ? [party] : [], words: [words] });
    return fold(name);
  }
}

function isSide(a: Party, b: Party): boolean {
  const likeness = partyLikeness(a, b);
  return likeness === "same" || (likeness === "related" && a.kind === b.kind);
}
