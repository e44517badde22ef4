import { fillers } from "./core/arguments.ts";
import { type ActorKind, ARMED_KINDS, type EventType } from "./core/ledger.ts";
import type { Span } from "./core/span.ts";
import type { Syntax } from "./core/syntax.ts";
import { conjuncts, relation, tokenSpan, upos } from "./core/tree.ts";
import { belongs, indexPatterns } from "./lexicon/pattern.ts";
import type { ReadResult } from "./read.ts";
import { loadLexicon, loadNeighbours } from "./resources.ts";

/** Why a word looks like an event. */
export type Sign =
  /** Somebody armed does it to people, a place, a building or a vehicle. */
  | "armed subject"
  /** It is done with a weapon. */
  | "weapon"
  /** People are killed, hurt or taken in it: "nine died in the affray". */
  | "harm"
  /** It is told in one breath with a known event: "burned and pillaged". */
  | "joined"
  /** It stands near a row in WordNet. */
  | "neighbour";

/** A verb or noun that no row of the lexicon has and that looks like an event. */
export interface Candidate {
  readonly lemma: string;
  readonly part: "verb" | "noun";
  /** The nearest row ("verbs/pound"); null where WordNet knows none. */
  readonly near: string | null;
  readonly count: number;
  /** Type it probably means: that of the row it is near to, else of the events it is told in one breath with; null where nothing tells. */
  readonly type: EventType | null;
  /** Each sign with the number of times it was seen, commonest first. */
  readonly signs: readonly (readonly [Sign, number])[];
  readonly example: Example;
}

/** The place that shows the word best: a report by its number in the order of `add`, the word there, and its sentence. */
export interface Example {
  readonly report: number;
  readonly span: Span;
  readonly sentence: Span;
}

/** The word as a row of the lexicon, ready to be pasted and corrected; what no machine can write stands as "…". */
export function rowOf({ lemma, type }: Candidate, sentence: string): string {
  const hits = sentence.replace(/\s+/g, " ").trim().replaceAll('"', "'");
  return `- { lemma: ${lemma}, means: ${type ?? "…"}, hits: "${hits}", misses: "… ${lemma} …" }`;
}

interface Seen {
  count: number;
  readonly signs: Map<Sign, number>;
  readonly types: Map<EventType, number>;
  example: Example;
  /** How well the example shows the word. */
  shows: number;
}

const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>([...ARMED_KINDS, "rioters"]);

/** Collects candidates over many reports: `add` each, then `list`, the likeliest first. A neighbour of a row
 * that nothing in the text speaks for is none. */
