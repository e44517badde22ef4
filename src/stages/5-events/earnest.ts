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
  const isWeapon = (t: number): boolean => upos(s, t) === "NOUN" && belongs(s, t, "@weapon", know.classes);
  const sentencesOf = (tokens: Iterable<number>) => new Set([...tokens].map((t) => s.sentence[t]!));
  const tokens = Array.from({ length: s.length }, (_, t) => t);
  const told = {
    people: sentencesOf(
      harms.flatMap(({ row, tokens }) =>
        (row.victim === "self" ? [tokens[0]!] : fillers(s, tokens[0]!, row.victim, tokens)).filter(isHarmed),
      ),
    ),
    forces: sentencesOf(tokens.filter(isArmed)),
    weapons: sentencesOf(tokens.filter(isWeapon)),
  };
  return (token, sign) =>
    sign === "doer" ? fillers(s, token, "nsubj").some(isArmed) : told[sign].has(s.sentence[token]!);
}

const isPeople = (s: Syntax, t: number, { classes }: EventKnowledge): boolean =>
  !belongs(s, t, "@animal", classes) &&
  (upos(s, t) === "NUM" || ["@person", "@group", "@unarmed", "@military"].some((c) => belongs(s, t, c, classes)));
