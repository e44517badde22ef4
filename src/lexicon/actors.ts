import type { ActorKind } from "../core/ledger.ts";

/** Rows of lexicon/actors/*.yml: one actor of the registry. */
export interface ActorRow {
  readonly id: string;
  /** Neutral canonical name. */
  readonly name: string;
  /** Other names in use: transliterations, acronyms, its own name, translations. */
  readonly names: readonly string[];
  /** Loaded names used against it. */
  readonly epithets: readonly string[];
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3, the main one first; [] for the world's. */
  readonly countries: readonly string[];
  /** Id of the row it is a wing, unit or office of. */
  readonly parent?: string;
  /** Of an outlet: whose it is, the id of a row or of a state body ("SYR/armed-forces"); "our forces" in it are theirs. */
  readonly party?: string;
  /** "1982-" or "1976-1998". */
  readonly active?: string;
  readonly offices: readonly Office[];
  /** What kind of public record bears the row out. */
  readonly source: string;
}

export interface Office {
  readonly office: string;
  readonly holder: string;
  readonly names: readonly string[];
  /** Years. */
  readonly from: number;
  readonly until?: number;
}

/** A state with its names and those of its bodies. */
export interface StateRow {
  /** ISO 3166-1 alpha-3; codes of former states as they were ("SUN", "YUG"). */
  readonly code: string;
  readonly name: string;
  /** The first is used in neutral names. */
  readonly adjectives: readonly string[];
  readonly names: readonly string[];
  readonly capitals: readonly string[];
  /** Ids of state bodies that it does not have. */
  readonly lacks: readonly string[];
  /** States where it fights: in reports about them, too, its epithets are read. */
  readonly abroad: readonly string[];
  /** State body id -> own names ("armed-forces" -> Tatmadaw). */
  readonly bodies: Readonly<Record<string, readonly string[]>>;
  readonly epithets: Readonly<Record<string, readonly string[]>>;
}

/** A body that every state has; rows with `sphere` are ministries. */
export interface StateBodyRow {
  readonly id: string;
  /** With {adjective} or {country}. */
  readonly named: string;
  readonly kind: ActorKind;
  readonly words: readonly string[];
  readonly sphere: readonly string[];
  /** Of the row that says how ministries and ministers are worded, with {sphere}. */
  readonly ministry: readonly string[];
  readonly minister: readonly string[];
}

export type NounRole =
  | "fighter" | "trooper" | "member" | "group" | "outfit" | "speaker" | "office" | "person" | "people" | "source" | "document" | "relation" | "nobody"; // biome-ignore format: one line reads best

/** Id of the row of nouns that nobody wrote a row for and WordNet has for people. */
export const WORDNET_PERSON = "wordnet-person";

/** Nouns of one behaviour; `lexicon/en/person-nouns.yml` says what each role means. */
export interface PersonNounRow {
  readonly id: string;
  readonly role: NounRole;
  readonly kind: ActorKind;
  /** State body that the people belong to. */
  readonly body?: string;
  /** All words of the row are one noun: "premier", "prime minister". */
  readonly same?: true;
  /** The noun by which such people together may be taken up: "militiamen", then "the militia". */
  readonly together?: string;
  readonly words: readonly string[];
}

export type Gender = "masculine" | "feminine";

/** A word that points back, and what it can point at: a person, several, or a body. `speaker`: whoever is speaking ("we"). */
export interface PronounRow {
  readonly id: string;
  readonly number: readonly ("one" | "many" | "body")[];
  readonly gender?: Gender;
  readonly speaker?: true;
  readonly words: readonly string[];
  /** Possessives. */
  readonly own: readonly string[];
}

/** Words before a person's name; with `nouns`, nouns that tell a person's gender. */
export interface TitleRow {
  readonly id: string;
  readonly gender?: Gender;
  readonly nouns?: true;
  readonly words: readonly string[];
}

/** Small words by what they do in a noun phrase: "definite", "indefinite", "binder", "other" … */
export interface FunctionWordRow {
  readonly id: string;
  readonly words: readonly string[];
}
