import { preposition } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, upos } from "../../core/tree.ts";
import type { UnrealRow } from "../../lexicon/events.ts";
import type { Earnest } from "./earnest.ts";
import { isHabit } from "./habit.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** Why a word of violence tells of nothing that happened: a drill, a novel, a match. */
export type Unreal = (token: number) => string | null;

/** How many different words of a row, and how many of a hundred words of the report, make the whole report a story or a drill. */
const DISTINCT = 3;
const SHARE = 0.012;

/** Reads the report once for what it tells of as a whole; then answers for each trigger. */
export function makeUnreal(s: Syntax, know: EventKnowledge, earnest: Earnest): Unreal {
  const near = new Map(
    know.unreal
      .filter((row) => row.reach !== "retelling" && row.reach !== "report")
      .flatMap((row) => row.words.map((word) => [word, row] as const)),
  );
  const retold = know.unreal.find((row) => row.reach === "retelling");
  const whole = know.unreal.find((row) => row.reach === "report" && pervades(s, row));
  return (token) => {
    const sentence = s.sentence[token]!;
    const [first, next] = [s.sentenceStart[sentence]!, s.sentenceStart[sentence + 1]!];
    if (whole && !dated(s, first, next)) return whole.reason;
    if (isHabit(s, token, know)) return "told as a habit";
    if (children(s, token).some((c) => isScore(s, c))) return "told with the score of a match";
    for (let t = first; t < next; t++) {
      const row = t === token ? undefined : lookup(s, t, near);
      if (!row || !reaches(s, row, t, token, know) || row.unless.some((sign) => earnest(token, sign))) continue;
      return `${row.reason}: "${s.lower[t]}"`;
    }
    return retold && isRetold(s, token, retold) ? retold.reason : null;
  };
}

/** "Massacred them *9-0*" */
const isScore = (s: Syntax, t: number): boolean =>
  /^\d\d?$/.test(s.lower[t]!) &&
  /^[-–]$/.test(s.lower[t + 1] ?? "") &&
  /^\d\d?$/.test(s.lower[t + 2] ?? "") &&
  s.end[t] === s.start[t + 1] &&
  s.end[t + 1] === s.start[t + 2] &&
  s.deprel[t] !== "nummod";

function reaches(s: Syntax, { reach }: UnrealRow, word: number, token: number, know: EventKnowledge): boolean {
  if (reach === "kind") {
    const thing = s.head[word]!;
    // "subjected them to beatings and mock drownings": the beatings are real
    const held = s.head[thing] === token && relation(s, thing) !== "conj";
    // "executed the mayor after a mock trial"
    return isKind(s, word) && (thing === token || (held && !know.small.temporal!.has(preposition(s, thing))));
  }
  if (reach === "telling") return isToldBy(s, word, token, know);
  return reach === "sentence" || (word >= s.left[token]! && word <= s.right[token]!);
}

/**
 * Whether a deed hangs on the word: "a *film* about the massacre", "the *film* shows a massacre", "in the *novel*, rebels shell the bridge",
 * "gunfire: a *drill*". A film that is burned or a museum that is attacked tells of nothing.
 */
function isToldBy(s: Syntax, word: number, token: number, { small }: EventKnowledge): boolean {
  const within = (t: number): boolean =>
    children(s, t).some((c) => s.deprel[c] === "case" && small.within!.has(s.lower[c]!));
  const { phrase, step } = phraseOf(s, word);
  // "the gunfire in the film", "the film's crossfire", but "the explosion at the monument"
  if (phrase === token) return s.deprel[step] !== "nmod" || within(step);
  const verb = s.head[phrase]!;
  const sets = isOblique(s, phrase) && (within(phrase) || opens(s, phrase));
  // "gunfire: a drill", "the drill was an assault", "a grenade, it says in the script, would have killed"
  const glosses = /^(?:appos|parataxis)$/.test(relation(s, phrase)) || (isSubject(s, phrase) && isNamed(s, verb));
  if (verb === token && (sets || glosses)) return true;
  if (sets && s.head[verb] === token && relation(s, verb) === "parataxis") return true;
  for (let [t, beside] = [token, false]; s.head[t]! >= 0; t = s.head[t]!) {
    const head = s.head[t]!;
    if (head === phrase) return !(s.deprel[t] === "acl:relcl" && children(s, t).some((c) => s.xpos[c] === "WRB"));
    beside ||= relation(s, t) === "advcl";
    if (verb === head && (sets || glosses || (isSubject(s, phrase) && !beside && relation(s, t) !== "parataxis")))
      return true;
  }
  return false;
}

