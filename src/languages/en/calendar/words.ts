import { CALENDAR_CLASSES, type CalendarClass, type CalendarRow } from "../../../lexicon/calendar.ts";
import type { LexiconData } from "../../../lexicon/index.ts";

/** Rows of each class by first word, the longest phrase first. */
export interface CalendarWords {
  /** The row of a class whose words stand at token `t`, and the token after them. */
  at(
    lower: readonly string[],
    t: number,
    which: CalendarClass,
  ): { readonly row: CalendarRow; readonly next: number } | null;
  /** Value of a single word; null where it is not of the class. */
  value(word: string | undefined, which: CalendarClass): number | null;
  has(word: string | undefined, which: CalendarClass): boolean;
  /** Small whole numbers in words: "three", "twelve", "thirty". */
  number(word: string | undefined): number | null;
  /** Whether an expression of time may begin with the word at all: most words never do. */
  opens(word: string): boolean;
}

export function calendarWords(lexicon: Pick<LexiconData, "calendar" | "numbers">): CalendarWords {
  const phrases = new Map<CalendarClass, Map<string, { words: readonly string[]; row: CalendarRow }[]>>();
  for (const name of CALENDAR_CLASSES) phrases.set(name, new Map());
  for (const row of lexicon.calendar) {
    for (const phrase of row.words) {
      // "al-awwal" is three tokens.
      const words = phrase.replaceAll("-", " - ").split(" ");
      const list = phrases.get(row.class)!.get(words[0]!) ?? [];
      list.push({ words, row });
      list.sort((a, b) => b.words.length - a.words.length);
      phrases.get(row.class)!.set(words[0]!, list);
    }
  }
  const first = new Set([...phrases.values()].flatMap((list) => [...list.keys()]));
  const numbers = new Map<string, number>();
  for (const row of lexicon.numbers) if (row.kind === "unit" || row.kind === "ten") numbers.set(row.words, row.value);
  const bare = (word: string) => (word.length > 2 && word.endsWith(".") ? word.slice(0, -1) : word);

  const at: CalendarWords["at"] = (lower, t, which) => {
    const word = lower[t];
    if (word === undefined) return null;
    for (const { words, row } of phrases.get(which)!.get(word) ?? phrases.get(which)!.get(bare(word)) ?? []) {
      if (words.every((part, i) => i === 0 || lower[t + i] === part)) return { row, next: t + words.length };
    }
    return null;
  };
  const single = (word: string | undefined, which: CalendarClass): CalendarRow | null => {
    if (word === undefined) return null;
    const list = phrases.get(which)!.get(word) ?? phrases.get(which)!.get(bare(word));
    return list?.find((entry) => entry.words.length === 1)?.row ?? null;
  };
  return {
    at,
    value: (word, which) => single(word, which)?.value ?? null,
    has: (word, which) => single(word, which) !== null,
    opens: (word) => first.has(word) || first.has(bare(word)) || numbers.has(word) || /[\d-]/.test(word),
    number: (word) => (word === undefined ? null : (numbers.get(word) ?? null)),
  };
}
