/** A word that keeps its full stop (`lexicon/en/abbreviations.yml`), and before what it does. */
export interface Abbreviation {
  readonly word: string;
  readonly before: "name" | "number" | "any";
}
