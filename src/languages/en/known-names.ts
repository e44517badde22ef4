import type { ActorKind } from "../../core/ledger.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** Kinds whose names are names only: any of them could stand in another's place. "Russian army" is not such a name. */
const OPAQUE: readonly ActorKind[] = ["armed-group", "political-militia", "communal-militia"];
/** What the network sees for all groups and for all countries, so that what is read does not hang on what they are called. */
const GROUP = "Hamas";
const COUNTRY = "Russia";

/** A name that is one word to the parser, however many words it is and whatever these look like. */
export interface KnownName {
  readonly name: string;
  readonly standIn: string;
}

export interface KnownNames {
  /** The longest known name that begins at `at` with the token `form`. */
  longest(text: string, at: number, form: string): KnownName | undefined;
}

/** "Shabaab", "al-Qaeda", "uMkhonto we Sizwe", "23 May Brigade": not "resistance", nor "Peace and Justice (Mexico)". */
const SURE = /^(?:\p{Ll}+-|\p{Ll}(?=\p{Lu}\p{Ll}))?[\p{Lu}\p{N}][^(),"]*$/u;

/** The names of armed groups and countries, as the registry spells them. Acts on no other spelling: what is not surely a name is left to the network. */
export function knownNames({ actors, states }: Pick<LexiconData, "actors" | "states">): KnownNames {
  const byWord = new Map<string, KnownName[]>();
  const add = (name: string, standIn: string) => {
    if (!SURE.test(name)) return;
    const held = byWord.get(firstWord(name));
    if (held) held.push({ name, standIn });
    else byWord.set(firstWord(name), [{ name, standIn }]);
  };
  for (const { kind, name, names } of actors)
    if (OPAQUE.includes(kind)) for (const each of [name, ...names]) add(each, GROUP);
  for (const { name, names, adjectives } of states)
    for (const each of [name, ...names]) if (!each.includes(" ") && !adjectives.includes(each)) add(each, COUNTRY);
  for (const names of byWord.values()) names.sort((a, b) => b.name.length - a.name.length);
  return {
    longest: (text, at, form) => byWord.get(firstWord(form))?.find(({ name }) => text.startsWith(name, at)),
  };
}

/** "Jaish-e-Mohammed" -> "Jaish". */
const firstWord = (text: string): string => /^[\p{L}\p{N}]*/u.exec(text)![0];
