import type { Syntax } from "../../core/syntax.ts";
import { relation, upos } from "../../core/tree.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";
import type { Unit } from "./units.ts";

/** The noun phrase around a unit. */
export interface Phrase {
  /** Article, numerals and adjectives included; "at least" is left to the number. */
  readonly first: number;
  /** Where the description begins: after article and numeral. */
  readonly bare: number;
  /** With its first prepositional phrase. */
  readonly bound1: number;
  /** Last token of the unit and what is written with it. */
  readonly core: number;
  /** With its prepositional phrases and a short relative clause: "a guard who hid in a water tank". */
  readonly last: number;
  /** With its prepositional phrases only. */
  readonly described: number;
  /** Where longer wordings of the same phrase end: all that is said of somebody before the sentence goes on. */
  readonly further: readonly number[];
  readonly definite: boolean;
  readonly indefinite: boolean;
  /** "another", "rival": somebody else than the one named before. */
  readonly other: boolean;
  readonly plural: boolean;
  /** Token of a possessive pronoun, or -1. */
  readonly owner: number;
  /** Heads of phrases bound by "of", "for", "from". */
  readonly bound: readonly number[];
}

const BEFORE =
  /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|flat|goeswith|advmod|case|punct|nmod|appos|acl|advcl|cc|conj)/;
/** The longest relative clause that is kept as part of a description, in tokens. */
const CLAUSE = 9;
/** The longest description, in tokens. */
const DESCRIPTION = 14;
/** The longest wording that still counts as a mention, in tokens. */
const WORDING = 24;

export function phraseOf(s: Syntax, unit: Unit, index: ActorIndex): Phrase {
  const { head } = unit;
  const sentence = s.sentence[head]!;
  const small = index.small;
  let first = unit.first;
  let owner = -1;
  let definite = false;
  let indefinite = false;
  let other = false;
  const before: number[] = [];
  for (let c = s.firstChild[head]!; c >= 0 && c < unit.first; c = s.nextSibling[c]!) before.push(c);
  for (const c of before.reverse()) {
    if (s.right[c]! < first - 1 || isDash(s, first - 1) || !BEFORE.test(s.deprel[c]!)) break;
    const rel = s.deprel[c] === "nmod:poss" || s.deprel[c] === "nmod:desc" ? "det" : relation(s, c);
    if (rel === "case" || rel === "cc" || rel === "punct" || rel === "conj" || rel === "appos") {
      if (!(rel === "punct" && isHyphen(s, c))) break;
    }
    if (rel === "advmod" && upos(s, c) !== "ADV") break;
    if (rel === "acl" || rel === "advcl" || rel === "nmod") if (c !== first - 1) break;
    first = Math.min(first, s.left[c]!);
  }
  while (
    first < unit.first &&
    (upos(s, first) === "PUNCT" ||
      upos(s, first) === "ADV" ||
      upos(s, first) === "ADP" ||
      upos(s, first) === "CCONJ" ||
      isBound(s, first))
  )
    first++;
  first = articleIn(s, first, unit.first);
  let bare = first;
  while (bare < unit.first && isDeterminer(s, bare)) bare++;
  for (let t = first; t < unit.first; t++) {
    const word = s.lower[t]!;
    if (small.other?.has(word)) other = true;
    if (s.head[t] !== head) continue;
    if (small.definite?.has(word)) definite = true;
    if (small.indefinite?.has(word) || relation(s, t) === "nummod") indefinite = true;
    if (s.deprel[t] === "nmod:poss") {
      definite = !indefinite;
      if (upos(s, t) === "PRON" || index.pronouns.has(word)) owner = t;
    }
  }
  let core = unit.last;
  let last = core;
  let described = core;
  let bound1 = core;
  const bound: number[] = [];
  for (let c = s.firstChild[head]!; c >= 0; c = s.nextSibling[c]!) {
    if (c <= unit.last) continue;
    if (s.left[c] !== last + 1) continue;
    const rel = relation(s, c);
    const length = s.right[c]! - s.left[c]! + 1;
    if (rel === "flat" || rel === "fixed" || rel === "goeswith") {
      core = described = last = s.right[c]!;
    } else if (rel === "nmod") {
      const preposition = s.lower[s.left[c]!]!;
      const binds = small.binder?.has(preposition) ?? false;
      // "a court *on Tuesday* sentenced two men"
      if (!binds && index.times.has(s.lower[c]!)) break;
      if (isNoDescription(s, head, c, index)) break;
      if (binds) bound.push(c);
      const end = endOfPhrase(s, c, index);
      if (end - unit.first > DESCRIPTION) continue;
      if (described === core) bound1 = endOfNoun(s, c);
      described = last = end;
    } else if (rel === "advmod" && length === 1 && c === last + 1) {
      // "officers there"
      last = c;
    } else if ((rel === "acl" || s.deprel[c] === "acl:relcl") && length <= CLAUSE && upos(s, s.left[c]!) !== "PUNCT") {
      last = s.right[c]!;
      if (upos(s, last) === "PUNCT") last--;
    }
  }
  return {
    first,
    bare,
    bound1: Math.max(bound1, core),
    core,
    last: Math.max(last, core),
    described: Math.max(described, core),
    further: furtherEnds(s, head, unit.last, index),
    definite: definite && !indefinite,
    indefinite,
    other,
    plural: isPlural(s, head, unit, index),
    owner,
    bound: bound.filter((c) => s.sentence[c] === sentence),
  };
}

