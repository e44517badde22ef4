import type { LoadedKind } from "../core/ledger.ts";

/** Words that a neutral editor would replace: one row of `lexicon/en/loaded.yml`. */
export interface LoadedRow {
  readonly id: string;
  readonly kind: LoadedKind;
  readonly neutral?: string;
  /** The same said of several: "fighters" for "terrorists". */
  readonly many?: string;
  /** The same before another noun. */
  readonly before?: string;
  readonly names?: "people" | "body" | "act" | "statement" | "thing";
  /** Lemmas or forms; words of a phrase apart by spaces, hyphens as words. */
  readonly words: readonly string[];
  readonly pos?: "NOUN" | "VERB";
  /** Words that make it harmless within two words of it. */
  readonly unless?: readonly string[];
  readonly needs?: "people" | "praise";
  readonly objects?: "people" | "clause";
  readonly spares?: readonly string[];
  readonly capital?: boolean;
}

export interface LoadedEntry {
  readonly words: readonly string[];
  readonly row: LoadedRow;
}

const indices = new WeakMap<readonly LoadedRow[], ReadonlyMap<string, readonly LoadedEntry[]>>();

/** Entries by first word, longest first; made once for each loaded lexicon. */
export function loadedIndex(rows: readonly LoadedRow[]): ReadonlyMap<string, readonly LoadedEntry[]> {
  const known = indices.get(rows);
  if (known) return known;
  const index = new Map<string, LoadedEntry[]>();
  for (const row of rows) {
    for (const phrase of row.words) {
      const words = phrase.split(" ");
      const list = index.get(words[0]!) ?? [];
      list.push({ words, row });
      index.set(words[0]!, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  indices.set(rows, index);
  return index;
}
