import { fillers, isPassive } from "../core/arguments.ts";
import { NAME_KINDS, type Syntax } from "../core/syntax.ts";
import { child, children, relation, upos } from "../core/tree.ts";
import type { PatternRow } from "./events.ts";

/** Rows by the lemma of their anchor word; the rows of one lemma stand longest first. */
export type PatternIndex<R extends PatternRow> = ReadonlyMap<string, readonly R[]>;

export function indexPatterns<R extends PatternRow>(rows: readonly R[]): PatternIndex<R> {
  const index = new Map<string, R[]>();
  for (const row of rows) {
    for (const lemma of row.words[0]!) {
      const list = index.get(lemma);
      if (list) list.push(row);
      else index.set(lemma, [row]);
    }
  }
  for (const list of index.values())
    list.sort((a, b) => b.words.length - a.words.length || restricted(b) - restricted(a));
  return index;
}

const restricted = (row: PatternRow): number => (row.only ? 1 : 0);

/** One place where a row's words stand and its restrictions hold. `tokens[0]` is the anchor. */
export interface Match<R extends PatternRow> {
  readonly row: R;
  readonly tokens: readonly number[];
}

/** What "@person" and the like mean: the classes of a noun lemma. */
export type Classes = Readonly<Record<string, readonly string[]>>;

/** The first row of the index that matches at `token`, longest first; and the rows that its words fit but restrictions bar. */
export function matchAt<R extends PatternRow>(
  s: Syntax,
  token: number,
  index: PatternIndex<R>,
  classes: Classes,
): { match: Match<R> | null; barred: { row: R; by: string }[] } {
  const barred: { row: R; by: string }[] = [];
  for (const row of candidates(s, token, index)) {
    const tokens = matchWords(s, token, row);
    if (!tokens) continue;
    const by = violated(s, token, row, classes, tokens);
    if (by === null) return { match: { row, tokens }, barred };
    barred.push({ row, by });
  }
  return { match: null, barred };
}

/** A lemma may be wrong where the tagger is; the word as it stands is tried too. */
function candidates<R extends PatternRow>(s: Syntax, token: number, index: PatternIndex<R>): readonly R[] {
  const byLemma = index.get(s.lemma[token]!.toLowerCase());
  const byForm = s.lower[token] === s.lemma[token] ? undefined : index.get(s.lower[token]!);
  if (!byForm) return byLemma ?? [];
  return byLemma ? [...byLemma, ...byForm].sort((a, b) => b.words.length - a.words.length) : byForm;
}

const VERBAL = new Set(["VERB", "AUX"]);
const NOMINAL = new Set(["NOUN", "PROPN"]);

export function fitsPart(s: Syntax, token: number, part: PatternRow["part"]): boolean {
  if (part === "any") return true;
  const tag = upos(s, token);
  if (part === "verb") return VERBAL.has(tag) || (tag === "ADJ" && /^VB/.test(s.xpos[token]!));
  return (
    NOMINAL.has(tag) ||
    (tag === "VERB" && s.xpos[token] === "VBG" && (!CLAUSES.has(relation(s, token)) || isGerundNoun(s, token))) ||
    isBareGerund(s, token) ||
    (tag === "VERB" && s.xpos[token] === "VBN" && child(s, token, "det") >= 0)
  );
}

/** Where a form in "-ing" is a verb: "shelled the camp, *killing* ten". */
const CLAUSES = new Set(["advcl", "acl", "root", "parataxis", "ccomp", "xcomp"]);

/** "the shelling of": a participle that stands as a noun. */
export const isGerundNoun = (s: Syntax, token: number): boolean =>
  children(s, token).some((c) => s.deprel[c] === "det" || s.deprel[c] === "nmod:poss" || s.deprel[c] === "amod");

/** "subjected to *shelling*": behind a preposition, with nobody who does it and nothing it is done to. */
const isBareGerund = (s: Syntax, token: number): boolean =>
  s.xpos[token] === "VBG" &&
  children(s, token).some((c) => s.deprel[c] === "mark" && s.xpos[c] === "IN") &&
  children(s, token).every((c) => relation(s, c) !== "obj" && relation(s, c) !== "nsubj");

/** Tokens of all words of a row at its anchor, or null. */
export function matchWords(s: Syntax, anchor: number, row: PatternRow): number[] | null {
  if (!fitsPart(s, anchor, row.part)) return null;
  const found = [anchor];
  for (let i = 1; i < row.words.length; i++) {
    const token = findWord(s, found, row.words[i]!, row.words[i + 1]);
    if (token < 0) return null;
    found.push(token);
  }
  return found;
}

