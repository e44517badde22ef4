import { fillers } from "./core/arguments.ts";
import type { ActorKind } from "./core/ledger.ts";
import type { Span } from "./core/span.ts";
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
  /** Each sign with the number of times it was seen, commonest first. */
  readonly signs: readonly (readonly [Sign, number])[];
  /** The first place: a report by its number in the order of `add`, and the word there. */
  readonly first: { readonly report: number; readonly span: Span };
}

const ARMED: ReadonlySet<ActorKind> = new Set([
  "state-forces", "police", "armed-group", "political-militia", "communal-militia", "external-forces", "rioters",
]); // biome-ignore format: one thought

/** Collects candidates over many reports: `add` each, then `list`, the likeliest first. A neighbour of a row
 * that nothing in the text speaks for is none. */
export async function makeCandidates() {
  const [lexicon, neighbours] = await Promise.all([loadLexicon(), loadNeighbours()]);
  const rows = [...lexicon.verbs, ...lexicon.nouns, ...lexicon.phrases, ...lexicon.harms, ...lexicon.supports];
  const known = indexPatterns(rows);
  const said = new Set(lexicon.speech.flatMap((row) => ("cue" in row ? [row.cue] : [])));
  const found = new Map<string, { count: number; signs: Map<Sign, number>; first: Candidate["first"] }>();
  let reports = 0;

  function add({ reading: { syntax: s, mentions, events } }: ReadResult): void {
    const kinds = new Map(mentions.actors.map(({ id, kind }) => [id, kind]));
    const armed = new Set(
      mentions.actorMentions.filter(({ value }) => ARMED.has(kinds.get(value.actor)!)).map(({ head }) => head),
    );
    const told = new Set([...events.mentions, ...events.tolls].map(({ head }) => head));
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
      if (fillers(s, t, means).some(isWeapon)) signs.push("weapon");
      const rel = relation(s, t);
      if (part === "noun" && (rel === "obl" || rel === "nmod") && harmed.has(s.head[t]!) && happens(lemma))
        signs.push("harm");
      if (conjuncts(s, t).some((x) => x !== t && told.has(x)) || (rel === "conj" && told.has(s.head[t]!)))
        signs.push("joined");
      if (neighbours[`${part} ${lemma}`] !== undefined) signs.push("neighbour");
      if (signs.length > 0) note(`${part} ${lemma}`, signs, { report: reports, span: tokenSpan(s, t) });
    }
    reports++;
  }

  /** A noun that is no person, place or thing by any class: what is left may be a happening. */
  const happens = (lemma: string): boolean => (lexicon.nounClasses[lemma] ?? []).length === 0;

  function note(key: string, signs: readonly Sign[], first: Candidate["first"]): void {
    const entry = found.get(key) ?? { count: 0, signs: new Map<Sign, number>(), first };
    entry.count++;
    for (const sign of signs) entry.signs.set(sign, (entry.signs.get(sign) ?? 0) + 1);
    found.set(key, entry);
  }

  function list(): Candidate[] {
    const weight = ({ signs }: Candidate): number =>
      signs.length + Math.log2(1 + signs.reduce((sum, [sign, n]) => sum + (sign === "neighbour" ? 0 : n), 0));
    return [...found]
      .map(([key, { count, signs, first }]): Candidate => {
        const [part, lemma] = key.split(" ") as ["verb" | "noun", string];
        const seen = [...signs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        return { lemma, part, near: neighbours[key] ?? null, count, signs: seen, first };
      })
      .filter(({ signs }) => signs.some(([sign]) => sign !== "neighbour"))
      .sort((a, b) => weight(b) - weight(a) || (a.lemma < b.lemma ? -1 : 1));
  }

  return { add, list };
}
