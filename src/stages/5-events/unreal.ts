import type { Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { UnrealRow } from "../../lexicon/events.ts";
import type { EventKnowledge } from "./knowledge.ts";

interface Index {
  readonly words: ReadonlyMap<string, UnrealRow>;
}
const made = new WeakMap<EventKnowledge, Index>();

/** Words of the rows, by their first word; phrases are kept whole ("training exercise"). */
function indexOf(know: EventKnowledge): Index {
  const known = made.get(know);
  if (known) return known;
  const index = { words: new Map(know.unreal.flatMap((row) => row.words.map((word) => [word, row] as const))) };
  made.set(know, index);
  return index;
}

/** Why nothing happened here: "fiction: novel"; null where nothing speaks against it. */
export function unrealAt(s: Syntax, token: number, know: EventKnowledge): string | null {
  const { words } = indexOf(know);
  const sentence = s.sentence[token]!;
  for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) {
    if (t === token) continue;
    const row =
      words.get(s.lower[t]!) ??
      (upos(s, t) === "VERB" ? undefined : words.get(s.lemma[t]!.toLowerCase())) ??
      (t + 1 < s.length ? words.get(`${s.lower[t]} ${s.lower[t + 1]}`) : undefined);
    if (!row) continue;
    if (row.reach === "clause" && (t < s.left[token]! || t > s.right[token]!)) continue;
    return `${row.reason}: "${s.lower[t]}"`;
  }
  return null;
}
