/** What a word of dates does; `lexicon/en/calendar.yml`. */
export const CALENDAR_CLASSES = [
  "month", "weekday", "feast", "unit", "part", "dark", "day", "overnight", "which", "again", "passed", "vague", "ago", "shift", "eve",
  "since", "from", "between", "and", "to", "into", "in", "article", "one", "ordinal", "future", "planned", "convoked", "for", "would", "to-be", "about-to", "scheduled", "past", "says", "meridiem", "hours",
  "zone", "local", "clock", "season", "begins", "until", "at", "era", "foreign",
] as const; // biome-ignore format: one line reads best
export type CalendarClass = (typeof CALENDAR_CLASSES)[number];

export interface CalendarRow {
  readonly id: string;
  readonly class: CalendarClass;
  /** In lower case, words separated by spaces as the tokeniser cuts them. */
  readonly words: readonly string[];
  /** Number of the month, weekday (Monday 1) or day; days of a unit; direction. */
  readonly value?: number;
  /** Month of a feast. */
  readonly month?: number;
  /** Calendar of a foreign month or era, as in Temporal. */
  readonly calendar?: "islamic-civil" | "persian";
}
