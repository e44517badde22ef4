import { fillers } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, upos } from "../../core/tree.ts";
import type { HarmRow, UnrealRow } from "../../lexicon/events.ts";
import { belongs, type Match } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** What shows that a sentence which speaks of a match or a hunt tells of violence in earnest. */
export type Earnest = (token: number, sign: UnrealRow["unless"][number]) => boolean;

/** `harms`: the words of harm found; `armed`: heads of the mentions of armed bodies. */
export function makeEarnest(
  s: Syntax,
  harms: readonly Match<HarmRow>[],
  armed: ReadonlySet<number>,
  know: EventKnowledge,
): Earnest {
  // a striker shot at and a beater hit are people of the game; "killed off the visitors" counts nobody
  const players = new Set(know.unreal.flatMap((row) => row.words));
  const isCounted = (t: number): boolean =>
    upos(s, t) === "NUM" || children(s, t).some((c) => s.deprel[c] === "nummod" || know.small.one!.has(s.lower[c]!));
  const isHarmed = (t: number): boolean => isPeople(s, t, know) && isCounted(t) && !players.has(s.lemma[t]!);
  const isArmed = (t: number): boolean =>
    (armed.has(t) || (upos(s, t) === "NOUN" && belongs(s, t, "@wanted", know.classes))) && !players.has(s.lemma[t]!);
  const hurts = ({ row, tokens }: Match<HarmRow>): boolean =>
    (row.victim === "self" ? [tokens[0]!] : fillers(s, tokens[0]!, row.victim, tokens)).some(isHarmed);
  const harmsIn = (sentence: number) => harms.filter(({ tokens }) => s.sentence[tokens[0]!] === sentence);
  // asked only of sentences that speak of a match or a hunt
  return (token, sign) => {
    if (sign === "doer") return fillers(s, token, "nsubj").some(isArmed);
    const sentence = s.sentence[token]!;
    if (sign === "people") return harmsIn(sentence).some(hurts);
    for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) if (isArmed(t)) return true;
    return false;
  };
}

const isPeople = (s: Syntax, t: number, { classes }: EventKnowledge): boolean =>
  !belongs(s, t, "@animal", classes) &&
  (upos(s, t) === "NUM" || ["@person", "@group", "@unarmed", "@military"].some((c) => belongs(s, t, c, classes)));
