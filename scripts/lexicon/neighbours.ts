/**
 * Words that stand near the event rows in WordNet and are in none of them: what `hearsay match --candidates` looks at. For each word of a
 * row its two commonest senses; for each sense its synonyms, the senses right below it, and its sisters. The sense must be one of the two commonest
 * of the neighbour as well, and a noun must be a happening (those that stand near no row are kept with null): "have" stands beside "receive", but nobody thinks of that first.
 */
import type { Neighbours, PatternRow } from "../../src/lexicon/events.ts";
import { wordNet } from "./wordnet-files.ts";

const SENSES = 2;
/** Sisters of a sense with more of them than this have little in common ("act", "move"). */
const FAMILY = 40;
/** Lexicographer files of what is done and of what happens. */
const HAPPENINGS: ReadonlySet<number> = new Set([4, 11]);

export function neighboursOf(rows: readonly PatternRow[]): Neighbours {
  const known = new Set(rows.flatMap((row) => row.words.flat()));
  const near: Record<string, string | null> = {};
  const nouns = wordNet("noun");
  const happening = (lemma: string): boolean =>
    (nouns.senses.get(lemma) ?? []).slice(0, SENSES).some((sense) => HAPPENINGS.has(nouns.synsets.get(sense)!.file));
  for (const part of ["verb", "noun"] as const) {
    const net = wordNet(part);
    const add = (synset: string, row: string): void => {
      const { lemmas, isName } = net.synsets.get(synset)!;
      if (isName) return;
      for (const lemma of lemmas) {
        const common = net.senses.get(lemma)?.slice(0, SENSES).includes(synset);
        if (part === "noun" && !happening(lemma)) continue;
        if (common && /^[a-z]{3,}$/.test(lemma) && !known.has(lemma)) near[`${part} ${lemma}`] ??= row;
      }
    };
    for (const row of rows) {
      if (row.words.length > 1 || (row.part !== part && row.part !== "any")) continue;
      for (const sense of row.words[0]!.flatMap((word) => net.senses.get(word)?.slice(0, SENSES) ?? [])) {
        add(sense, row.id);
        const { below, above } = net.synsets.get(sense)!;
        for (const lower of below) add(lower, row.id);
        for (const upper of above) {
          const sisters = net.synsets.get(upper)!.below;
          if (sisters.length <= FAMILY) for (const sister of sisters) add(sister, row.id);
        }
      }
    }
  }
  for (const lemma of nouns.senses.keys())
    if (/^[a-z]{3,}$/.test(lemma) && !known.has(lemma) && happening(lemma)) near[`noun ${lemma}`] ??= null;
  return near;
}
