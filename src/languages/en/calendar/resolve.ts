import { Temporal } from "temporal-polyfill/full";
import type { Lifetime } from "../../../core/language.ts";
import { civil, dayOf, isDate, iso, monthLength, weekdayOf } from "./days.ts";
import type { Expression, From, Moment } from "./expression.ts";
import { add, coarser, isUnread, one, period, precisionOf, type Result, type Stretch, type Unread } from "./stretch.ts";

/** What the sentence says of its time: "killed" past, "will meet" future. */
export type Tense = "past" | "future" | "unknown";

export interface Reference {
  /** Anchor of the report; null where there is none. */
  readonly anchor: { readonly day: number; readonly from: string } | null;
  /** The last date that the text gave, and its words. `exactYear`: it lies in another year than the report and lends it; `whole`: it was a day. */
  readonly context: {
    readonly day: number;
    readonly from: string;
    readonly exactYear: boolean;
    readonly whole: boolean;
  } | null;
  /** The last day that this sentence gave. */
  readonly sentence: { readonly day: number; readonly from: string } | null;
  readonly tense: Tense;
  readonly lifetime: Lifetime | null;
}

const SOON = 45; // days: a day and month this far ahead of the anchor, with no past verb, is still to come
const BACK = 8; // years to look for one in which a weekday falls on a date
export function resolve(expression: Expression, reference: Reference): Result {
  switch (expression.kind) {
    case "range": {
      const to = moment(expression.to, reference);
      if (isUnread(to)) return to;
      if (
        to.from !== null &&
        expression.to.kind === "weekday" &&
        expression.from.kind === "weekday" &&
        expression.from.which === "next"
      ) {
        const start = to.start - ((expression.to.weekday - expression.from.weekday + 7) % 7);
        return { start, end: to.end, precision: "day", from: to.from };
      }
      // The start lies before the end, not before the anchor: "from Monday to Wednesday".
      const from = moment(expression.from, before(expression.from, to, reference));
      if (isUnread(from)) return from;
      if (from.start > to.end) return { unread: "the range ends before it begins" };
      return { start: from.start, end: to.end, precision: coarser(from, to), from: to.from ?? from.from };
    }
    case "since": {
      const from = moment(expression.from, reference);
      if (isUnread(from)) return from;
      if (!reference.anchor) return { unread: 'no date to which "since" could run' };
      if (from.start > reference.anchor.day) return { unread: "it begins after the report was published" };
      return { start: from.start, end: reference.anchor.day, precision: from.precision, from: reference.anchor.from };
    }
    case "night": {
      if (expression.of === null && expression.told && reference.context) {
        const { day, from } = reference.context;
        // After what happened on an earlier day, the night that follows it; of the day of the report, the night before.
        const start = reference.anchor && day >= reference.anchor.day ? day - 1 : day;
        return { start, end: start + 1, precision: "day", from };
      }
      if (expression.of === null) {
        if (!reference.anchor) return { unread: 'no date to reckon "overnight" from' };
        const { day, from } = reference.anchor;
        return { start: day - 1, end: day, precision: "day", from };
      }
      const of = moment(expression.of, reference);
      if (isUnread(of)) return of;
      const start = expression.into ? of.start - 1 : of.start;
      return { ...of, start, end: start + 1 };
    }
    case "shift": {
      const of = moment(expression.of, reference);
      if (isUnread(of)) return of;
      return add(of.start, expression.unit, expression.amount, of.from ?? iso(of.start));
    }
    case "lasting": {
      const of = moment(expression.of, reference);
      if (isUnread(of)) return of;
      const from = of.from ?? iso(expression.ends ? of.end : of.start);
      const { unit, amount, ends } = expression;
      if (ends)
        return { start: add(of.end, unit, -amount, from, true).start, end: of.end, precision: "day", from: of.from };
      const end = add(of.start, unit, amount, from, true).start - 1;
      return { start: of.start, end: Math.max(of.start, end), precision: "day", from: of.from };
    }
    case "ambiguous":
      return { unread: expression.reason };
    default:
      return moment(expression, reference);
  }
}

/** Weekdays of a range count back from its end. */
function before(from: Moment, to: Stretch, reference: Reference): Reference {
  if (from.kind !== "weekday" || to.from === null) return reference;
  return { ...reference, anchor: { day: to.start, from: to.from }, tense: "past" };
}