const is = (s: Syntax, token: number, words: readonly string[]): boolean =>
  words.includes(s.lower[token]!) || words.includes(s.lemma[token]!.toLowerCase());

/** How far a word of a phrase may stand from its anchor, in tokens. */
const REACH = 14;

/** Next to what is found already, or below the anchor within its clause. A preposition has to introduce the word that follows it. */
function findWord(
  s: Syntax,
  found: readonly number[],
  words: readonly string[],
  next: readonly string[] | undefined,
): number {
  const anchor = found[0]!;
  const last = found.at(-1)!;
  const follower = last + 1;
  if (follower < s.length && s.sentence[follower] === s.sentence[anchor] && is(s, follower, words)) return follower;
  const low = Math.max(s.sentenceStart[s.sentence[anchor]!]!, anchor - REACH);
  const high = Math.min(s.sentenceStart[s.sentence[anchor]! + 1]!, anchor + REACH + 1);
  for (let t = low; t < high; t++) {
    if (found.includes(t) || !is(s, t, words) || !near(s, t, anchor)) continue;
    if (next && upos(s, t) === "ADP" && s.deprel[t] === "case" && !is(s, s.head[t]!, next)) continue;
    return t;
  }
  return -1;
}

/** Up to three steps below the anchor without entering another clause; or the subject of its passive. */
function near(s: Syntax, token: number, anchor: number): boolean {
  let t = token;
  for (let step = 0; step < 3 && t >= 0; step++) {
    if (t === anchor) return true;
    const rel = relation(s, t);
    if (rel === "ccomp" || rel === "advcl" || rel === "parataxis" || rel === "acl" || rel === "conj") return false;
    t = s.head[t]!;
  }
  return t === anchor;
}

/** The restriction that bars the row here, in words; null where it may stand. */
export function violated(
  s: Syntax,
  anchor: number,
  row: PatternRow,
  classes: Classes,
  own: readonly number[] = [],
): string | null {
  for (const [path, words] of Object.entries(row.only ?? {})) {
    const present = at(s, anchor, path, own);
    // "a *collapsed* stall", of a word that befalls nobody: what it describes would be its subject
    const described = path === "nsubj" && s.deprel[anchor] === "amod" && row.roles.target === "" && !row.only?.obj;
    if (present.length === 0 && described && !words.some((w) => belongs(s, s.head[anchor]!, w, classes)))
      return `only with ${path} ${words.join(", ")}`;
    // "seventy were detained", "she refused to have him expelled": whom the clause leaves unnamed it does not bar
    if (present.length === 0 && path === "nsubj" && !row.unless?.obj?.includes("*")) {
      if (isPassive(s, anchor) || isGerund(s, anchor)) continue;
    }
    // "a count of 43 *buried*": stands for those it befell
    if (present.length === 0 && path === "obj" && s.xpos[anchor] === "VBN" && child(s, anchor, "nummod") >= 0) continue;
    if (!present.some((t) => words.some((w) => belongs(s, t, w, classes))))
      return `only with ${path} ${words.join(", ")}`;
  }
  for (const [path, words] of Object.entries(row.unless ?? {})) {
    const present = at(s, anchor, path, own);
    const hit = present.find((t) => words.some((w) => belongs(s, t, w, classes)));
    // "killed a shepherd and two goats"
    const beside =
      hit !== undefined && belongs(s, hit, "@animal", classes) && present.some((t) => isOne(s, t, classes));
    if (hit !== undefined && !beside) return `not with ${path} "${s.lower[hit]}"`;
  }
  return null;
}

const isOne = (s: Syntax, t: number, classes: Classes): boolean =>
  upos(s, t) === "NOUN" && belongs(s, t, "@person", classes) && !belongs(s, t, "@animal", classes);

const isGerund = (s: Syntax, token: number): boolean => s.xpos[token] === "VBG" || s.xpos[token] === "VB";