/** "Convicted the colonel *of murder*", "three officers *among the dead*", "doctors *of 15* …": says of somebody nothing of who he is. */
function isNoDescription(s: Syntax, head: number, noun: number, { small, deeds }: ActorIndex): boolean {
  if (upos(s, noun) === "NUM" || small.among!.has(s.lower[s.left[noun]!]!)) return true;
  const verb = s.head[head]!;
  const accused = verb >= 0 && (s.deprel[head] === "obj" || s.deprel[head] === "nsubj:pass");
  return accused && small["law-verb"]!.has(s.lemma[verb]!) && deeds.has(s.lemma[noun]!);
}

/** "a farmer *who lost his wife, his mother and four of his children*", "a doctor *there*", whatever the parser hangs the last word on. */
function furtherEnds(s: Syntax, head: number, core: number, index: ActorIndex): number[] {
  const ends: number[] = [];
  let last = core;
  for (let c = s.firstChild[head]!; c >= 0 && s.right[c]! - head < WORDING; c = s.nextSibling[c]!) {
    if (c <= core || s.left[c] !== last + 1 || upos(s, s.left[c]!) === "PUNCT") continue;
    if (!/^(?:flat|fixed|goeswith|nmod|acl|advmod)$/.test(relation(s, c)) || index.times.has(s.lower[c]!)) break;
    last = s.right[c]!;
    ends.push(upos(s, last) === "PUNCT" ? last - 1 : last);
  }
  if (index.small.there?.has(s.lower[core + 1] ?? "")) ends.push(core + 1);
  return ends;
}

const isHyphen = (s: Syntax, t: number): boolean => s.lower[t] === "-";
/** "12 killed in Kaga *-* army": with space on both sides it parts two phrases. */
const isDash = (s: Syntax, t: number): boolean =>
  t > 0 && isHyphen(s, t) && s.end[t - 1]! < s.start[t]! && s.end[t]! < s.start[t + 1]!;

/** "shot dead *a prosecutor*": no adjective stands before an article. */
function articleIn(s: Syntax, first: number, last: number): number {
  for (let t = last - 1; t > first; t--)
    if (s.xpos[t] === "DT" && upos(s, t - 1) === "ADJ" && s.xpos[t - 1] !== "PDT") return t;
  return first;
}

/** What a description can do without: article, numeral, possessive, and the marks between them. */
const isDeterminer = (s: Syntax, t: number): boolean =>
  /^(?:DET|NUM|PRON|PUNCT|CCONJ|SYM)$/.test(upos(s, t)) || s.deprel[t] === "nummod";

/** "least" in "at least 42", "than" in "more than 100": words of the number, before it. */
const isBound = (s: Syntax, t: number): boolean =>
  upos(s, t) === "ADJ" && s.head[t] !== undefined && (upos(s, s.head[t]!) === "NUM" || s.deprel[t] === "fixed");

/** The end of a noun phrase with nothing bound to it. */
function endOfNoun(s: Syntax, head: number): number {
  let end = head;
  for (let c = s.firstChild[head]!; c >= 0; c = s.nextSibling[c]!) {
    if (c > head && s.left[c] === end + 1 && /^(?:flat|fixed|compound|case|nummod)$/.test(relation(s, c)))
      end = s.right[c]!;
  }
  return end;
}

