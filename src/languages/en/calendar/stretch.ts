import type { Time } from "../../../core/ledger.ts";
import { civil, dayOf, monthLength, weekdayOf } from "./days.ts";
import type { Unit } from "./expression.ts";

/** Stretches of days, and what is so many days, weeks, months or years from one. */

/** Days, both inclusive. `from`: what it was reckoned from; null where the words say all. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly precision: Time["precision"];
  readonly from: string | null;
  /** It fixes the year of the dates after it. */
  readonly fixes?: true;
}
export interface Unread {
  readonly unread: string;
}
export type Result = Stretch | Unread;

export const isUnread = (result: Result): result is Unread => "unread" in result;

const ORDER = ["hour", "day", "week", "month", "year"] as const;
export const coarser = (a: Stretch, b: Stretch): Time["precision"] =>
  ORDER.indexOf(a.precision) > ORDER.indexOf(b.precision) ? a.precision : b.precision;

export const precisionOf = (unit: Unit): Time["precision"] =>
  unit === "hour" || unit === "day" || unit === "night" || unit === "weekend"
    ? "day"
    : unit === "fortnight"
      ? "week"
      : unit === "decade"
        ? "year"
        : unit;

/** So many units on from a day. Months and years ago are only good to the month and the year. */
export function add(day: number, unit: Unit, amount: number, from: string, exact = false): Stretch {
  const { year, month: m, day: d } = civil(day);
  if (unit === "hour") return { start: day, end: day, precision: "day", from };
  if (unit === "day" || unit === "night" || unit === "weekend")
    return { start: day + amount, end: day + amount, precision: "day", from };
  if (unit === "fortnight") return one(day + 14 * amount, from);
  if (unit === "week")
    return exact || Math.abs(amount) === 1 ? one(day + 7 * amount, from) : period(day, "week", amount, from, false);
  const months = unit === "month" ? amount : unit === "year" ? 12 * amount : 120 * amount;
  const at = year * 12 + (m - 1) + months;
  const [y, month1] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  if (exact) return one(dayOf(y, month1, Math.min(d, monthLength(y, month1))), from);
  if (unit === "month") return period(dayOf(y, month1, 1), "month", 0, from, false);
  return period(dayOf(y, 1, 1), "year", 0, from, false);
}
export const one = (day: number, from: string): Stretch => ({ start: day, end: day, precision: "day", from });

/** A calendar week (Monday to Sunday), month, year or weekend; the current one runs up to now. */
export function period(day: number, unit: Unit, offset: number, from: string, untilNow: boolean): Stretch {
  const { year, month: m } = civil(day);
  const made = (start: number, end: number, precision: Time["precision"]): Stretch => ({
    start,
    end: untilNow && offset === 0 && end > day ? day : end,
    precision,
    from,
  });
  const monday = day - weekdayOf(day) + 1;
  if (unit === "fortnight") return made(monday + 14 * offset, monday + 14 * offset + 13, "week");
  if (unit === "week") return made(monday + 7 * offset, monday + 7 * offset + 6, "week");
  if (unit === "weekend") {
    // "the weekend" is the last one that has begun.
    const saturday = weekdayOf(day) >= 6 || offset > 0 ? monday + 5 : monday - 2;
    const shift = offset < 0 && weekdayOf(day) >= 6 ? -7 : offset > 0 && weekdayOf(day) >= 6 ? 7 : 0;
    return made(saturday + shift, saturday + shift + 1, "day");
  }
  if (unit === "month") {
    const at = year * 12 + (m - 1) + offset;
    const [y, month1] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
    const start = dayOf(y, month1, 1);
    return made(start, start + monthLength(y, month1) - 1, "month");
  }
  if (unit === "year") return made(dayOf(year + offset, 1, 1), dayOf(year + offset, 12, 31), "year");
  if (unit === "decade") return made(dayOf(year + 10 * offset, 1, 1), dayOf(year + 10 * offset + 9, 12, 31), "year");
  return made(day + offset, day + offset, "day");
}
