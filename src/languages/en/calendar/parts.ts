import type { Syntax } from "../../../core/syntax.ts";
import type { Moment, Read, Unit, Which } from "./expression.ts";
import type { CalendarWords } from "./words.ts";

const YEAR = /^(?:1[4-9]\d\d|20\d\d)$/;
const NUMBER = /^\d{1,3}$/;
export const WHICH: Readonly<Record<string, Which>> = { "-1": "last", "0": "this", "1": "next" };

export type Found = Read<Moment> | null;
export const found = (value: Moment, first: number, last: number, rule: string): Read<Moment> => ({
  value,
  first,
  last,
  rule,
});

export type Parts = ReturnType<typeof makeParts>;

/** The parts that dates are made of, read at a token: days, months, years, numbers, units. */
export function makeParts(s: Syntax, words: CalendarWords) {
  const low = s.lower;
  const capital = (t: number) => /^\p{Lu}/u.test(s.text.slice(s.start[t], s.end[t]));

  const day = (t: number): number | null => {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(low[t] ?? "");
    const value = match ? Number(match[1]) : null;
    return value !== null && value >= 1 && value <= 31 ? value : null;
  };
  const month = (t: number): number | null =>
    t < s.length && (capital(t) || /-\p{Lu}/u.test(s.text.slice(s.start[t], s.end[t])))
      ? words.value(monthWord(t), "month")
      : null;
  /** "mid-March" */
  const monthWord = (t: number): string => {
    const dash = low[t]!.indexOf("-");
    return dash > 0 && words.has(low[t]!.slice(0, dash), "vague") ? low[t]!.slice(dash + 1) : low[t]!;
  };
  const number = (t: number): number | null => {
    if (NUMBER.test(low[t] ?? "")) return Number(low[t]);
    return words.number(low[t]);
  };
  const unit = (t: number): Unit | null => {
    const at = words.at(low, t, "unit");
    return at ? (at.row.id as Unit) : null;
  };
  const year = (t: number): number | null => (YEAR.test(low[t] ?? "") ? Number(low[t]) : null);
  /** The year after a day and month, over a comma; and the last token taken. */
  const yearAfter = (t: number): { year: number | null; last: number } => {
    const at = low[t + 1] === "," || low[t + 1] === "of" ? t + 2 : t + 1;
    const value = year(at);
    if (value !== null && !counts(at)) return { year: value, last: at };
    return { year: null, last: t };
  };
  /** Whether a number counts what follows: "In March 12 soldiers". */
  const counts = (t: number): boolean =>
    (s.xpos[t + 1] === "NNS" && !capital(t + 1) && low[t + 1] !== ",") ||
    words.has(low[t + 1], "zone") ||
    words.has(low[t + 1], "hours");

  return { s, words, low, capital, day, month, monthWord, number, unit, year, yearAfter, counts };
}
