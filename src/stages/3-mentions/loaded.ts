import type { Refusal } from "../../core/finding.ts";
import type { LoadedTerm } from "../../core/ledger.ts";
import { inOrder, overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, rangeSpan, relation, upos } from "../../core/tree.ts";
import type { PersonNounRow } from "../../lexicon/actors.ts";
import { type LoadedEntry, type LoadedRow, loadedIndex } from "../../lexicon/loaded.ts";

export interface LoadedReading {
  readonly loaded: readonly LoadedTerm[];
  readonly refusals: readonly Refusal[];
}

/** A place where the words of a row stand. */
interface Place {
  readonly s: Syntax;
  readonly first: number;
  readonly last: number;
  /** Head of the words: the one whose own head stands outside them. */
  readonly head: number;
  readonly row: LoadedRow;
  readonly people: ReadonlySet<string>;
}

/**
 * Partisan wording, with what a neutral editor would write. The rows do not know who speaks or who is meant, so both sides are read
 * alike. Words spared by their surroundings ("the terrorist designation list", a proper name) are refused with the reason.
 * `names`: where the registry's own names stand; one of several words is spared ("Harkat-ul-Mujahideen"), a mere "Mujahideen" is not.
 */
export function readLoaded(
  s: Syntax,
  lexicon: { readonly loaded: readonly LoadedRow[]; readonly personNouns: readonly PersonNounRow[] },
  names: readonly Span[] = [],
): LoadedReading {
  const index = loadedIndex(lexicon.loaded);
  const people = new Set(lexicon.personNouns.flatMap((row) => row.words));
  const named = new Uint8Array(s.text.length);
  for (const [from, to] of names) if (/[\s-]/.test(s.text.slice(from, to))) named.fill(1, from, to);
  const loaded: LoadedTerm[] = [];
  const refusals: Refusal[] = [];
  for (let t = 0; t < s.length; t++) {
    const entries = [...new Set(formsOf(s, t))].flatMap((form) => index.get(form) ?? []);
    for (const entry of entries.sort((a, b) => b.words.length - a.words.length)) {
      const place = placeOf(s, t, entry, people);
      if (!place) continue;
      const span = rangeSpan(s, place.first, place.last);
      const reason = named[span[0]] === 1 && isCapital(s, place.first) ? "part of a registered name" : spared(place);
      if (reason !== null) {
        refusals.push({ kind: "loaded", span, by: { rule: "loaded/word", entry: `loaded/${entry.row.id}` }, reason });
        continue;
      }
      if (loaded.some((other) => overlaps(other.span, span))) continue;
      loaded.push({ span, kind: entry.row.kind, neutral: neutralOf(place) });
      break;
    }
  }
  loaded.sort((a, b) => inOrder(a.span, b.span));
  return { loaded, refusals };
}

function placeOf(s: Syntax, first: number, { words, row }: LoadedEntry, people: ReadonlySet<string>): Place | null {
  const last = first + words.length - 1;
  if (last >= s.length) return null;
  for (let i = 0; i < words.length; i++) {
    if (!formsOf(s, first + i).includes(words[i]!)) return null;
  }
  let head = first;
  for (let t = first; t <= last; t++) if (s.head[t]! < first || s.head[t]! > last) head = t;
  return { s, first, last, head, row, people };
}

/** The word as it stands, its lemma, and without an "s" that the lemmatiser kept (rare words, capitals). */
function formsOf(s: Syntax, t: number): string[] {
  const lower = s.lower[t]!;
  const forms = [lower, s.lemma[t]!.toLowerCase()];
  if (lower.length > 3 && lower.endsWith("s")) forms.push(lower.slice(0, -1));
  return forms;
}

/** "terrorists" are "fighters", the "terrorist" in "terrorist regime" is nothing, and "enemy" in "enemy column" opposing. */
function neutralOf(place: Place): string | null {
  const { s, head, row } = place;
  if ((row.before !== undefined || row.names === "people") && stoodBefore(place)) return row.before ?? null;
  return (/^NNP?S$/.test(s.xpos[head]!) ? row.many : undefined) ?? row.neutral ?? null;
}

/** Whether the words stand before a noun that they belong to. */
const stoodBefore = ({ s, first, last, head }: Place): boolean =>
  /^(?:amod|compound|nmod:desc)$/.test(s.deprel[head]!) &&
  s.head[head]! > last &&
  s.sentence[s.head[head]!] === s.sentence[first] &&
  /^(?:NOUN|PROPN)$/.test(upos(s, s.head[head]!));

