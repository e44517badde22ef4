import { wordNet } from "./wordnet-files.ts";

/** Single-word lemmas that have one of their `depth` commonest senses at or below "person.1". */
export function hyponyms(root: string, depth: number): string[] {
  const { senses, synsets } = wordNet("noun");
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
