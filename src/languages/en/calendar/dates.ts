import { upos } from "../../../core/tree.ts";
import { isDate } from "./days.ts";
import type { Moment } from "./expression.ts";
import { type Found, found, type Parts, WHICH } from "./parts.ts";

const YEAR = /^(?:1[4-9]\d\d|20\d\d)$/;
const EARLIEST = 1900;
const SHORT_YEAR = /^'?\d\d$/;

/** Dates that say for themselves which day, month or year they are, but for what the report lends them. Each rule has the words that it is for above it. */
export function dates({ s, words, low, capital, day, month, monthWord, unit, year, yearAfter, counts }: Parts) {
  const tight = (t: number) => s.end[t] === s.start[t + 1];

  // "2019-03-04", "4/3/2019", "4.3.2019"
  function numeric(t: number): Found {
    // The tokeniser keeps some of these whole and cuts others at their marks.
    const whole = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(low[t]!);
    if (whole) return ordered(whole[1]!, whole[3]!, whole[4]!, whole[2]!, t, t);
    const mark = low[t + 1];
    if ((mark !== "-" && mark !== "/") || low[t + 3] !== mark || !tight(t) || !tight(t + 1) || !tight(t + 2))
      return null;
    return ordered(low[t]!, low[t + 2]!, low[t + 4] ?? "", mark, t, t + 4);
  }
  function ordered(first: string, second: string, third: string, mark: string, from: number, to: number): Found {
    const [a, b, c] = [Number(first), Number(second), Number(third)];
    if (YEAR.test(first)) return made(a, b, c, from, to);
    if (!YEAR.test(third) || mark === "-") return null;
    if (mark === ".") return made(c, b, a, from, to);
    // Day first or month first: readable only where one of them is no month.
    if (a > 12) return made(c, b, a, from, to);
    return b > 12 ? made(c, a, b, from, to) : null;
  }
  function made(y: number, m: number, d: number, first: number, last: number): Found {
    if (!(m >= 1 && m <= 12) || !isDate(y, m, d)) return null;
    return found({ kind: "date", year: y, month: m, day: d, weekday: null }, first, last, "time/numeric");
  }

  // "3 March 2019", "3rd of March", "21 JUN 85", "March 3, 2019", "Oct. 22"
  function dayAndMonth(t: number): Found {
    const before = day(t);
    if (before !== null) {
      const at = low[t + 1] === "of" ? t + 2 : t + 1;
      const value = month(at);
      if (value === null) return null;
      const { year: y, last } = yearAfter(at);
      const short = y === null && SHORT_YEAR.test(low[at + 1] ?? "") && low[at]!.length <= 4 && !counts(at + 1);
      if (short) return date(twoDigits(low[at + 1]!), value, before, t, at + 1);
      return date(y, value, before, t, last);
    }
    const value = month(t);
    const after = day(t + 1);
    if (value === null || after === null || counts(t + 1)) return null;
    const { year: y, last } = yearAfter(t + 1);
    return date(y, value, after, t, last);
  }
  function date(y: number | null, m: number, d: number, first: number, last: number): Found {
    if (!isDate(y ?? 2000, m, d)) return null;
    return found({ kind: "date", year: y, month: m, day: d, weekday: null }, first, last, "time/date");
  }

  // "Thursday, 3 March", "Thursday night, March 3"
  function weekdayDate(t: number): Found {
    const weekday = capital(t) ? words.value(low[t], "weekday") : null;
    if (weekday === null) return null;
    let at = t + 1;
    if (words.has(low[at], "part")) at++;
    if (low[at] === ",") at++;
    if (words.has(low[at], "article")) at++;
    const dated = numeric(at) ?? dayAndMonth(at);
    if (dated?.value.kind !== "date") return null;
    return found({ ...dated.value, weekday }, t, dated.last, "time/weekday-date");
  }

  // "March 2019", "in March", "last March", "the first week of March", "early March", "the July bombing"
  function monthAlone(t: number): Found {
    const week = weekOf(t);
    if (week) return week;
    const which = words.value(low[t], "which");
    const at = which === null ? t : t + 1;
    const value = at < s.length ? month(at) : null;
    if (value === null) return null;
    const over = low[at + 1] === "," || low[at + 1] === "of" ? at + 2 : at + 1;
    const y = year(over);
    if (y !== null && !counts(over)) {
      return found(
        { kind: "month", year: y, month: value, which: "latest", week: null, years: null },
        t,
        over,
        "time/month",
      );
    }
    // "in March last year", "June of this year"
    const years = words.value(low[over], "which");
    if (which === null && years !== null && unit(over + 1) === "year") {
      const value_: Moment = { kind: "month", year: null, years, month: value, which: "latest", week: null };
      return found(value_, t, over + 1, "time/month-of-year");
    }
    // "May" and "March" are words too: they need a preposition or an article before them.
    const before = low[t - 1];
    const led =
      which !== null ||
      monthWord(at) !== low[at] ||
      words.has(before, "in") ||
      words.has(before, "vague") ||
      words.has(before, "article");
    if (!led || (upos(s, at) !== "PROPN" && which === null)) return null;
    return found(
      {
        kind: "month",
        year: null,
        month: value,
        which: which === null ? "latest" : WHICH[which]!,
        week: null,
        years: null,
      },
      t,
      at,
      "time/month",
    );
  }
  function weekOf(t: number): Found {
    const nth = words.value(low[t], "ordinal") ?? (words.value(low[t], "which") === -1 ? -1 : null);
    if (nth === null || nth > 4 || unit(t + 1) !== "week" || low[t + 2] !== "of") return null;
    const value = month(t + 3);
    if (value === null) return null;
    const { year: y, last } = yearAfter(t + 3);
    return found(
      { kind: "month", year: y, month: value, which: "latest", week: nth, years: null },
      t,
      last,
      "time/week-of-month",
    );
  }

  // "in 2015", "the 2015 war", "(1992)", "the 1990s"
  function yearAlone(t: number): Found {
    const decade = /^(1[4-9]\d0|20\d0)s$/.exec(low[t]!);
    if (decade) return found({ kind: "decade", year: Number(decade[1]) }, t, t, "time/decade");
    const value = year(t);
    // "from 1800 to 0600" are hours: a year that stands alone is of the last century or this.
    if (value === null || value < EARLIEST || low[t + 1] === "%") return null;
    const before = low[t - 1];
    // "in 2012 rebels burned it" counts no rebels
    if (counts(t) && (s.deprel[t] === "nummod" || !words.has(before, "in"))) return null;
    const led =
      words.has(before, "in") ||
      words.has(before, "season") ||
      words.has(before, "article") ||
      before === "(" ||
      before === "and" ||
      before === "-";
    return led ? found({ kind: "year", year: value }, t, t, "time/year") : null;
  }

  // "since the evening of the 25th", "on the 3rd"
  function ordinalDay(t: number): Found {
    if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(low[t]!) || !words.has(low[t - 1], "article")) return null;
    const value = day(t);
    if (value === null || /^(?:NOUN|PROPN|ADJ)$/.test(upos(s, Math.min(t + 1, s.length - 1)))) return null;
    return found({ kind: "day-of-month", day: value }, t, t, "time/day-of-month");
  }

  // "12 Bahman 1357", "15 Ramadan 1445 AH", "Muharram 1444"
  function foreign(t: number): Found {
    const dated = day(t);
    const start = dated === null ? t : low[t + 1] === "of" ? t + 2 : t + 1;
    const at = start < s.length && capital(start) ? words.at(low, start, "foreign") : null;
    if (!at) return null;
    let last = at.next - 1;
    const over = low[last + 1] === "," ? last + 2 : last + 1;
    const written = /^(1[34]\d\d)(?:h|ah|sh)?$/.exec(low[over] ?? "");
    const value = written ? Number(written[1]) : null;
    if (value === null) return null;
    last = over;
    const bracket = low[last + 1] === "(" ? last + 2 : last + 1;
    const era = words.at(low, bracket, "era");
    if (era) last = low[era.next] === ")" ? era.next : era.next - 1;
    return found(
      { kind: "foreign", calendar: at.row.calendar!, year: value, month: at.row.value!, day: dated },
      t,
      last,
      "time/foreign-calendar",
    );
  }

  return { numeric, dayAndMonth, weekdayDate, monthAlone, yearAlone, ordinalDay, foreign };
}

/** Two digits as news of the last and this century write them: 50 to 99 are 19xx. */
function twoDigits(word: string): number {
  const value = Number(word.replace("'", ""));
  return value >= 50 ? 1900 + value : 2000 + value;
}