/** The end of a prepositional phrase without appositions, days, relative clauses after a comma, or a second conjunct. */
function endOfPhrase(s: Syntax, head: number, index: ActorIndex): number {
  let end = head;
  for (let c = s.firstChild[head]!; c >= 0; c = s.nextSibling[c]!) {
    if (c < head || s.left[c] !== end + 1) continue;
    const rel = relation(s, c);
    if (rel === "nmod" && index.times.has(s.lower[c]!)) break;
    if (rel === "nmod") end = endOfPhrase(s, c, index);
    else if (rel === "flat" || rel === "fixed" || rel === "compound" || s.deprel[c] === "case" || rel === "nummod")
      end = s.right[c]!;
    else break;
  }
  return end;
}

export function isPlural(s: Syntax, head: number, unit: Unit, index: ActorIndex): boolean {
  const tag = s.xpos[head]!;
  if (tag === "NNS" || tag === "NNPS") return true;
  if (unit.what.is === "noun" && unit.what.row.role === "people" && upos(s, head) === "ADJ") return true;
  return index.small.plural?.has(s.lower[head]!) ?? false;
}

/** Words of a phrase as a name: no article, numeral or possessive in front, doubts left out. */
export function nameOf(s: Syntax, first: number, last: number, index: ActorIndex): string {
  let from = first;
  const droppable = (t: number): boolean => {
    const word = s.lower[t]!;
    const small = index.small;
    return (
      upos(s, t) === "DET" ||
      upos(s, t) === "PRON" ||
      upos(s, t) === "PUNCT" ||
      upos(s, t) === "CCONJ" ||
      // "two of them soldiers"
      (upos(s, t) === "ADP" && upos(s, t + 1) === "PRON") ||
      index.pronouns.has(word) ||
      (small.definite?.has(word) ?? false) ||
      (small.indefinite?.has(word) ?? false) ||
      (small.doubting?.has(word) ?? false) ||
      (small.passing?.has(word) ?? false) ||
      s.deprel[t] === "nummod" ||
      upos(s, t) === "ADV" ||
      upos(s, t) === "NUM"
    );
  };
  // "a *14-year-old* girl": the number is a part of the word
  while (from < last && droppable(from) && s.xpos[from + 1] !== "HYPH") from++;
  return wordsOf(s, from, last);
}

/** The words between two tokens; a common noun is written small, though it opens a sentence ("*Rebels* shelled …") or all is in capitals. */
export function wordsOf(s: Syntax, first: number, last: number): string {
  if (isShouted(s, first)) return calm(s, first, last);
  const words = s.text.slice(s.start[first]!, s.end[last]!).replace(/\s+/g, " ");
  const begin = s.sentenceStart[s.sentence[first]!]!;
  const opens = first === begin || (first === begin + 1 && upos(s, begin) === "PUNCT");
  const common =
    /^(?:NNS?|VB[NG])$/.test(s.xpos[first]!) && /^\p{Lu}\p{Ll}*$/u.test(s.text.slice(s.start[first]!, s.end[first]!));
  // "SPOKESMAN: …" in a transcript
  if (opens && /^NNS?$/.test(s.xpos[first]!) && /^\p{Lu}{5,}$/u.test(words)) return words.toLowerCase();
  return opens && common ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Whether a sentence is in capitals throughout, as in monitored broadcasts and headlines. */
function isShouted(s: Syntax, token: number): boolean {
  const n = s.sentence[token]!;
  const sentence = s.text.slice(s.start[s.sentenceStart[n]!]!, s.end[s.sentenceStart[n + 1]! - 1]!);
  return /\p{Lu}{3}/u.test(sentence) && !/\p{Ll}/u.test(sentence);
}

/** "THE ARCHBISHOP'S OFFICE" as "archbishop's office": names keep their first capitals, common words none. */
function calm(s: Syntax, first: number, last: number): string {
  let words = "";
  for (let t = first; t <= last; t++) {
    const word = s.text.slice(s.start[t]!, s.end[t]!);
    const proper = /^NNPS?$/.test(s.xpos[t]!) && word.length > 3;
    const gap = t > first && s.end[t - 1] !== s.start[t] ? " " : "";
    words +=
      gap +
      (proper ? word.charAt(0) + word.slice(1).toLowerCase() : /^NNPS?$/.test(s.xpos[t]!) ? word : word.toLowerCase());
  }
  return words;
}