/** Tokens a restriction looks at: a role path, the words of the clause, or those of the sentence; "doer" is a subject that may not be left out, "behind" what follows the last of the row's own words, "governor" the noun that an infinitive hangs on. */
function at(s: Syntax, anchor: number, path: string, own: readonly number[]): number[] {
  if (path === "doer") return fillers(s, anchor, "nsubj", own);
  if (path === "governor") return governorOf(s, anchor);
  if (path === "behind") {
    const next = Math.max(anchor, ...own) + 1;
    return next < s.sentenceStart[s.sentence[anchor]! + 1]! ? [next] : [];
  }
  if (path !== "sentence" && path !== "clause" && path !== "before" && path !== "after")
    return fillers(s, anchor, path, own);
  if (path === "before") return anchor > s.sentenceStart[s.sentence[anchor]!]! ? [anchor - 1] : [];
  if (path === "after") return anchor + 1 < s.sentenceStart[s.sentence[anchor]! + 1]! ? [anchor + 1] : [];
  const first = path === "clause" ? s.left[anchor]! : s.sentenceStart[s.sentence[anchor]!]!;
  const last = path === "clause" ? s.right[anchor]! : s.sentenceStart[s.sentence[anchor]! + 1]! - 1;
  const all: number[] = [];
  for (let t = first; t <= last; t++) if (t !== anchor) all.push(t);
  return all;
}

/** "A *plot* to bomb the embassy": the noun that an infinitive hangs on, past those it is joined with; a verb lends it its own subject. */
function governorOf(s: Syntax, verb: number): number[] {
  const first = s.deprel[verb] === "conj" && s.head[verb]! >= 0 ? s.head[verb]! : verb;
  const noun = s.head[first]!;
  return s.xpos[verb] === "VB" && noun >= 0 && upos(s, noun) === "NOUN" ? [noun] : [];
}

const PERSON = NAME_KINDS.indexOf("person");
const ORGANISATION = NAME_KINDS.indexOf("organisation");
const PLACE = NAME_KINDS.indexOf("place");

/** Classes of a noun; of its singular where the lemmatiser left the plural ("troops", a sentence's first "Commandos"). */
function classesOf(s: Syntax, token: number, classes: Classes): readonly string[] | undefined {
  const lower = s.lower[token]!;
  return (
    classes[s.lemma[token]!.toLowerCase()] ??
    classes[lower] ??
    (lower.endsWith("s") ? classes[lower.slice(0, -1)] : undefined)
  );
}

/** Tags of nouns in the singular. */
const ONE = new Set(["NN", "NNP"]);

/** Whether a token is of a word or class: "pea", "@person", "*"; "@one" is one person. Pronouns and unknown names may be people or groups; bare numbers count people. */
export function belongs(s: Syntax, token: number, word: string, classes: Classes): boolean {
  if (word === "*") return true;
  // "nine of our *men* fell": a bare number is of those whom it is taken out of
  if (upos(s, token) === "NUM" && word !== "@number")
    for (const c of children(s, token)) if (s.deprel[c] === "nmod" && belongs(s, c, word, classes)) return true;
  if (!word.startsWith("@"))
    return s.lower[token] === word || s.lemma[token]!.toLowerCase() === word || s.lower[token] === `${word}s`;
  const wanted = word.slice(1);
  const tag = upos(s, token);
  if (wanted === "number") return tag === "NUM";
  if (wanted === "one")
    return ONE.has(s.xpos[token]!) && belongs(s, token, "@person", classes) && !belongs(s, token, "@group", classes);
  const known = classesOf(s, token, classes);
  // "fired on Monday": a day is nobody
  if (wanted === "name") return tag === "PROPN" && !known?.includes("time");
  if (known?.includes(wanted)) return true;
  // "dozens of villagers", "a group of soldiers", "two tonnes of explosives": what is measured decides
  if (known?.includes("measure") || known?.includes("bulk")) {
    const measured = children(s, token).filter((c) => s.deprel[c] === "nmod");
    const alone = wanted === "person" && known.includes("measure");
    return measured.length === 0 ? alone : measured.some((c) => belongs(s, c, word, classes));
  }
  if (wanted !== "person" && wanted !== "group" && wanted !== "place") return false;
  if (tag === "PRON") return wanted !== "place" && s.lower[token] !== "it";
  if (tag === "NUM") return wanted === "person";
  if (tag === "DET" || tag === "ADJ") return wanted === "person" && known === undefined;
  if (tag !== "PROPN" || known?.includes("time")) return false;
  const kind = s.name[token]!;
  if (wanted === "place") return kind === PLACE;
  if (wanted === "person") return kind === PERSON || (kind === 0 && known === undefined);
  return kind === ORGANISATION || kind === PLACE || kind === 0;
}
