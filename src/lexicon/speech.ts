import type { Act, Certainty, EventStage, Modality, Polarity } from "../core/ledger.ts";

/** What a cue lays on its content; what is left out is positive, certain, actual. */
export interface Stance {
  readonly polarity?: Extract<Polarity, "negative">;
  readonly certainty?: Exclude<Certainty, "certain">;
  readonly modality?: Exclude<Modality, "actual">;
}

/** `label`: a mark that parts the speaker from what is told: "Army: 12 killed", "12 killed - army". */
export type CuePos = "verb" | "adjective" | "adverb" | "noun" | "phrase" | "label";

/** A word or set phrase that hands words to a source: one row of `lexicon/en/speech.yml`. */
export interface CueRow extends Stance {
  readonly id: string;
  /** Lemma, or the words of a set phrase. */
  readonly cue: string;
  readonly pos: CuePos;
  readonly act: Act;
  /** Slots the content may stand in: "clause", "infinitive", "quote", "object", "complement", "subject", or a preposition. */
  readonly content: readonly string[];
  /** The object is who was told. */
  readonly hearer?: boolean;
  /** Who does so asks, and says nothing. */
  readonly asks?: boolean;
  /** A word of its own that belongs to the verb: "out". */
  readonly particle?: string;
  /** Slots that must be filled, and by which lemmas ([] any). */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** The object is told of for the first time: "called a strike", but "called the strike a mistake". */
  readonly fresh?: boolean;
  /** `unattributed`: nobody is named with it ("it is rumoured"); `impersonal`: the outlet's, unless somebody says it ("it is likely"). */
  readonly source?: "unattributed" | "impersonal";
  /** The preposition that brings the speaker: "the toll comes *from* the hospital". */
  readonly speaker?: string;
  /** Who says the rest of the sentence passes on what this source says: "the paper said, *citing* a doctor". */
  readonly relayed?: boolean;
  /** Brings only somebody whom the report knows: "per customs", but "per day". */
  readonly named?: boolean;
  /** Opens its sentence, and a comma ends it: "For the mayor, …". */
  readonly opens?: boolean;
  /** Those who speak say it of one another: "traded accusations over the raid". */
  readonly mutual?: boolean;
}

/** A list of words with one part in attribution. */
export type SpeechRole =
  | "spokesman"
  | "document"
  | "relay"
  | "public"
  | "happening"
  | "author"
  | "light"
  | "own"
  | "firstPerson"
  | "manner"
  | "question"
  | "answer"
  | "interview"
  | "account"
  | "credit"
  | "addressee"
  | "answering"
  | "purpose"
  | "figures"
  | "byline"
  | "presence"
  | "indefinite"
  | "platform"
  | "definite"
  | "deed"
  | "neuter"
  | "counted"
  | "disowning"
  | "owning"
  | "printing"
  | "abetting"
  | "harmed"
  | "reciprocal"
  | "losing"
  | "dying"
  | "speaking"
  | "air"
  | "conduit"
  | "hearing"
  | "reckoning"
  | "standing"
  | "quoting"
  | "ascribing"
  | "organ"
  | "reply"
  | "naming"
  | "teller"
  | "alternative"
  | "anyone"
  | "side"
  | "each"
  | "affirmed"
  | "contrasting"
  | "hearsay";
export interface RoleRow {
  readonly id: string;
  readonly pos: SpeechRole;
  readonly means: string;
  readonly lemmas: readonly string[];
}

export type SpeechRow = CueRow | RoleRow;

/** An operator over what is told: one row of `lexicon/en/hedges.yml`. */
export interface HedgeRow extends Stance {
  readonly id: string;
  readonly cue: string;
  readonly pos:
    | "particle"
    | "determiner"
    | "pronoun"
    | "adverb"
    | "conjunction"
    | "auxiliary"
    | "copula"
    | "adjective"
    | "verb"
    | "noun"
    | "marker"
    | "phrase";
  /** What is in its scope: "head", "clause", "condition", "following", or the slot that hangs on it ("infinitive", "object", a preposition). */
  readonly governs: readonly string[];
  readonly particle?: string;
  /** Words after it with which it means something else: "not *only*". */
  readonly unless?: readonly string[];
  readonly stage?: Exclude<EventStage, "accomplished">;
}

