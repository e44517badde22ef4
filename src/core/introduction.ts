import { surfaceSubject } from "./arguments.ts";
import type { Syntax } from "./syntax.ts";
import { child, children, conjuncts, relation, upos } from "./tree.ts";

/** A paragraph that ends in a colon and gives the floor to somebody: "The General Staff announces:". */
export interface Introduction {
  /** Token that the words hang by: the verb of saying, or the noun for what is read out. */
  readonly cue: number;
  /** Tokens that may name who speaks, the likeliest first. */
  readonly speakers: readonly number[];
  /** First and last sentence of what is said. */
  readonly first: number;
  readonly last: number;
}

/** Words that give somebody the floor: verbs that bring a quotation, and nouns for what somebody has written. */
export interface IntroducingWords {
  readonly verbs: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** "we", "our": who speaks of himself. */
  readonly firstPerson: ReadonlySet<string>;
}

/** In tokens: what may stand before a paragraph that opens the report ("In the name of the people!", a number). */
const OPENING = 25;

/**
 * Statements that a report reads out: "The Command announces: ¶ On Monday our fighters …", "issued the following statement: ¶ …". In quotation
 * marks they end with those. Without, one that opens the report is all of it; another is the next paragraph, and those after it that say "we", up to
 * where the report itself says "he said".
 */
export function introductions(s: Syntax, words: IntroducingWords): Introduction[] {
  const found: Introduction[] = [];
  for (let n = 0; n + 2 < s.sentenceStart.length; n++) {
    const mark = s.sentenceStart[n + 1]! - 1;
    if (s.lower[mark] !== ":" || s.block[n + 1] === s.block[n] || kindOf(s, n) === "credit") continue;
    if (found.some(({ last }) => n <= last)) continue;
    const cue = cueIn(s, n, words);
    if (cue < 0) continue;
    const speakers = speakersIn(s, n, cue, words);
    const last = lastOf(s, n, speakers, words);
    if (last > n && speakers.length > 0) found.push({ cue, speakers, first: n + 1, last });
  }
  return found;
}

/** The verb of saying that heads the sentence, else its noun for a document; -1 where it has neither. */
function cueIn(s: Syntax, n: number, { verbs, documents }: IntroducingWords): number {
  const [first, next] = [s.sentenceStart[n]!, s.sentenceStart[n + 1]!];
  let root = first;
  while (s.head[root]! >= 0) root = s.head[root]!;
  const saying = conjuncts(s, root).findLast((t) => s.xpos[t]!.startsWith("VB") && verbs.has(s.lemma[t]!));
  if (saying !== undefined) return saying;
  for (let t = next - 1; t >= first; t--) if (isDocument(s, t, documents)) return t;
  return -1;
}

const isDocument = (s: Syntax, t: number, documents: ReadonlySet<string>): boolean =>
  (upos(s, t) === "NOUN" || upos(s, t) === "PROPN") && documents.has(s.lemma[t]!.toLowerCase());

/** Who says it: the subject, or whoever the document is of, by or from; a document itself says nothing. */
function speakersIn(s: Syntax, n: number, cue: number, { documents }: IntroducingWords): number[] {
  const [first, next] = [s.sentenceStart[n]!, s.sentenceStart[n + 1]!];
  const found: number[] = [];
  const add = (t: number): void => {
    if (t >= first && t < next && !isDocument(s, t, documents) && !found.includes(t)) found.push(t);
  };
  let verb = cue;
  while (verb >= 0 && !s.xpos[verb]!.startsWith("VB")) verb = s.head[verb]!;
  if (verb >= 0) {
    for (const c of children(s, verb)) if (s.deprel[c] === "obl:agent") add(c);
    const subject = surfaceSubject(s, verb);
    add(subject);
    // "the Command of *the Front*", where nobody knows the Command
    if (subject >= 0) for (const c of children(s, subject)) if (relation(s, c) === "nmod") add(c);
  }
  for (let t = first; t < next; t++) {
    if (!isDocument(s, t, documents)) continue;
    for (const rel of ["nmod:poss", "nmod", "compound"])
      for (const c of children(s, t)) if (s.deprel[c] === rel || relation(s, c) === rel) add(c);
  }
  return found;
}

function lastOf(s: Syntax, n: number, speakers: readonly number[], words: IntroducingWords): number {
  const sentences = s.sentenceStart.length - 1;
  const quoted = opensQuoted(s, n + 1);
  const opening = s.sentenceStart[n]! < OPENING;
  let last = n;
  for (let k = n + 1; k < sentences; k++) {
    const opens = s.block[k] !== s.block[k - 1];
    const kind = kindOf(s, k);
    if (kind === "credit" || kind === "caption" || (kind === "heading" && k > n + 1 && !opening)) break;
    const goesOn = k === n + 1 || saysWe(s, k, words);
    if (opens && (quoted ? !opensQuoted(s, k) : !opening && (!goesOn || saysHe(s, k, speakers, words)))) break;
    last = k;
  }
  return last;
}

const kindOf = (s: Syntax, sentence: number) => s.document.blocks[s.block[sentence]!]!.kind;

const opensQuoted = (s: Syntax, sentence: number): boolean =>
  /^["“«‘']/.test(s.text.slice(s.start[s.sentenceStart[sentence]!]!));

/** Whether the paragraph that a sentence opens speaks of "us". */
function saysWe(s: Syntax, sentence: number, { firstPerson }: IntroducingWords): boolean {
  const begin = s.sentenceStart[sentence]!;
  for (let t = begin; t < s.length && s.block[s.sentence[t]!] === s.block[sentence]; t++)
    if (upos(s, t) === "PRON" && firstPerson.has(s.lower[t]!)) return true;
  return false;
}

/** "*He said* nobody was hurt", "*the mayor added*": the report speaks again of who speaks. */
function saysHe(s: Syntax, sentence: number, speakers: readonly number[], words: IntroducingWords): boolean {
  const names = new Set(speakers.map((t) => s.lemma[t]!));
  for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) {
    if (s.head[t]! >= 0 || !words.verbs.has(s.lemma[t]!)) continue;
    const subject = child(s, t, "nsubj");
    if (subject < 0) return false;
    return upos(s, subject) === "PRON" ? !words.firstPerson.has(s.lower[subject]!) : names.has(s.lemma[subject]!);
  }
  return false;
}
