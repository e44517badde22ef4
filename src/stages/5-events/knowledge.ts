import type { EventType, Harm, LoadedTerm } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";
import type { EventRow, FigurativeRow, HarmRow, SupportRow, UnrealRow, WeaponRow } from "../../lexicon/events.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { belongs, type Classes, indexPatterns, type PatternIndex } from "../../lexicon/pattern.ts";

/** The event rows of the lexicon, indexed for reading. */
export interface EventKnowledge {
  readonly events: PatternIndex<EventRow>;
  readonly supports: PatternIndex<SupportRow>;
  readonly harms: PatternIndex<HarmRow>;
  readonly weapons: ReadonlyMap<string, WeaponRow>;
  readonly unreal: readonly UnrealRow[];
  readonly figurative: readonly FigurativeRow[];
  readonly classes: Classes;
  /** The harm that a type of event is by its name. */
  readonly harmOf: ReadonlyMap<EventType, Harm>;
  /** The more telling types that a type yields to where an event is told as both. */
  readonly yields: ReadonlyMap<EventType, ReadonlySet<EventType | "killing">>;
  /** Types that happen where people go away from. */
  readonly leaving: ReadonlySet<EventType>;
  /** Types that are no part of an event of another type. */
  readonly alone: ReadonlySet<EventType>;
  readonly merge: ReadonlyMap<string, number>;
  /** Small words by what they do in a noun phrase: "fresh", "ordinal", "article". */
  readonly small: Readonly<Record<string, ReadonlySet<string>>>;
}

const made = new WeakMap<LexiconData, EventKnowledge>();

export function eventKnowledge(lexicon: LexiconData): EventKnowledge {
  const known = made.get(lexicon);
  if (known) return known;
  const knowledge: EventKnowledge = {
    events: indexPatterns([...lexicon.phrases, ...lexicon.verbs, ...lexicon.nouns]),
    supports: indexPatterns(lexicon.supports),
    harms: indexPatterns(lexicon.harms),
    weapons: new Map(lexicon.weapons.flatMap((row) => row.words.map((word) => [word, row] as const))),
    unreal: lexicon.unreal,
    figurative: lexicon.figurative,
    classes: lexicon.nounClasses,
    harmOf: new Map(lexicon.eventTypes.flatMap(({ type, harm }) => (harm ? [[type, harm] as const] : []))),
    yields: new Map(lexicon.eventTypes.map(({ type, yields = [] }) => [type, new Set(yields)])),
    leaving: new Set(lexicon.eventTypes.flatMap(({ type, leaving }) => (leaving ? [type] : []))),
    alone: new Set(lexicon.eventTypes.flatMap(({ type, alone }) => (alone ? [type] : []))),
    merge: new Map(lexicon.mergeWeights.map(({ feature, weight }) => [feature, weight])),
    small: Object.fromEntries(lexicon.functionWords.map((row) => [row.id, new Set(row.words)])),
  };
  made.set(lexicon, knowledge);
  return knowledge;
}

/**
 * "Killed eleven *rats*": an animal's name that a report calls people by counts people in it. `loaded`: the loaded words of the report, with
 * a neutral reading where they name somebody.
 */
export function withEpithets(know: EventKnowledge, s: Syntax, loaded: readonly LoadedTerm[]): EventKnowledge {
  const people: Record<string, readonly string[]> = Object.create(know.classes);
  for (const { span, neutral } of loaded) {
    const token = tokenAt(s, span[1] - 1);
    if (neutral !== null && belongs(s, token, "@animal", know.classes)) people[s.lemma[token]!.toLowerCase()] = PEOPLE;
  }
  return { ...know, classes: people };
}

const PEOPLE: readonly string[] = ["person"];
