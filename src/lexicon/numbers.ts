/**
 * Words for numbers (`lexicon/en/numbers.yml`).
 * unit 1 to 19; ten 20 to 90; magnitude multiplies and adds up ("two thousand and five"); group multiplies ("two dozen");
 * plural is a vague many ("dozens": at least `value`); vague has no number in it ("several"); none is zero ("no", "nobody").
 */
export type NumberKind = "unit" | "ten" | "magnitude" | "group" | "plural" | "vague" | "none";

export interface NumberWord {
  /** Words in lower case, separated by spaces: "not a single". */
  readonly words: string;
  readonly kind: NumberKind;
  /** For plural and vague: the least it stands for. */
  readonly value: number;
}

/**
 * What a bound does to a number n (`lexicon/en/bounds.yml`): at-least n–null, more-than n+1–null, at-most 0–n, less-than 0–(n−1),
 * about n–n, exact n–n ("exactly", "another").
 */
export type BoundEffect = "at-least" | "more-than" | "at-most" | "less-than" | "about" | "exact";

export interface BoundWord {
  readonly words: string;
  readonly effect: BoundEffect;
  /** Whether it stands before or after the number. */
  readonly side: "before" | "after";
}
