import type { Syntax } from "../../core/syntax.ts";
import { children, upos } from "../../core/tree.ts";
import type { UnrealRow } from "../../lexicon/events.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** Why a word of violence tells of nothing that happened: a drill, a novel, a match. */
export type Unreal = (token: number) => string | null;

/** How many different words of a row, and how many of a hundred words of the report, make the whole report a story or a drill. */
const DISTINCT = 3;
const SHARE = 0.012;

/** Reads the report once for what it tells of as a whole; then answers for each trigger. */
export function makeUnreal(s: Syntax, know: EventKnowledge): Unreal {
  const near = new Map(
    know.unreal
      .filter((row) => row.reach === "clause" || row.reach === "sentence")
      .flatMap((row) => row.words.map((word) => [word, row] as const)),
  );
  const retold = know.unreal.find((row) => row.reach === "retelling");
  const whole = know.unreal.find((row) => row.reach === "report" && pervades(s, row));
  return (token) => {
    const sentence = s.sentence[token]!;
    const [first, next] = [s.sentenceStart[sentence]!, s.sentenceStart[sentence + 1]!];
    if (whole && !dated(s, first, next)) return whole.reason;
    // "rebels often attack convoys on this road"
    const isHabit =
      /^VB[PZ]$/.test(s.xpos[token]!) && children(s, token).some((c) => know.small.habit!.has(s.lower[c]!));
    if (isHabit) return "told as a habit";
    for (let t = first; t < next; t++) {
      const row = t === token ? undefined : lookup(s, t, near);
      if (!row || (row.reach === "clause" && (t < s.left[token]! || t > s.right[token]!))) continue;
      return `${row.reason}: "${s.lower[t]}"`;
    }
    return retold && isRetold(s, token, retold) ? retold.reason : null;
  };
}

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