function moment(value: Moment, reference: Reference): Result {
  switch (value.kind) {
    case "date":
      return date(value, reference);
    case "month":
      return month(value, reference);
    case "year":
      return { start: dayOf(value.year, 1, 1), end: dayOf(value.year, 12, 31), precision: "year", from: null };
    case "decade":
      return { start: dayOf(value.year, 1, 1), end: dayOf(value.year + 9, 12, 31), precision: "year", from: null };
    case "day-of-month":
      return dayOfMonth(value.day, reference);
    case "weekday":
      return weekday(value, reference);
    case "offset": {
      const origin = originOf(value.from, reference);
      if (isOpen(origin)) return origin;
      const stretch = add(origin.day, value.unit, value.amount, origin.from);
      // "In March … retook it *a month later*": what is over was not after the report
      const late = reference.tense === "past" && reference.anchor !== null && stretch.start > reference.anchor.day + 1;
      return late ? { unread: "reckoned from the date told last it would lie after the report" } : stretch;
    }
    case "unit": {
      const origin = originOf(value.from, reference);
      if (isOpen(origin)) return origin;
      return period(origin.day, value.unit, value.offset, origin.from, value.from === "anchor");
    }
    case "past": {
      if (!reference.anchor) return { unread: "no date to reckon back from" };
      const { day, from } = reference.anchor;
      const days = value.unit === "hour" ? Math.ceil(value.amount / 24) : value.amount;
      const start = value.unit === "hour" ? day - days : add(day, value.unit, -value.amount, from, true).start;
      return { start, end: day, precision: precisionOf(value.unit), from };
    }
    case "foreign":
      return foreign(value);
  }
}

type Origin = { readonly day: number; readonly from: string };
const isOpen = (origin: Origin | Unread): origin is Unread => "unread" in origin;

function originOf(from: From, reference: Reference): Origin | Unread {
  if (from === "sentence") return reference.sentence ?? { unread: "the sentence gives no date to reckon from" };
  if (from === "context") return reference.context ?? { unread: "the text gives no earlier date to reckon from" };
  return reference.anchor ?? { unread: "neither publication date nor dateline to reckon from" };
}

function date(value: Moment & { kind: "date" }, { anchor, context, tense, lifetime }: Reference): Result {
  const { month: m, day: d } = value;
  const at = (year: number, from: string | null): Stretch => {
    const day = dayOf(year, m, d);
    return { start: day, end: day, precision: "day", from };
  };
  if (value.year !== null) return at(value.year, null);
  const origin = context?.exactYear ? context : anchor;
  if (!origin) return value.weekday === null ? { unread: NO_YEAR } : byLifetime(m, d, value.weekday, lifetime);
  const year = civil(origin.day).year;
  if (value.weekday !== null) {
    const fits: number[] = [];
    for (let y = year + 1; y >= year - BACK; y--)
      if (isDate(y, m, d) && weekdayOf(dayOf(y, m, d)) === value.weekday) fits.push(y);
    const best = fits.sort((a, b) => Math.abs(dayOf(a, m, d) - origin.day) - Math.abs(dayOf(b, m, d) - origin.day))[0];
    if (best === undefined) return { unread: "in no year near the report does this date fall on that weekday" };
    return at(best, `${origin.from}, and the weekday`);
  }
  if (origin === context) return at(year, origin.from);
  const years = [year - 1, year, year + 1].filter((y) => isDate(y, m, d));
  const ahead = (y: number) => dayOf(y, m, d) - origin.day;
  // One day of grace: where it is written it may already be tomorrow.
  const limit = tense === "future" ? 400 : tense === "past" ? 1 : SOON;
  const past = years.filter((y) => ahead(y) <= limit && (tense !== "future" || ahead(y) >= -1));
  const best = tense === "future" ? (past[0] ?? year) : past.at(-1);
  return best === undefined ? { unread: "no such day near the report" } : at(best, origin.from);
}

const NO_YEAR = "no year, and no date in the report that would give it";