export async function makeCandidates() {
  const [lexicon, neighbours] = await Promise.all([loadLexicon(), loadNeighbours()]);
  const rows = [...lexicon.verbs, ...lexicon.nouns, ...lexicon.phrases, ...lexicon.harms, ...lexicon.supports];
  const known = indexPatterns(rows);
  const said = new Set(lexicon.speech.flatMap((row) => ("cue" in row ? [row.cue] : [])));
  const means = new Map(rows.flatMap((row) => ("means" in row && row.means ? [[row.id, row.means] as const] : [])));
  const found = new Map<string, Seen>();
  /** How often a word stands where nothing speaks for an event. */
  const plain = new Map<string, number>();
  /** How often unknown verbs and nouns bear each sign at all: what is to be expected of a word that means no event. */
  const usual = new Map<string, number>();
  let reports = 0;

  function add({ reading: { syntax: s, mentions, events } }: ReadResult): void {
    const kinds = new Map(mentions.actors.map(({ id, kind }) => [id, kind]));
    const armed = new Set(
      mentions.actorMentions.filter(({ value }) => ARMED.has(kinds.get(value.actor)!)).map(({ head }) => head),
    );
    const told = new Set([...events.mentions, ...events.tolls].map(({ head }) => head));
    const types = new Map(events.mentions.map(({ head, value }) => [head, value.type]));
    const harmed = new Set(events.tolls.map(({ head }) => head));
    const hit = new Set([...mentions.actorMentions, ...mentions.placeMentions].map(({ head }) => head));
    const canBeHit = (t: number): boolean => hit.has(t) || HIT.some((c) => belongs(s, t, c, lexicon.nounClasses));
    const isWeapon = (t: number): boolean => belongs(s, t, "@weapon", lexicon.nounClasses);
    for (let t = 0; t < s.length; t++) {
      const part = upos(s, t) === "VERB" ? "verb" : upos(s, t) === "NOUN" ? "noun" : null;
      const lemma = s.lemma[t]!.toLowerCase();
      if (!part || !/^\p{L}{3,}$/u.test(lemma) || known.has(lemma) || said.has(lemma) || told.has(t)) continue;
      if (part === "noun" && !happens(lemma)) continue;
      const signs: Sign[] = [];
      const hits =
        part === "verb" && fillers(s, t, "obj").some(canBeHit) && fillers(s, t, "nsubj").some((x) => armed.has(x));
      const hitBy =
        part === "verb" &&
        fillers(s, t, "nsubj:pass").some(canBeHit) &&
        fillers(s, t, "obl:agent | obl:by").some((x) => armed.has(x));
      if (hits || hitBy) signs.push("armed subject");
      const suffers = part === "noun" || fillers(s, t, "obj | nsubj:pass").some(canBeHit);
      if (suffers && fillers(s, t, part === "verb" ? "obl:with | nsubj" : "nmod:with").some(isWeapon))
        signs.push("weapon");
      const rel = relation(s, t);
      if (part === "noun" && harmed.has(s.head[t]!) && fillers(s, s.head[t]!, IN).includes(t)) signs.push("harm");
      const beside = [...conjuncts(s, t).filter((x) => x !== t), ...(rel === "conj" ? [s.head[t]!] : [])];
      if (beside.some((x) => told.has(x))) signs.push("joined");
      if (neighbours[`${part} ${lemma}`]) signs.push("neighbour");
      raise(usual, part);
      for (const sign of signs) raise(usual, `${part} ${sign}`);
      if (signs.length === 0) {
        raise(plain, `${part} ${lemma}`);
        continue;
      }
      const seen = note(`${part} ${lemma}`, signs, { report: reports, span: tokenSpan(s, t), sentence: around(s, t) });
      for (const type of beside.flatMap((x) => types.get(x) ?? [])) raise(seen.types, type);
    }
    reports++;
  }

  /** A noun that WordNet has for something done or happening, and no class for a person, place or thing. */
  const happens = (lemma: string): boolean =>
    neighbours[`noun ${lemma}`] !== undefined && (lexicon.nounClasses[lemma] ?? []).length === 0;

  function note(key: string, signs: readonly Sign[], example: Example): Seen {
    const seen: Seen = found.get(key) ?? { count: 0, signs: new Map(), types: new Map(), example, shows: -1 };
    seen.count++;
    for (const sign of signs) raise(seen.signs, sign);
    const [start, end] = example.sentence;
    const shows = signs.length - (end - start) / LONG;
    if (shows > seen.shows) Object.assign(seen, { example, shows });
    found.set(key, seen);
    return seen;
  }

  function list(): Candidate[] {
    // a sign counts for as much as it is oftener with this word than with others; "have" has everybody armed as its subject, and everybody else
    const weight = ({ lemma, part, signs, count }: Candidate): number => {
      const all = count + (plain.get(`${part} ${lemma}`) ?? 0);
      return signs.reduce((sum, [sign, n]) => {
        const expected = usual.get(`${part} ${sign}`)! / usual.get(part)!;
        const lift = Math.log2((n + SMOOTH * expected) / (all + SMOOTH) / expected);
        return sum + Math.max(0, lift) * (sign === "neighbour" ? 1 : Math.log2(1 + n));
      }, 0);
    };
    return [...found]
      .map(([key, { count, signs, types, example }]): Candidate => {
        const [part, lemma] = key.split(" ") as ["verb" | "noun", string];
        const near = neighbours[key] ?? null;
        const type = (near && means.get(near)) ?? commonest(types)[0]?.[0] ?? null;
        return { lemma, part, near, type, count, signs: commonest(signs), example };
      })
      .filter(({ signs }) => signs.length > 1 || (signs[0]![0] !== "neighbour" && signs[0]![1] > LONE[signs[0]![0]]))
      .sort((a, b) => weight(b) - weight(a) || (a.lemma < b.lemma ? -1 : 1));
  }

  return { add, list };
}

/** A word seen once or twice proves little. */
const SMOOTH = 3;

/** What violence is done to, beside those who have a name in the report. */
const HIT = ["@person", "@group", "@building", "@vehicle", "@aircraft"];

/** "Nine died in the affray". */
const IN = "obl:in | obl:during | nmod:in | nmod:during";

/** How often a sign may stand by itself and still prove nothing: anything is told in one breath with an event once. */
const LONE: Readonly<Record<Sign, number>> = { "armed subject": 1, weapon: 1, harm: 0, joined: 1, neighbour: 0 };

/** A sentence of so many characters shows a word as badly as a missing sign. */
const LONG = 250;

const around = (s: Syntax, t: number): Span => {
  const sentence = s.sentence[t]!;
  return [s.start[s.sentenceStart[sentence]!]!, s.end[s.sentenceStart[sentence + 1]! - 1]!];
};

const raise = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const commonest = <K extends string>(counts: ReadonlyMap<K, number>): (readonly [K, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