/** The head of the noun phrase that a word stands in, "page" in "on page nine of her first novel", and the last step on the way to it. */
function phraseOf(s: Syntax, word: number): { readonly phrase: number; readonly step: number } {
  let [phrase, step] = [word, word];
  while (/^(?:compound|flat|nmod|nummod)/.test(relation(s, phrase)) && upos(s, s.head[phrase]!) !== "VERB")
    [phrase, step] = [s.head[phrase]!, phrase];
  return { phrase, step };
}

const isSubject = (s: Syntax, t: number): boolean => relation(s, t) === "nsubj";
/** "a *mock* attack", "stormed a *mock* village" */
const isKind = (s: Syntax, t: number): boolean => relation(s, t) === "amod" || relation(s, t) === "compound";
const isOblique = (s: Syntax, t: number): boolean => relation(s, t) === "obl" || relation(s, t) === "nmod";
const isNamed = (s: Syntax, t: number): boolean => children(s, t).some((c) => s.deprel[c] === "cop");
/** "*On page nine of her first novel* the capital falls" */
const opens = (s: Syntax, t: number): boolean => s.left[t] === s.sentenceStart[s.sentence[t]!];

/** "The novels came late. … Its colonel *mutinies* because …": the present tense in a paragraph that has spoken of a story tells the story. */
function isRetold(s: Syntax, token: number, { words }: UnrealRow): boolean {
  let verb = token;
  while (!s.xpos[verb]!.startsWith("VB") && s.head[verb]! >= 0) verb = s.head[verb]!;
  if (!/^VB[ZP]$/.test(s.xpos[verb]!)) return false;
  const sentence = s.sentence[token]!;
  let first = sentence;
  while (first > 0 && s.block[first - 1] === s.block[sentence]) first--;
  for (let t = s.sentenceStart[first]!; t < s.sentenceStart[sentence]!; t++)
    if (words.includes(s.lemma[t]!.toLowerCase())) return true;
  return false;
}

function lookup(s: Syntax, t: number, words: ReadonlyMap<string, UnrealRow>): UnrealRow | undefined {
  const lemma = upos(s, t) === "VERB" ? undefined : words.get(s.lemma[t]!.toLowerCase());
  return (
    words.get(s.lower[t]!) ?? lemma ?? (t + 1 < s.length ? words.get(`${s.lower[t]} ${s.lower[t + 1]}`) : undefined)
  );
}

function pervades(s: Syntax, row: UnrealRow): boolean {
  const words = new Set(row.words);
  const found = new Set<string>();
  let count = 0;
  for (let t = 0; t < s.length; t++) {
    const word = words.has(s.lower[t]!) ? s.lower[t]! : s.lemma[t]!.toLowerCase();
    if (!words.has(word)) continue;
    found.add(word);
    count++;
  }
  return found.size >= DISTINCT && count >= SHARE * s.length;
}

/** "In the real operation, on 22 April 1997": a story that gives a year tells of what was. */
function dated(s: Syntax, first: number, next: number): boolean {
  for (let t = first; t < next; t++) if (/^(1[89]|20)\d\d$/.test(s.lower[t]!)) return true;
  return false;
}
