import type { NameKind, Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { ActorIndex, BodyWord, CountryWord, Known } from "../../lexicon/actor-index.ts";
import type { PersonNounRow, PronounRow } from "../../lexicon/actors.ts";
import { foldWord, isSilent, soundWord } from "../../lexicon/fold.ts";
import { matchesAt } from "../../lexicon/trie.ts";
import { entryOf, nameOfKnown } from "./known.ts";
import type { Refused } from "./scene.ts";

/**
 * Runs of words that the lexicon or the tagger knows as one: a name of the registry, "defence ministry", "Afghan", "suicide bomber",
 * a person's name. At each position the longest run wins; units do not overlap.
 */
export interface Unit {
  readonly first: number;
  readonly last: number;
  /** The token whose head lies outside the run. */
  readonly head: number;
  readonly what:
    | { readonly is: "known"; readonly known: readonly Known[]; readonly heard: boolean }
    | { readonly is: "country"; readonly words: readonly CountryWord[] }
    | { readonly is: "body"; readonly word: BodyWord }
    | { readonly is: "noun"; readonly row: PersonNounRow }
    | { readonly is: "pronoun"; readonly row: PronounRow }
    /** Letters that the text itself gives to a name; `of`: a token of that name, `namesakes`: whom else the registry knows by them. */
    | { readonly is: "acronym"; readonly of: number; readonly namesakes: readonly Known[] }
    /** A name that only the tagger knows. `title`: tokens before `first` are its title. */
    | { readonly is: "named"; readonly kind: NameKind };
}

/** The token of a run whose head lies outside it: what other words hang on. */
export function topOf(s: Syntax, first: number, last: number): number {
  for (let t = last; t >= first; t--) {
    const head = s.head[t]!;
    if (head < first || head > last)
      return s.deprel[t] === "punct" || s.deprel[t] === "case" ? otherTop(s, first, last, t) : t;
  }
  return last;
}
function otherTop(s: Syntax, first: number, last: number, not: number): number {
  for (let t = last; t >= first; t--) {
    const head = s.head[t]!;
    if (t !== not && (head < first || head > last) && s.deprel[t] !== "punct" && s.deprel[t] !== "case") return t;
  }
  return not;
}

/** Words as keys for look-up, and the token each came from. */
export interface Keys {
  readonly folded: string[];
  readonly sounds: string[];
  readonly lower: string[];
  readonly lemma: string[];
  readonly token: number[];
}

export function keysOf(s: Syntax): Keys {
  const keys: Keys = { folded: [], sounds: [], lower: [], lemma: [], token: [] };
  for (let t = 0; t < s.length; t++) {
    const folded = foldWord(s.text.slice(s.start[t]!, s.end[t]!));
    const joined = t + 1 < s.length && s.end[t] === s.start[t + 1];
    const hyphen = folded === "-" && !(joined && t > 0 && s.end[t - 1] === s.start[t]);
    if (!hyphen && isSilent(folded, joined ? s.lower[t + 1] : undefined)) continue;
    // "Lashkar", "-", "e-Taiba": the rest of a name behind its first hyphen may be one token.
    const rest = t > 0 && s.lower[t - 1] === "-" && s.end[t - 1] === s.start[t] && /\p{L}-\p{L}/u.test(folded);
    for (const part of rest ? folded.split("-") : [folded]) {
      keys.folded.push(part);
      keys.sounds.push(soundWord(part));
      keys.lower.push(s.lower[t]!);
      keys.lemma.push(singular(s, t));
      keys.token.push(t);
    }
  }
  return keys;
}

/** The lemma; plurals of words that the lemmatiser does not know lose their s ("takfiris"). */
function singular(s: Syntax, t: number): string {
  const lemma = s.lemma[t]!.toLowerCase();
  return lemma === s.lower[t] && /^NNP?S?$/.test(s.xpos[t]!) && /[^s]s$/.test(lemma) ? lemma.slice(0, -1) : lemma;
}

/** "al-" and "al" before a name, which look-up passes over, are part of it. */
function withArticle(s: Syntax, first: number): number {
  const hyphen = first - 1;
  const at = s.lower[hyphen] === "-" && s.end[hyphen] === s.start[first] ? hyphen - 1 : hyphen;
  const next = at === hyphen ? undefined : "-";
  return at >= 0 &&
    s.sentence[at] === s.sentence[first] &&
    isSilent(foldWord(s.lower[at]!), next) &&
    s.lower[at] !== "-" &&
    /^\p{L}/u.test(s.lower[at]!)
    ? at
    : first;
}

/** "Goma", "uMkhonto". */
export const startsUpper = (s: Syntax, t: number): boolean => {
  const word = s.text.slice(s.start[t]!, s.end[t]!);
  if (/^\p{Ll}\p{Lu}\p{Ll}/u.test(word)) return true;
  const first = word.match(/[\p{L}\d]/u)?.[0];
  return first !== undefined && first === first.toUpperCase();
};

/** "LRA" is no "lra", "Shining Path" no "shining path"; a form written small in the registry may stand in any case. */
function caseFits(s: Syntax, form: string, tokens: readonly number[]): boolean {
  const letters = form.replace(/[^\p{L}]/gu, "");
  if (letters === letters.toLowerCase()) return true;
  const written = tokens.map((t) => s.text.slice(s.start[t]!, s.end[t]!)).join("");
  if (letters === letters.toUpperCase()) {
    const plain = written.replace(/[^\p{L}]/gu, "");
    return plain === plain.toUpperCase() && (tokens.length > 1 || upos(s, tokens[0]!) !== "PRON");
  }
  if (tokens.length === 1) {
    // "El Faro" is no "Faro", "LeT" no "Let".
    if (/^(?:al|el)[ -]/i.test(form) && withArticle(s, tokens[0]!) === tokens[0]) return false;
    if (/^\p{L}+\p{Lu}/u.test(form) && !/[ -]/.test(form) && written !== form) return false;
    // "Dawn reported", but "Dawn broke"
    const opens = tokens[0] === s.sentenceStart[s.sentence[tokens[0]!]!];
    const labels = s.lower[tokens[0]! + 1] === ":"; // "Kremlin: …"
    const named = !opens || labels || upos(s, tokens[0]!) === "PROPN" || upos(s, tokens[0]!) === "ADJ";
    return startsUpper(s, tokens[0]!) && named;
  }
  const last = tokens.at(-1)!;
  const ends = startsUpper(s, last) || /-\p{Lu}/u.test(s.text.slice(s.start[last]!, s.end[last]!));
  return startsUpper(s, tokens[0]!) && (ends || /\s\p{Ll}\S*$/u.test(form));
}

/** `fits` says which epithets may be read: those of actors the report is about. */
export function findUnits(
  s: Syntax,
  keys: Keys,
  index: ActorIndex,
  fits: (known: Known) => boolean,
  refuse: (refused: Refused) => void,
): Unit[] {
  const units: Unit[] = [];
  const make = (from: number, length: number, what: Unit["what"]): Unit => {
    const first = what.is === "known" ? withArticle(s, keys.token[from]!) : keys.token[from]!;
    const last = keys.token[from + length - 1]!;
    return { first, last, head: topOf(s, first, last), what };
  };
  const within = (from: number, length: number): boolean =>
    s.sentence[keys.token[from]!] === s.sentence[keys.token[from + length - 1]!];
  const tokensOf = (from: number, length: number) => [...new Set(keys.token.slice(from, from + length))];

  const best = (i: number): { unit: Unit; length: number } | null => {
    let found: { unit: Unit; length: number } | null = null;
    const offer = (length: number, what: Unit["what"]) => {
      if (within(i, length) && (found === null || length > found.length))
        found = { unit: make(i, length, what), length };
    };
    for (const match of matchesAt(index.names, keys.folded, i)) {
      const known = match.values.filter(
        (value) => (!value.epithet || fits(value)) && caseFits(s, value.form, tokensOf(i, match.length)),
      );
      if (known.length === 0) {
        refuse(unfit(s, match.values, tokensOf(i, match.length)));
        continue;
      }
      offer(match.length, { is: "known", known, heard: false });
      break;
    }
    for (const match of matchesAt(index.countries, keys.folded, i)) {
      const words = match.values.filter((value) => caseFits(s, value.form, tokensOf(i, match.length)));
      if (words.length === 0) continue;
      offer(match.length, { is: "country", words });
      break;
    }
    const token = keys.token[i]!;
    if (startsUpper(s, token) && upos(s, token) === "PROPN") {
      for (const match of matchesAt(index.sounds, keys.sounds, i)) {
        const tokens = tokensOf(i, match.length);
        const known = match.values.filter(
          (value) => (!value.epithet || fits(value)) && caseFits(s, value.form, tokens),
        );
        const written = tokens.map((t) => s.lower[t]!).join("");
        if (known.length === 0 || written.length < 5) continue;
        offer(match.length, { is: "known", known, heard: true });
        break;
      }
    }
    const body = matchesAt(index.bodies, keys.lower, i, keys.lemma)[0];
    if (body !== undefined) offer(body.length, { is: "body", word: body.values[0]! });
    const noun = matchesAt(index.nouns, keys.lower, i, keys.lemma)[0];
    const organ = noun?.values[0]?.kind === "media" && isBeforeName(s, token);
    if (noun !== undefined && (noun.length > 1 || organ || isNominal(s, token)))
      offer(noun.length, { is: "noun", row: noun.values[0]! });
    const pronoun = index.pronouns.get(s.lower[token]!);
    if (pronoun !== undefined && (upos(s, token) === "PRON" || upos(s, token) === "DET"))
      offer(1, { is: "pronoun", row: pronoun });
    return found;
  };

  for (let i = 0; i < keys.token.length; ) {
    const hit = best(i);
    if (hit === null) i++;
    else {
      units.push(hit.unit);
      i += hit.length;
    }
  }
  return units;
}

/** Why a name of the registry was not read in words that are spelt like it. */
function unfit(s: Syntax, values: readonly Known[], tokens: readonly number[]): Refused {
  const known = values[0]!;
  const at = { first: tokens[0]!, last: tokens.at(-1)!, entry: `actors/${entryOf(known)}` };
  return known.epithet && caseFits(s, known.form, tokens)
    ? {
        ...at,
        rule: "actors/registry-epithet",
        reason: `no actor: used against ${nameOfKnown(known)}, of whose country the report does not tell`,
      }
    : { ...at, rule: "actors/registry-name", reason: `no actor: "${known.form}" of the registry is not written so` };
}

/** "the *weekly* La Concession", which the parser takes for an adjective. */
const isBeforeName = (s: Syntax, t: number): boolean =>
  s.deprel[t] === "amod" && s.head[t] === t + 1 && upos(s, t + 1) === "PROPN";

const NOMINAL = /^(?:nsubj|obj|iobj|obl|nmod|conj|appos|root|compound|parataxis|ccomp|dislocated|vocative|flat|advcl)/;
/** Whether a word stands where a noun would: "the dead", "the wounded", "officers". */
function isNominal(s: Syntax, t: number): boolean {
  const tag = upos(s, t);
  return (
    tag === "NOUN" ||
    tag === "PROPN" ||
    tag === "PRON" ||
    ((tag === "ADJ" || tag === "VERB" || tag === "NUM") && NOMINAL.test(s.deprel[t]!) && hasDeterminer(s, t))
  );
}
function hasDeterminer(s: Syntax, t: number): boolean {
  for (let c = s.firstChild[t]!; c >= 0; c = s.nextSibling[c]!) {
    if (s.deprel[c] === "det" || s.deprel[c] === "nmod:poss" || s.deprel[c] === "nummod") return true;
  }
  return false;
}