/** "Thursday, 3 March" and no date anywhere: the year in which all actors of the report were there, where that is one. */
function byLifetime(m: number, d: number, weekday: number, lifetime: Lifetime | null): Result {
  const several = "no year: a weekday and a day of the month leave several";
  if (lifetime === null || lifetime.from === null || lifetime.until === null)
    return { unread: `${several}, and no date in the report that would give it` };
  const { from, until, of } = lifetime;
  const fits: number[] = [];
  for (let y = from; y <= until; y++) if (isDate(y, m, d) && weekdayOf(dayOf(y, m, d)) === weekday) fits.push(y);
  if (fits.length > 1) return { unread: `${several}, within the years of ${of} too (${fits.join(", ")})` };
  if (fits.length === 0)
    return { unread: `no year: in none of the years of ${of} (${from}-${until}) does this date fall on that weekday` };
  const day = dayOf(fits[0]!, m, d);
  return {
    start: day,
    end: day,
    precision: "day",
    from: `the weekday and the years of ${of} (${from}-${until})`,
    fixes: true,
  };
}

/** The last such day up to the anchor. */
function dayOfMonth(day: number, { anchor }: Reference): Result {
  if (!anchor) return { unread: "a day without its month" };
  const { year, month: m, day: today } = civil(anchor.day);
  const [y, month1] = day <= today ? [year, m] : m === 1 ? [year - 1, 12] : [year, m - 1];
  return isDate(y, month1, day) ? one(dayOf(y, month1, day), anchor.from) : { unread: "the month has no such day" };
}

function month(value: Moment & { kind: "month" }, { anchor, context, tense }: Reference): Result {
  let { year } = value;
  let from: string | null = null;
  if (year === null) {
    const origin = context?.exactYear ? context : anchor;
    if (!origin) return { unread: "no year, and no date in the report that would give it" };
    from = origin.from;
    const now = civil(origin.day);
    if (value.years !== null) year = now.year + value.years;
    else if (origin === context) year = now.year;
    else if (value.which === "next" || (value.which === "latest" && tense === "future")) {
      year = value.month >= now.month ? now.year : now.year + 1;
    } else if (value.which === "last") year = value.month < now.month ? now.year : now.year - 1;
    else if (value.which === "this") year = now.year;
    else
      year =
        value.month <= now.month || (tense === "unknown" && value.month === now.month + 1) ? now.year : now.year - 1;
  }
  const first = dayOf(year, value.month, 1);
  const last = first + monthLength(year, value.month) - 1;
  if (value.week === null) return { start: first, end: last, precision: "month", from };
  if (value.week === -1) return { start: last - 6, end: last, precision: "week", from };
  const start = first + 7 * (value.week - 1);
  return { start, end: start + 6, precision: "week", from };
}

function weekday(value: Moment & { kind: "weekday" }, { anchor, tense }: Reference): Result {
  if (!anchor) return { unread: "a weekday, and neither publication date nor dateline to reckon from" };
  const today = weekdayOf(anchor.day);
  const back = (today - value.weekday + 7) % 7;
  const ahead = (value.weekday - today + 7) % 7;
  let day: number;
  if (value.week !== null) day = anchor.day - today + value.weekday + 7 * value.week;
  else if (value.which === "next") day = anchor.day + (ahead || 7);
  else if (value.which === "last") day = anchor.day - (back || 7);
  else if (tense === "future") day = anchor.day + ahead;
  else if (value.which === "this" && tense !== "past") day = ahead <= back ? anchor.day + ahead : anchor.day - back;
  else day = anchor.day - back;
  return { start: day, end: day, precision: "day", from: anchor.from };
}

/** Hijri months begin when the moon is seen, a day sooner or later from place to place: the tabular calendar is used. */
function foreign(value: Moment & { kind: "foreign" }): Result {
  if (value.year === null) return { unread: "no year of its calendar" };
  const { calendar, year } = value;
  try {
    const start = Temporal.PlainDate.from(
      { calendar, year, month: value.month, day: value.day ?? 1 },
      { overflow: "reject" },
    );
    const day = (date: Temporal.PlainDate) => {
      const plain = date.withCalendar("iso8601");
      return dayOf(plain.year, plain.month, plain.day);
    };
    const from =
      calendar === "persian"
        ? "the Persian calendar"
        : "the Hijri calendar (tabular; observed dates may differ by a day)";
    const first = day(start);
    if (value.day !== null) return { start: first, end: first, precision: "day", from };
    return { start: first, end: first + start.daysInMonth - 1, precision: "month", from };
  } catch {
    return { unread: "its calendar has no such date" };
  }
}
