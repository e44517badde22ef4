import type { ActorKind } from "../../core/ledger.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** Kinds whose names are names only: any of them could stand in another's place. "Russian army" is not such a name. */
const OPAQUE: readonly ActorKind[] = ["armed-group", "political-militia", "communal-militia"];
/** What the network sees for all of them, so that what is read does not hang on how a group is called. */
const STAND_IN = "Hamas";

/** "Shabaab", "al-Qaeda", "23 May Brigade": not "resistance", nor "Peace and Justice (Mexico)". */
const SURE = /^(?:\p{Ll}+-)?[\p{Lu}\p{N}][^(),"]*$/u;

/** Names of groups, which are one word each to the parser, however many words they are and whatever these look like. */
export interface KnownNames {
  readonly standIn: string;
  /** Length in characters of the longest known name that begins at `at` with the token `form`; 0 where none does. */
  longest(text: string, at: number, form: string): number;
}

/** The registry's names, as it spells them. Acts on no other spelling: what is not surely a name is left to the network. */
export function knownNames({ actors }: Pick<LexiconData, "actors">): KnownNames {
  const byWord = new Map<string, string[]>();
  for (const { kind, name, names } of actors) {
    if (!OPAQUE.includes(kind)) continue;
    for (const each of [name, ...names]) {
      if (!SURE.test(each)) continue;
      const word = firstWord(each);
      const held = byWord.get(word);
      if (held) held.push(each);
      else byWord.set(word, [each]);
    }
  }
  for (const names of byWord.values()) names.sort((a, b) => b.length - a.length);
  return {
    standIn: STAND_IN,
    longest(text, at, form) {
      const names = byWord.get(firstWord(form));
      return names?.find((each) => text.startsWith(each, at))?.length ?? 0;
    },
  };
}

/** "Jaish-e-Mohammed" -> "Jaish". */
const firstWord = (text: string): string => /^[\p{L}\p{N}]*/u.exec(text)![0];
