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
  /** Somebody armed does it to somebody or something. */
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
  let reports = 0;

  function add({ reading: { syntax: s, mentions, events } }: ReadResult): void {
    const kinds = new Map(mentions.actors.map(({ id, kind }) => [id, kind]));
    const armed = new Set(
      mentions.actorMentions.filter(({ value }) => ARMED.has(kinds.get(value.actor)!)).map(({ head }) => head),
    );
    const told = new Set([...events.mentions, ...events.tolls].map(({ head }) => head));
    const types = new Map(events.mentions.map(({ head, value }) => [head, value.type]));
    const harmed = new Set(events.tolls.map(({ head }) => head));
    const isWeapon = (t: number): boolean => belongs(s, t, "@weapon", lexicon.nounClasses);
    for (let t = 0; t < s.length; t++) {
      const part = upos(s, t) === "VERB" ? "verb" : upos(s, t) === "NOUN" ? "noun" : null;
      const lemma = s.lemma[t]!.toLowerCase();
      if (!part || !/^\p{L}{3,}$/u.test(lemma) || known.has(lemma) || said.has(lemma) || told.has(t)) continue;
      const signs: Sign[] = [];
      const object = part === "verb" ? fillers(s, t, "obj") : [];
      if (object.length > 0 && fillers(s, t, "nsubj").some((x) => armed.has(x))) signs.push("armed subject");
      const means = part === "verb" ? "obl:with | nsubj" : "nmod:with | nmod:by | compound";
      if ((part === "verb" || happens(lemma)) && fillers(s, t, means).some(isWeapon)) signs.push("weapon");
      const rel = relation(s, t);
      if (part === "noun" && (rel === "obl" || rel === "nmod") && harmed.has(s.head[t]!) && happens(lemma))
        signs.push("harm");
      const beside = [...conjuncts(s, t).filter((x) => x !== t), ...(rel === "conj" ? [s.head[t]!] : [])];
      if (beside.some((x) => told.has(x))) signs.push("joined");
      if (neighbours[`${part} ${lemma}`] !== undefined) signs.push("neighbour");
      if (signs.length === 0) {
        raise(plain, `${part} ${lemma}`);
        continue;
      }
      const seen = note(`${part} ${lemma}`, signs, { report: reports, span: tokenSpan(s, t), sentence: around(s, t) });
      for (const type of beside.flatMap((x) => types.get(x) ?? [])) raise(seen.types, type);
    }
    reports++;
  }

  /** A noun that is no person, place or thing by any class: what is left may be a happening. */
  const happens = (lemma: string): boolean => (lexicon.nounClasses[lemma] ?? []).length === 0;

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
    // many signs, and few places without one: "have" is the subject of everybody armed, and of everybody else
    const weight = ({ lemma, part, signs, count }: Candidate): number => {
      const told = signs.reduce((sum, [sign, n]) => sum + (sign === "neighbour" ? 0 : n), 0);
      return (told / (count + (plain.get(`${part} ${lemma}`) ?? 0) + SMOOTH)) * Math.log2(1 + told) * signs.length;
    };
    return [...found]
      .map(([key, { count, signs, types, example }]): Candidate => {
        const [part, lemma] = key.split(" ") as ["verb" | "noun", string];
        const near = neighbours[key] ?? null;
        const type = (near && means.get(near)) ?? commonest(types)[0]?.[0] ?? null;
        return { lemma, part, near, type, count, signs: commonest(signs), example };
      })
      .filter(({ signs }) => signs.some(([sign]) => sign !== "neighbour"))
      .sort((a, b) => weight(b) - weight(a) || (a.lemma < b.lemma ? -1 : 1));
  }

  return { add, list };
}

/** A word seen once or twice proves little. */
const SMOOTH = 2;

/** A sentence of so many characters shows a word as badly as a missing sign. */
const LONG = 250;

const around = (s: Syntax, t: number): Span => {
  const sentence = s.sentence[t]!;
  return [s.start[s.sentenceStart[sentence]!]!, s.end[s.sentenceStart[sentence + 1]! - 1]!];
};

const raise = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const commonest = <K extends string>(counts: ReadonlyMap<K, number>): (readonly [K, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
