import type { ActorRow, Office, PersonNounRow, PronounRow, StateBodyRow, StateRow, TitleRow } from "./actors.ts";
import { foldName, nameWords, soundWord } from "./fold.ts";
import type { LexiconData } from "./index.ts";
import { type SpeechIndex, speechIndex } from "./speech.ts";
import { addToTrie, makeTrie, type Trie } from "./trie.ts";

/** What a name of the registry stands for, and how it was written there. */
export type Known = (
  | { readonly is: "row"; readonly row: ActorRow }
  | { readonly is: "state"; readonly country: StateRow; readonly body: StateBodyRow }
  | { readonly is: "holder"; readonly row: ActorRow; readonly office: Office }
) & { readonly epithet: boolean; readonly form: string };

export interface CountryWord {
  readonly country: StateRow;
  /** "Syria" name, "Syrian" adjective, "Syrians" people, "Damascus" capital. */
  readonly use: "name" | "adjective" | "people" | "capital";
  readonly form: string;
}

/** "army" body, "defence minister" minister. */
export interface BodyWord {
  readonly body: StateBodyRow;
  readonly use: "body" | "minister";
}

/** All names the registry knows, ready for look-up. Made once a lexicon. */
export interface ActorIndex {
  /** Folded words of registry names, epithets included. */
  readonly names: Trie<Known>;
  /** The same as they sound; only keys that belong to one actor. */
  readonly sounds: Trie<Known>;
  readonly countries: Trie<CountryWord>;
  readonly countryOf: ReadonlyMap<string, StateRow>;
  readonly bodies: Trie<BodyWord>;
  readonly bodyOf: ReadonlyMap<string, StateBodyRow>;
  readonly nouns: Trie<PersonNounRow>;
  readonly rowOf: ReadonlyMap<string, ActorRow>;
  readonly pronouns: ReadonlyMap<string, PronounRow>;
  readonly titles: ReadonlyMap<string, TitleRow>;
  /** Verbs of saying, those of them that bring a quotation, and nouns for what somebody has written. */
  readonly speaking: {
    readonly verbs: ReadonlySet<string>;
    readonly quoting: ReadonlySet<string>;
    readonly documents: ReadonlySet<string>;
    /** "we", "our" */
    readonly firstPerson: ReadonlySet<string>;
    /** Nouns for what is said, whoever says it: "reports", "rumours". */
    readonly accounts: ReadonlySet<string>;
    /** Labels before what whoever is interviewed says: "A:". */
    readonly answers: ReadonlySet<string>;
    /** Set phrases that bring whoever says it, by their first word: "according to". */
    readonly phrases: SpeechIndex["phrases"];
  };
  /** Days of the week and months, which are nobody. */
  readonly times: ReadonlySet<string>;
  /** Nouns for what is done to others by force: "attack", "shelling". */
  readonly deeds: ReadonlySet<string>;
  /** Verbs of what is done to others by force: "kill", "ambush". */
  readonly harming: ReadonlySet<string>;
  /** Verbs of what crowds do: "march", "gather". */
  readonly rallying: ReadonlySet<string>;
  /** The same, and verbs of what else befalls people: "arrest", "free". */
  readonly befalling: ReadonlySet<string>;
  /** What a small word does: "the" is in `definite`. */
  readonly small: { readonly [does: string]: ReadonlySet<string> };
}

const made = new WeakMap<LexiconData, ActorIndex>();

export function actorIndex(lexicon: LexiconData): ActorIndex {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const index = build(lexicon);
  made.set(lexicon, index);
  return index;
}

/** Id of what a name stands for: equal for two names of one actor. */
export const identity = (known: Known): string =>
  known.is === "row"
    ? known.row.id
    : known.is === "state"
      ? `${known.country.code}/${known.body.id}`
      : `${known.row.id}/${known.office.holder}`;

function speakingOf(lexicon: LexiconData): ActorIndex["speaking"] {
  const { cues, roles, phrases } = speechIndex(lexicon);
  // "reports began to spread": verbs that only bring a quotation say nothing without one
  const verbs = [...cues]
    .filter(([, rows]) => rows.some((row) => row.pos === "verb" && row.content.some((slot) => slot !== "quote")))
    .map(([lemma]) => lemma);
  const quoting = [...cues].filter(([, rows]) =>
    rows.some((row) => row.pos === "verb" && row.content.includes("quote")),
  );
  const accounts = [...cues].filter(([, rows]) =>
    rows.some((row) => row.pos === "noun" && row.act === "state" && row.polarity === undefined),
  );
  return {
    verbs: new Set(verbs),
    accounts: new Set(accounts.map(([lemma]) => lemma)),
    quoting: new Set(quoting.map(([lemma]) => lemma)),
    documents: roles.document,
    firstPerson: roles.firstPerson,
    answers: roles.answer,
    phrases,
  };
}

/** Types whose nouns may say before them who did it: "a rebel attack". */
const DEED = /^(?:violence|force\/(?:raid|seize-territory|withdraw|deploy|mutiny))/;

function harmingOf({ verbs, harms }: LexiconData): ReadonlySet<string> {
  const deeds = verbs.filter(({ means, roles }) => means.startsWith("violence/") && roles.target?.includes("obj"));
  const harmed = harms.filter(({ victim, part }) => part === "verb" && victim === "obj");
  return new Set([...deeds, ...harmed].flatMap(({ words }) => (words.length === 1 ? words[0]! : [])));
}

