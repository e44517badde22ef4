import type { Syntax } from "./syntax.ts";
import { upos } from "./tree.ts";

/** Words that name a speaker beside what he says: "*Army*: 12 killed", "12 killed - *army*". Tokens, both ends inclusive. */
export interface Label {
  readonly first: number;
  readonly last: number;
  /** Token of the noun that the words hang by. */
  readonly head: number;
  /** Token of the colon or dash. */
  readonly mark: number;
}

/** Longest label, in words. */
const LONGEST = 9;
const NAMES = new Set(["NOUN", "PROPN", "NUM"]);

/** The noun phrase that a colon parts from the rest of its sentence, at its beginning or from a token on: "Col. Smith: We …". Null where there is none. */
export function leadingLabel(s: Syntax, sentence: number, first = s.sentenceStart[sentence]!): Label | null {
  const end = s.sentenceStart[sentence + 1]!;
  for (let t = first + 1; t < Math.min(first + LONGEST, end - 1); t++) {
    if (s.lower[t] === ":") return labelOf(s, first, t - 1, t);
    if (isClause(s, t) || /["“«]/.test(s.text[s.start[t]!]!)) return null;
  }
  return null;
}

/** The noun phrase that a dash, a colon or brackets part from the rest of its sentence at its end: "… - army", "…: officials", "… (army)". */
export function closingLabel(s: Syntax, sentence: number): Label | null {
  const begin = s.sentenceStart[sentence]!;
  let last = s.sentenceStart[sentence + 1]! - 1;
  if (s.lower[last] === ".") last--;
  const closed = s.lower[last] === ")";
  if (closed) last--;
  for (let t = last; t > Math.max(begin + 1, last - LONGEST); t--) {
    if (closed ? s.lower[t] === "(" : isMark(s, t)) return t === last ? null : labelOf(s, t + 1, last, t);
    if (isClause(s, t) || upos(s, t) === "PUNCT") return null;
  }
  return null;
}

/** A colon, or a dash with space on both sides. */
function isMark(s: Syntax, t: number): boolean {
  if (s.lower[t] === ":") return true;
  return /^(?:-{1,2}|–|—)$/.test(s.lower[t]!) && s.end[t - 1]! < s.start[t]! && s.end[t]! < s.start[t + 1]!;
}

const isClause = (s: Syntax, t: number): boolean => /^(?:VB[DZP]|MD)$/.test(s.xpos[t]!);

/** Null where the words are no noun phrase: they begin with a preposition, or hang by no noun. */
function labelOf(s: Syntax, first: number, last: number, mark: number): Label | null {
  if (isClause(s, first) || ["ADP", "SCONJ", "PRON"].includes(upos(s, first))) return null;
  if (first === last && s.xpos[first] === "DT" && s.end[first]! - s.start[first]! === 1)
    return { first, last, head: first, mark }; // "A:"
  let head = -1;
  for (let t = first; t <= last; t++) {
    const up = s.head[t]!;
    if (up >= first && up <= last) continue;
    // a title before a name ("Col. Smith") may hang apart: the last noun of the words is the speaker
    if (NAMES.has(upos(s, t))) head = t;
  }
  // "…: official", a single word whatever the tagger calls it
  if (first === last && ["ADJ", "VERB"].includes(upos(s, first)) && mark < first) head = first;
  // where the parser hung the noun on its adjective ("Iraqi PM: …")
  for (let t = last; head < 0 && t >= first; t--) if (NAMES.has(upos(s, t))) head = t;
  return head < 0 ? null : { first, last, head, mark };
}