const isRole = (row: SpeechRow): row is RoleRow => "lemmas" in row;

/** Rows by the word they are found by. Phrases by their first word, longest first. */
export interface SpeechIndex {
  readonly cues: ReadonlyMap<string, readonly CueRow[]>;
  readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly row: CueRow }[]>;
  /** Rows of marks that part a speaker from what is told, by mark. */
  readonly labels: ReadonlyMap<string, CueRow>;
  readonly roles: Readonly<Record<SpeechRole, ReadonlySet<string>>>;
  readonly hedges: ReadonlyMap<string, readonly HedgeRow[]>;
  readonly hedgePhrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly row: HedgeRow }[]>;
}

function byFirst<R extends { readonly cue: string }>(rows: readonly R[]) {
  const index = new Map<string, { words: string[]; row: R }[]>();
  for (const row of rows) {
    const words = row.cue.split(" ");
    const list = index.get(words[0]!) ?? [];
    list.push({ words, row });
    index.set(words[0]!, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const indices = new WeakMap<object, SpeechIndex>();

/** The look-ups over the rows; made once for each loaded lexicon. */
export function speechIndex(lexicon: {
  readonly speech: readonly SpeechRow[];
  readonly hedges: readonly HedgeRow[];
}): SpeechIndex {
  const known = indices.get(lexicon);
  if (known) return known;
  const cueRows = lexicon.speech.filter((row): row is CueRow => !isRole(row));
  const single = new Map<string, CueRow[]>();
  for (const row of cueRows) {
    if (row.pos === "phrase" || row.pos === "label") continue;
    const list = single.get(row.cue) ?? [];
    list.push(row);
    single.set(row.cue, list);
  }
  const roles: Record<SpeechRole, Set<string>> = {
    spokesman: new Set(),
    document: new Set(),
    relay: new Set(),
    public: new Set(),
    happening: new Set(),
    author: new Set(),
    light: new Set(),
    own: new Set(),
    firstPerson: new Set(),
    manner: new Set(),
    question: new Set(),
    answer: new Set(),
    interview: new Set(),
    account: new Set(),
    credit: new Set(),
    addressee: new Set(),
    answering: new Set(),
    purpose: new Set(),
    figures: new Set(),
    byline: new Set(),
    presence: new Set(),
    indefinite: new Set(),
    platform: new Set(),
    definite: new Set(),
    deed: new Set(),
    neuter: new Set(),
    counted: new Set(),
    disowning: new Set(),
    owning: new Set(),
    printing: new Set(),
    abetting: new Set(),
    harmed: new Set(),
    reciprocal: new Set(),
    losing: new Set(),
    dying: new Set(),
    speaking: new Set(),
    air: new Set(),
    conduit: new Set(),
    hearing: new Set(),
    reckoning: new Set(),
    standing: new Set(),
    quoting: new Set(),
    ascribing: new Set(),
    organ: new Set(),
    reply: new Set(),
    naming: new Set(),
    teller: new Set(),
    alternative: new Set(),
    anyone: new Set(),
    side: new Set(),
    each: new Set(),
    affirmed: new Set(),
    contrasting: new Set(),
    hearsay: new Set(),
  };
  for (const row of lexicon.speech) if (isRole(row)) for (const lemma of row.lemmas) roles[row.pos].add(lemma);
  const hedges = new Map<string, HedgeRow[]>();
  for (const row of lexicon.hedges) {
    if (row.pos === "phrase") continue;
    const list = hedges.get(row.cue) ?? [];
    list.push(row);
    hedges.set(row.cue, list);
  }
  const index: SpeechIndex = {
    cues: single,
    phrases: byFirst(cueRows.filter((row) => row.pos === "phrase")),
    labels: new Map(cueRows.filter((row) => row.pos === "label").map((row) => [row.cue, row])),
    roles,
    hedges,
    hedgePhrases: byFirst(lexicon.hedges.filter((row) => row.pos === "phrase")),
  };
  indices.set(lexicon, index);
  return index;
}