/** Verbs of what the law does to people, or those who let them go. */
const letGo = ({ verbs }: LexiconData): string[] =>
  verbs.flatMap(({ means, roles, words }) =>
    /^(?:force\/(?:release|rescue)|coercion\/(?:arrest|expel))$/.test(means) && roles.target?.includes("obj")
      ? words[0]!
      : [],
  );

function build(lexicon: LexiconData): ActorIndex {
  const names = makeTrie<Known>();
  const heard = new Map<string, { keys: string[]; known: Known[] }>();
  const hear = (known: Known) => {
    const keys = foldName(known.form);
    addToTrie(names, keys, known);
    const sounds = keys.map(soundWord);
    const entry = heard.get(sounds.join(" ")) ?? { keys: sounds, known: [] };
    entry.known.push(known);
    heard.set(sounds.join(" "), entry);
  };
  for (const row of lexicon.actors) {
    for (const form of [row.name, ...row.names]) hear({ is: "row", row, epithet: false, form });
    for (const form of row.epithets) hear({ is: "row", row, epithet: true, form });
    for (const office of row.offices) {
      for (const form of [office.holder, ...office.names]) hear({ is: "holder", row, office, epithet: false, form });
    }
  }
  const bodyOf = new Map(lexicon.stateBodies.map((body) => [body.id, body]));
  for (const country of lexicon.states) {
    for (const [id, forms] of Object.entries(country.bodies)) {
      for (const form of forms) hear({ is: "state", country, body: bodyOf.get(id)!, epithet: false, form });
    }
    for (const [id, forms] of Object.entries(country.epithets)) {
      for (const form of forms) hear({ is: "state", country, body: bodyOf.get(id)!, epithet: true, form });
    }
  }
  const sounds = makeTrie<Known>();
  for (const { keys, known } of heard.values()) {
    const alone = new Set(known.map(identity)).size === 1;
    if (alone && keys.join("").length >= 5) addToTrie(sounds, keys, known.find((k) => !k.epithet) ?? known[0]!);
  }
  return {
    names,
    sounds,
    countries: countryTrie(lexicon.states),
    countryOf: new Map(lexicon.states.map((country) => [country.code, country])),
    bodies: bodyTrie(lexicon.stateBodies),
    bodyOf,
    nouns: nounTrie(lexicon.personNouns),
    rowOf: new Map(lexicon.actors.map((row) => [row.id, row])),
    // "her" is both; the tree tells which
    pronouns: new Map(
      lexicon.pronouns.flatMap((row) => [...row.words, ...row.own].map((word) => [word, row] as const)),
    ),
    speaking: speakingOf(lexicon),
    times: new Set(lexicon.calendar.flatMap((row) => (/^(?:weekday|month)$/.test(row.class) ? row.words : []))),
    deeds: new Set(lexicon.nouns.flatMap(({ means, words }) => (DEED.test(means) ? words[0]! : []))),
    harming: harmingOf(lexicon),
    rallying: new Set(lexicon.verbs.flatMap((row) => (row.means.startsWith("protest/") ? row.words[0]! : []))),
    befalling: new Set([...harmingOf(lexicon), ...letGo(lexicon)]),
    small: Object.fromEntries(lexicon.functionWords.map((row) => [row.id, new Set(row.words)])),
    titles: new Map(lexicon.titles.flatMap((row) => row.words.map((word) => [word, row] as const))),
  };
}

function countryTrie(countries: readonly StateRow[]): Trie<CountryWord> {
  const trie = makeTrie<CountryWord>();
  const add = (country: StateRow, use: CountryWord["use"], form: string) =>
    addToTrie(trie, foldName(form), { country, use, form });
  for (const country of countries) {
    for (const form of new Set([country.name, ...country.names])) add(country, "name", form);
    for (const form of country.adjectives) {
      if (country.names.includes(form)) continue;
      add(country, "adjective", form);
      if (/(?:an|i|ian|er|ot|rd|ne|ek|rk|ek|ab|it)$/.test(form)) add(country, "people", `${form}s`);
    }
    for (const form of country.capitals) add(country, "capital", form);
  }
  return trie;
}

/** Plain lower-case words, hyphens and possessive marks passed over. */
export const plainWords = (phrase: string): string[] => nameWords(phrase.toLowerCase()).filter((word) => word !== "-");

function bodyTrie(bodies: readonly StateBodyRow[]): Trie<BodyWord> {
  const trie = makeTrie<BodyWord>();
  const worded = bodies.find((body) => body.ministry.length > 0);
  for (const body of bodies) {
    for (const form of body.words) addToTrie(trie, plainWords(form), { body, use: "body" });
    for (const sphere of body.sphere) {
      for (const form of worded?.ministry ?? [])
        addToTrie(trie, plainWords(form.replace("{sphere}", sphere)), { body, use: "body" });
      for (const form of worded?.minister ?? [])
        addToTrie(trie, plainWords(form.replace("{sphere}", sphere)), { body, use: "minister" });
    }
  }
  return trie;
}

function nounTrie(rows: readonly PersonNounRow[]): Trie<PersonNounRow> {
  const trie = makeTrie<PersonNounRow>();
  for (const row of rows) for (const word of row.words) addToTrie(trie, plainWords(word), row);
  return trie;
}
