import type { EventType, Harm } from "../core/ledger.ts";

/** A node of the event tree and its nearest categories elsewhere; `null` where a scheme has no place for it. */
export interface EventTypeRow {
  readonly type: EventType;
  /** In words, for readers and neutral sentences. */
  readonly name: string;
  readonly definition: string;
  /** What befalls those that an event of this type strikes, by its very name: an abduction of nine is nine captured. */
  readonly harm?: Harm;
  /** The more telling types that an event told as both is of; "killing" stands for a word that people were killed. */
  readonly yields?: readonly (EventType | "killing")[];
  /** It happens where people go away from, not where they go to. */
  readonly leaving?: true;
  /** It is no part of an event of another type: a truce is not the shelling that breaks it. */
  readonly alone?: true;
  /** To read of it is hard by its very kind: a reader may keep such passages folded. */
  readonly graphic?: true;
  readonly plover: string | null;
  readonly cameo: string | null;
  readonly acled: string | null;
  readonly gtd: string | null;
  readonly muc4: string | null;
}

/** Words to be found together: the first is the anchor; each has its alternatives ("throw|hurl"). */
export type Words = readonly (readonly string[])[];

/** Relation path ("nsubj", "doer", "governor", "obj", "obl:on", "poss", "compound") -> lemmas or "@classes" allowed or barred there; "*" is anything. */
export type Restrictions = Readonly<Record<string, readonly string[]>>;

export type RoleName = "agent" | "target" | "object" | "instrument" | "event" | "warder";
export type Roles = Readonly<Partial<Record<RoleName, string>>>;

/** What every pattern row has. */
export interface PatternRow {
  /** File and row: "verbs/shell". */
  readonly id: string;
  readonly words: Words;
  readonly part: "verb" | "noun" | "any";
  readonly roles: Roles;
  readonly only?: Restrictions;
  readonly unless?: Restrictions;
}

/** A verb, noun or set phrase that means a type of event. */
export interface EventRow extends PatternRow {
  readonly means: EventType;
  /** `vague` words take a nearer type from the weapon named with them ("hit", "attack", "killed"). */
  readonly vague: boolean;
  /** Takes the type of the event the report is about where that is a strike from afar ("hit", "struck", "the raid"). */
  readonly follows: boolean;
  /** Says that people die ("killing", "gun down"). */
  readonly kills: boolean;
  /** Names a crime whoever does it: police who "kidnap" make no arrest. */
  readonly unlawful: boolean;
  /** Done by a crowd it is a riot ("attacked", "stormed"), as arson and beating are. */
  readonly crowds: boolean;
  readonly stage?: "attempted" | "threatened";
  /** What becomes of the things it befalls. */
  readonly effect?: "destroyed" | "damaged" | "none";
}

/** A verb that lends its subject or object to an event noun: "carried out an attack", "blamed X for the attack". */
export interface SupportRow extends PatternRow {
  /** Where the event noun stands is `roles.event`; `roles.warder`: who stood against it ("the army repelled an attack"). */
  readonly stage?: "attempted" | "threatened";
  /** Says who did it: denied, it names nobody. */
  readonly blames?: boolean;
}

/** A word of harm to people: "kill", "dead", "casualties". */
export interface HarmRow extends PatternRow {
  readonly harm: Harm;
  /** Event meant where no other event in reach explains the harm; null: then no event. */
  readonly means: EventType | null;
  /** Where the victims stand. */
  readonly victim: string;
  /** Where the side stands that suffers it, where the word tells of a side's losses ("the army lost 12 men"). */
  readonly side?: string;
  /** Event meant where a report tells of no other that could explain the harm: "Three policemen were wounded near Herat." */
  readonly lone?: EventType;
}

/** Words for weapons and their carriers, and the type they turn a vague word of violence into. */
export interface WeaponRow {
  readonly id: string;
  readonly turns: EventType;
  readonly words: readonly string[];
  /** The carrier itself ("helicopter") is no instrument when it is the target. */
  readonly carrier: boolean;
  /** Means a weapon only before a noun or as where it came from ("an air attack", "from the air"). */
  readonly modifier: boolean;
}

/** Contexts in which a word of violence tells of no event: games, films, drills, markets, anniversaries. */
export interface UnrealRow {
  readonly id: string;
  readonly reason: string;
  /** Where the words have to stand: before the deed or its party ("a mock village"), over the deed ("the film shows a massacre"), in the same clause, the same sentence, or anywhere in the report (twice at least). */
  readonly reach: "kind" | "telling" | "clause" | "sentence" | "retelling" | "report";
  /** Signs that it is earnest all the same: people harmed or armed forces in the sentence, an armed doer of the deed. */
  readonly unless: readonly ("people" | "forces" | "doer")[];
  readonly words: readonly string[];
}

/** Fillers that make a word of a whole branch of the tree a figure of speech. */
export interface FigurativeRow {
  /** A type or a branch: "violence", "force/raid". */
  readonly applies: EventType;
  readonly unless: Restrictions;
}

/** A word near the event rows in WordNet and in none of them, with its part of speech ("verb pummel") -> the row ("verbs/pound"); null for other happenings. */
export type Neighbours = Readonly<Record<string, string | null>>;

/** The event sections of the lexicon, one a file. */
export interface EventLexicon {
  readonly eventTypes: readonly EventTypeRow[];
  readonly verbs: readonly EventRow[];
  readonly nouns: readonly EventRow[];
  readonly phrases: readonly EventRow[];
  readonly supports: readonly SupportRow[];
  readonly harms: readonly HarmRow[];
  readonly weapons: readonly WeaponRow[];
  readonly unreal: readonly UnrealRow[];
  readonly figurative: readonly FigurativeRow[];
  /** What each feature of a pair of mentions says for (positive) or against one event; learned. */
  readonly mergeWeights: readonly { readonly feature: string; readonly weight: number }[];
  /** Noun lemma -> its classes ("person", "vehicle", "building", "weapon" …). */
  readonly nounClasses: Readonly<Record<string, readonly string[]>>;
}