/** Why the words are harmless here; null where they are not. */
function spared(place: Place): string | null {
  const { s, first, last, head, row } = place;
  const tag = upos(s, head);
  if (row.pos === "NOUN" && tag !== "NOUN" && tag !== "PROPN") return "not the noun";
  if (row.pos === "VERB" && !s.xpos[head]!.startsWith("VB")) return "not the verb";
  const near = s.xpos[head]!.startsWith("VB")
    ? undefined
    : nearby(place).find((t) => row.unless?.includes(s.lemma[t]!) || row.unless?.includes(s.lower[t]!));
  if (near !== undefined) return `stands with "${s.lower[near]}"`;
  if (isName(place)) return "part of a proper name";
  if (row.spares && objectsOf(s, head).some((t) => row.spares!.includes(s.lemma[t]!))) return "befalls a thing";
  if (row.objects === "people" && !objectsOf(s, head).some((t) => isPeople(place, t))) return "befalls nobody";
  if (row.objects === "clause" && first === last && !takesClause(s, head)) return "tells nothing";
  if (row.needs === "people" && !isSaidOfPeople(place)) return "said of nobody";
  if (row.needs === "praise" && !isPraise(place)) return "no praise";
  return null;
}

/** Tokens of the same noun phrase within two words, or hyphenated to the words. */
function nearby({ s, first, last }: Place): number[] {
  const found: number[] = [];
  for (let t = first - 3; t <= last + 3; t++) {
    if (t < 0 || t >= s.length || (t >= first && t <= last) || s.sentence[t] !== s.sentence[first]) continue;
    const gap = t < first ? s.text.slice(s.end[t]!, s.start[first]!) : s.text.slice(s.end[last]!, s.start[t]!);
    if (/[.,;:!?()]/.test(gap)) continue;
    found.push(t);
  }
  return found;
}

const isCapital = (s: Syntax, t: number): boolean => /^\p{Lu}/u.test(s.text.slice(s.start[t]!, s.end[t]!));
const isUpperCase = (s: Syntax, t: number): boolean => /^\p{Lu}{2,}$/u.test(s.text.slice(s.start[t]!, s.end[t]!));

/** "the Aqsa *Martyrs'* Brigades", "Operation *Lion*": capitals inside a sentence, beside another capital. In capitals throughout there is no telling. */
function isName({ s, first, last, row }: Place): boolean {
  if (!isCapital(s, first)) return false;
  if (isUpperCase(s, first)) return false;
  const next =
    last +
    1 +
    (s.lower[last + 1] === "'s" || s.lower[last + 1] === "’s" || s.lower[last + 1] === "'" || s.lower[last + 1] === "’"
      ? 1
      : 0);
  const opens = first === s.sentenceStart[s.sentence[first]!];
  const after =
    next < s.length && s.sentence[next] === s.sentence[first] && isCapital(s, next) && upos(s, next) !== "PRON";
  if (after && (upos(s, next) === "PROPN" || !opens)) return true;
  if (row.capital || opens) return false;
  const before = first - 1;
  return before >= 0 && s.sentence[before] === s.sentence[first] && isCapital(s, before) && upos(s, before) === "PROPN";
}

function objectsOf(s: Syntax, verb: number): number[] {
  if (!s.xpos[verb]!.startsWith("VB")) {
    return children(s, verb).filter((c) => relation(s, c) === "nmod");
  }
  const found = children(s, verb).filter((c) => s.deprel[c] === "obj" || s.deprel[c] === "nsubj:pass");
  if ((relation(s, verb) === "acl" || relation(s, verb) === "amod") && s.xpos[verb] === "VBN")
    found.push(s.head[verb]!);
  if (relation(s, verb) === "conj" && found.length === 0) return objectsOf(s, s.head[verb]!);
  return found;
}

function isPeople({ s, people }: Place, t: number): boolean {
  if (upos(s, t) === "PRON" || upos(s, t) === "PROPN" || upos(s, t) === "NUM") return true;
  return people.has(s.lemma[t]!) || children(s, t).some((c) => relation(s, c) === "nummod" || people.has(s.lemma[c]!));
}

const takesClause = (s: Syntax, verb: number): boolean =>
  s.xpos[verb]!.startsWith("VB") &&
  children(s, verb).some(
    (c) => ["ccomp", "xcomp", "parataxis"].includes(relation(s, c)) || s.lower[c] === "of" || child(s, c, "case") >= 0,
  );

/** "the rats *of Raqqa*", "*Daesh* dogs", "*our* vermin", "dogs" called by somebody: not the animals in a barn. */
function isSaidOfPeople({ s, head, people }: Place): boolean {
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel === "nmod" && (isCapital(s, c) || people.has(s.lemma[c]!))) return true;
    if ((rel === "compound" || rel === "amod") && (upos(s, c) === "PROPN" || isCapital(s, c))) return true;
  }
  const before = head - 1;
  return before >= 0 && /["“‘']/.test(s.text.slice(s.start[before]!, s.end[before]!));
}

/** "our lions", "the eagles *who* …". */
function isPraise({ s, first, head }: Place): boolean {
  for (const c of children(s, head)) {
    if (s.deprel[c] === "nmod:poss" && upos(s, c) === "PRON") return true;
    if (s.deprel[c] === "acl:relcl" && children(s, c).some((m) => s.xpos[m] === "WP")) return true;
  }
  return first > 0 && /["“‘']/.test(s.text.slice(s.start[first - 1]!, s.end[first - 1]!));
}
