import type { Syntax } from "../../../core/syntax.ts";
import { upos } from "../../../core/tree.ts";
import { isDate } from "./days.ts";
import type { Expression, Moment, Read } from "./expression.ts";
import { moments } from "./moments.ts";
import type { CalendarWords } from "./words.ts";

type Found = Read<Expression> | null;
/** How many tokens an occasion may take before its date: "the vote, scheduled for". */
const OCCASION = 9;
const DASH = new Set(["-", "–", "—", "/"]);

/** Reads whole expressions of time at a token: ranges, nights, what is counted from a date, and single dates. */
export function grammar(s: Syntax, words: CalendarWords): (t: number) => Found {
  const low = s.lower;
  const moment = moments(s, words);
  const skipArticle = (t: number) => (words.has(low[t], "article") ? t + 1 : t);

  // "between 3 and 5 November", "from Monday to Wednesday", "between October and April"
  function bounded(t: number): Found {
    const between = words.has(low[t], "between");
    if (!between && !words.has(low[t], "from")) return null;
    const compact = dayRange(t + 1, between);
    if (compact) return { ...compact, first: t };
    const first = moment.at(skipArticle(t + 1));
    if (!first) return null;
    const joint = between ? words.has(low[first.last + 1], "and") : words.has(low[first.last + 1], "to");
    const second = joint ? moment.at(skipArticle(first.last + 2)) : null;
    return second ? range(first, second, t) : null;
  }

  // "10 to 12 May", "21-22 June", "9 and 10 May 2015", "May 10-12"
  function dayRange(t: number, between = false): Found {
    const month = moment.month(t);
    const from = moment.day(month === null ? t : t + 1);
    if (from === null) return null;
    const joint = month === null ? t + 1 : t + 2;
    const and = words.has(low[joint], "and");
    if (!and && !DASH.has(low[joint] ?? "") && !words.has(low[joint], "to")) return null;
    const to = moment.day(joint + 1);
    if (to === null || to <= from || (and && !between && to !== from + 1)) return null;
    const named = month ?? moment.month(low[joint + 2] === "of" ? joint + 3 : joint + 2);
    if (named === null) return null;
    const end = month === null ? (low[joint + 2] === "of" ? joint + 3 : joint + 2) : joint + 1;
    const { year, last } = moment.yearAfter(end);
    const at = (day: number): Moment => ({ kind: "date", year, month: named, day, weekday: null });
    return { value: { kind: "range", from: at(from), to: at(to) }, first: t, last, rule: "time/day-range" };
  }

  // "since Friday", "since the night of 10 June"
  function since(t: number): Found {
    if (!words.has(low[t], "since")) return null;
    let at = skipArticle(t + 1);
    const night = nightOf(at);
    // "since the evening of the 25th"
    if (words.has(low[at], "part") && low[at + 1] === "of") at = skipArticle(at + 2);
    const from = night ?? moment.at(at);
    if (!from || !isMoment(from.value)) return null;
    return { value: { kind: "since", from: from.value }, first: t, last: from.last, rule: "time/since" };
  }

  // "overnight", "overnight Friday", "overnight on Thursday", "overnight into Thursday"
  function overnight(t: number): Found {
    if (!words.has(low[t], "overnight")) return null;
    const preposition = s.upos[t + 1] !== undefined && ["on", "into", "to", "of", "from"].includes(low[t + 1] ?? "");
    const at = preposition ? t + 2 : t + 1;
    const of = moment.at(skipArticle(at));
    if (!of || of.value.kind === "year" || s.sentence[of.last] !== s.sentence[t]) {
      return { value: { kind: "night", of: null, into: false }, first: t, last: t, rule: "time/overnight" };
    }
    const joint = words.has(low[of.last + 1], "to") || words.has(low[of.last + 1], "into");
    const second = joint ? moment.at(skipArticle(of.last + 2)) : null;
    if (second) return range(of, second, t);
    const into = preposition && words.has(low[t + 1], "into");
    return { value: { kind: "night", of: of.value, into }, first: t, last: of.last, rule: "time/overnight" };
  }

  // "the night of 13 to 14 February", "the night of Monday to Tuesday", "the night to 22 June", "the night of 3 March"
  function nightOf(t: number): Found {
    if (!words.has(low[t], "dark")) return null;
    const of = low[t + 1];
    // "during the night", "through the night": of the day before to that day
    if (
      words.has(low[t - 2], "in") &&
      words.has(low[t - 1], "article") &&
      !/^(?:NOUN|PROPN)$/.test(upos(s, t + 1 < s.length ? t + 1 : t - 1))
    ) {
      if (of !== "of" && !words.has(of, "from") && !words.has(of, "to")) {
        return {
          value: { kind: "night", of: null, into: false, told: true },
          first: t,
          last: t,
          rule: "time/in-the-night",
        };
      }
    }
    if (of !== "of" && !words.has(of, "from") && !words.has(of, "to")) return null;
    const days = dayRange(t + 2);
    if (days) return { ...days, first: t };
    const first = moment.at(skipArticle(t + 2));
    if (!first || !isDay(first.value)) return null;
    const joint = words.has(low[first.last + 1], "to") || words.has(low[first.last + 1], "into");
    const second = joint ? moment.at(skipArticle(first.last + 2)) : null;
    if (second) return range(first, second, t);
    if (words.has(of, "to")) {
      return { value: { kind: "night", of: first.value, into: true }, first: t, last: first.last, rule: "time/night" };
    }
    return { ...first, first: t };
  }

  // "on the eve of 10 May", "two days before 3 March", "the day after Christmas"
  function shifted(t: number): Found {
    if (words.has(low[t], "eve") && low[t + 1] === "of") {
      const of = dayOfOccasion(skipArticle(t + 2));
      if (of) return shift(-1, "day", of, t);
      const reason = "the text does not say on which day that was";
      return { value: { kind: "ambiguous", reason }, first: t, last: t + 1, rule: "time/eve" };
    }
    const number = moment.number(t) ?? words.value(low[t], "one");
    const unit = number === null ? null : moment.unit(t + 1);
    const direction = words.value(low[t + 2], "shift");
    if (number === null || unit === null || direction === null) return null;
    const of = moment.at(skipArticle(t + 3));
    return of && isDay(of.value) && of.first <= t + 4 ? shift(direction * number, unit, of, t) : null;
  }
  /** "the eve of 10 May", "the eve of the vote on 10 May", "the eve of the election, scheduled for 10 May" */
  function dayOfOccasion(from: number): Read<Moment> | null {
    for (let t = from; t < Math.min(from + OCCASION, s.length) && s.sentence[t] === s.sentence[from]; t++) {
      const of = moment.at(t);
      if (of && isDay(of.value)) return of;
      if (/^(?:VBD|VBZ|VBP|MD)$/.test(s.xpos[t]!)) return null;
    }
    return null;
  }

  // "three days from 3 May", "for two weeks until 10 March"
  function lasting(t: number): Found {
    const amount = moment.number(t) ?? words.value(low[t], "one");
    const unit = amount === null ? null : moment.unit(t + 1);
    if (amount === null || unit === null || unit === "hour") return null;
    const ends = words.has(low[t + 2], "until");
    if (!ends && !words.has(low[t + 2], "begins")) return null;
    const of = moment.at(skipArticle(low[t + 3] === "on" ? t + 4 : t + 3));
    if (!of || !isDay(of.value)) return null;
    return {
      value: { kind: "lasting", unit, amount, of: of.value, ends },
      first: t,
      last: of.last,
      rule: "time/lasting",
    };
  }

  // "12/03/2016": day first or month first?
  function unclear(t: number): Found {
    const shape = /^(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(s.text.slice(s.start[t], s.start[t]! + 11));
    if (!shape || moment.at(t)?.value.kind === "date") return null;
    let last = t;
    while (last + 1 < s.length && s.end[last + 1]! <= s.start[t]! + shape[0].length) last++;
    const [day, month, year] = [Number(shape[1]), Number(shape[3]), Number(shape[4])];
    if (day === month && isDate(year, month, day))
      return { value: { kind: "date", year, month, day, weekday: null }, first: t, last, rule: "time/numeric" };
    if (day > 12 && month <= 12 && isDate(year, month, day))
      return { value: { kind: "date", year, month, day, weekday: null }, first: t, last, rule: "time/numeric" };
    const reason = "day first or month first: the text does not say which";
    return day <= 12 && month <= 12
      ? { value: { kind: "ambiguous", reason }, first: t, last, rule: "time/numeric" }
      : null;
  }

  const shift = (
    amount: number,
    unit: "day" | "hour" | "week" | "month" | "year" | string,
    of: Read<Moment>,
    first: number,
  ): Found => ({
    value: { kind: "shift", amount, unit: unit as never, of: of.value },
    first,
    last: of.last,
    rule: "time/counted-from-date",
  });

  // "30 March to 2 April", "Tuesday and Wednesday", "1992-1995", "Thursday night into Friday"
  function single(t: number): Found {
    const first = moment.at(t);
    if (!first) return null;
    const mark = low[first.last + 1] ?? "";
    const to = DASH.has(mark) || words.has(mark, "to") || words.has(mark, "into");
    const and = words.has(mark, "and");
    if (!to && !and) return first;
    let at = skipArticle(first.last + 2);
    if (and && low[at] === "on") at = skipArticle(at + 1);
    const second = moment.at(at);
    if (!second || second.value.kind !== first.value.kind || s.sentence[second.last] !== s.sentence[t]) return first;
    if (and && !follows(first.value, second.value)) return first;
    return range(first, second, t);
  }

  const rules = [unclear, bounded, since, overnight, nightOf, dayRange, shifted, lasting, single];
  return (t) => {
    for (const rule of rules) {
      const hit = rule(t);
      if (hit && s.sentence[hit.last] === s.sentence[t]) return hit;
    }
    return null;
  };
}

const isMoment = (value: Expression): value is Moment =>
  !["range", "since", "night", "shift", "lasting", "ambiguous"].includes(value.kind);
const isDay = (value: Moment): boolean => ["date", "weekday", "offset", "foreign", "day-of-month"].includes(value.kind);

/** A year or month that stands once holds for both ends: "from March to May 2015", "30 March to 2 April 2019". */
function range(first: Read<Moment>, second: Read<Moment>, t: number): Found {
  let from = first.value;
  let to = second.value;
  // "next Wednesday and Thursday"
  if (from.kind === "weekday" && to.kind === "weekday" && to.which === "latest") to = { ...to, which: from.which };
  if ((from.kind === "date" || from.kind === "month") && (to.kind === "date" || to.kind === "month")) {
    if (from.year === null && to.year !== null) {
      const year = from.month > to.month ? to.year - 1 : to.year;
      from = { ...from, year };
    }
  }
  return { value: { kind: "range", from, to }, first: t, last: second.last, rule: "time/range" };
}

/** "Tuesday and Wednesday" is one stretch; "Tuesday and Friday" is two days. */
function follows(first: Moment, second: Moment): boolean {
  if (first.kind === "weekday" && second.kind === "weekday") return (first.weekday % 7) + 1 === second.weekday;
  if (first.kind === "date" && second.kind === "date")
    return first.month === second.month && second.day === first.day + 1;
  return first.kind === "month" && second.kind === "month" && first.month + 1 === second.month;
}
