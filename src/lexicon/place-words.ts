import type { PlaceKind } from "./gazetteer-format.ts";

/** What a word beside a place name does; `lexicon/en/places.yml` explains each. */
export const PLACE_WORD_CLASSES = [
  "kind", "settlement", "pointing", "locative", "near", "within", "side", "unit", "article", "holder", "thing", "title", "speaks", "blamed", "party", "sided", "ruler", "beholden", "never",
] as const; // biome-ignore format: one line reads best
export type PlaceWordClass = (typeof PLACE_WORD_CLASSES)[number];

export interface PlaceWordRow {
  readonly id: string;
  readonly class: PlaceWordClass;
  readonly words: readonly string[];
  readonly is?: readonly PlaceKind[];
  /** Degrees clockwise from north. */
  readonly bearing?: number;
  readonly metres?: number;
}

/** The rows of each class by word. */
export type PlaceWords = Readonly<Record<PlaceWordClass, ReadonlyMap<string, PlaceWordRow>>>;

const made = new WeakMap<readonly PlaceWordRow[], PlaceWords>();

/** Looks rows up by word; made once for the rows of a lexicon. */
export function placeWordsOf(rows: readonly PlaceWordRow[]): PlaceWords {
  const known = made.get(rows);
  if (known) return known;
  const words = Object.fromEntries(PLACE_WORD_CLASSES.map((name) => [name, new Map<string, PlaceWordRow>()])) as Record<
    PlaceWordClass,
    Map<string, PlaceWordRow>
  >;
  // The first row of a word wins: "republic" is a country before it is a province.
  for (const row of rows)
    for (const word of row.words) if (!words[row.class].has(word)) words[row.class].set(word, row);
  made.set(rows, words);
  return words;
}
