import type { Syntax } from "../../../core/syntax.ts";
import { upos } from "../../../core/tree.ts";
import { isDate } from "./days.ts";
import type { From, Moment, Read, Unit, Which } from "./expression.ts";
import type { CalendarWords } from "./words.ts";

const YEAR = /^(?:1[4-9]\d\d|20\d\d)$/;
const EARLIEST = 1900;
const SHORT_YEAR = /^'?\d\d$/;
const NUMBER = /^\d{1,3}$/;
const WHICH: Readonly<Record<string, Which>> = { "-1": "last", "0": "this", "1": "next" };

type Found = Read<Moment> | null;
const found = (value: Moment, first: number, last: number, rule: string): Read<Moment> => ({
  value,
  first,
  last,
  rule,
});

/** Reads single dates at a token. Each rule has the words that it is for above it. */
export function moments(s: Syntax, words: CalendarWords) {
  const low = s.lower;
  const capital = (t: number) => /^\p{Lu}/u.test(s.text.slice(s.start[t], s.end[t]));
  const tight = (t: number) => s.end[t] === s.start[t + 1];

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

  // "on Thursday", "last Thursday", "next Friday evening", "Thursday of last week", "Thursday last week"
  function weekday(t: number): Found {
    const which = words.value(low[t], "which");
    const at = which === null ? t : t + 1;
    const value = at < s.length && capital(at) ? words.value(low[at], "weekday") : null;
    if (value === null || (low[at]!.length < 5 && upos(s, at) !== "PROPN")) return null;
    let last = partAfter(at);
    let week: number | null = null;
    const of = low[last + 1] === "of" ? last + 2 : last + 1;
    const direction = words.value(low[of], "which");
    if (which === null && direction !== null && unit(of + 1) === "week") {
      week = direction;
      last = of + 1;
    }
    return found(
      { kind: "weekday", weekday: value, which: which === null ? "latest" : WHICH[which]!, week },
      t,
      last,
      "time/weekday",
    );
  }
  const partAfter = (t: number): number =>
    words.has(low[t + 1], "part") && s.sentence[t + 1] === s.sentence[t] ? t + 1 : t;

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

  // "today", "yesterday evening", "tonight", "Christmas Day"
  function named(t: number): Found {
    const value = words.value(low[t], "day");
    if (value !== null) return found(offset("day", value, "anchor"), t, partAfter(t), "time/relative-day");
    const feast = capital(t) ? words.at(low, t, "feast") : null;
    if (!feast) return null;
    const last = feast.next - 1;
    const at = yearAfter(last);
    return found(
      { kind: "date", year: at.year, month: feast.row.month!, day: feast.row.value!, weekday: null },
      t,
      at.last,
      "time/feast",
    );
  }

  // "last night", "this morning", "last week", "next month", "the past three days", "the last 24 hours", "the weekend"
  function which(t: number): Found {
    const passed = words.has(low[t], "passed");
    const amount = number(t + 1);
    const counted = amount === null ? null : unit(t + 2);
    if (passed && amount !== null && counted !== null) {
      return found({ kind: "past", unit: counted, amount }, t, t + 2, "time/past");
    }
    if (words.has(low[t], "article") && unit(t + 1) === "weekend") {
      return found({ kind: "unit", unit: "weekend", offset: 0, from: "anchor" }, t, t + 1, "time/period");
    }
    const direction = words.value(low[t], "which");
    const of = unit(t + 1);
    if (direction === null || of === null) return null;
    if (of === "hour" || (of === "day" && direction !== 0)) return null; // "the last day", "the next hour"
    if (of === "day" || of === "night") {
      // "the next morning" is counted from the day before it in the text.
      if (direction === 1) return null;
      return found(offset("day", direction, "anchor"), t, t + 1, "time/relative-day");
    }
    // "the past week" runs up to now; "last week" is the one before.
    if (low[t] === "past" || (direction === -1 && words.has(low[t - 1], "article") && of !== "weekend")) {
      return found({ kind: "past", unit: of, amount: 1 }, t, t + 1, "time/past");
    }
    return found({ kind: "unit", unit: of, offset: direction, from: "anchor" }, t, t + 1, "time/period");
  }
  const offset = (of: Unit, amount: number, from: From): Moment => ({ kind: "offset", unit: of, amount, from });

  // "the same day", "that night", "the following morning", "the previous week"
  function again(t: number): Found {
    const direction = words.value(low[t], "again");
    const of = unit(t + 1);
    if (direction === null || of === null || of === "hour" || s.sentence[t + 1] !== s.sentence[t]) return null;
    const days = of === "day" || of === "night";
    if (direction === 1 && !days && words.has(low[t], "which")) return null; // "next week": from the anchor
    // "that year" says when, "the same week" too; "that day" as subject does not date anything else.
    const value = days
      ? offset("day", direction, "context")
      : ({ kind: "unit", unit: of, offset: direction, from: "context" } as const);
    return found(value, t, t + 1, "time/again");
  }

  // "three days ago", "two weeks later", "a day earlier", "hours later", "the day before"
  function counted(t: number): Found {
    let amount = number(t);
    let at = t + 1;
    if (amount === null && words.value(low[t], "one") === 1) {
      const after = number(t + 1);
      amount = after ?? 1;
      at = after === null ? t + 1 : t + 2;
    }
    const bare = amount === null && unit(t) === "hour";
    if (bare) {
      amount = 1;
      at = t;
    }
    const of = amount === null ? null : unit(at);
    if (amount === null || of === null || amount > 500) return null;
    const last = at + 1;
    if (words.has(low[last], "ago")) return found(offset(of, -amount, "anchor"), t, last, "time/ago");
    const direction = words.value(low[last], "shift");
    if (direction === null) return null;
    const adverb = low[last] === "later" || low[last] === "earlier";
    const closes =
      last + 1 >= s.length ||
      s.sentence[last + 1] !== s.sentence[t] ||
      /^(?:PUNCT|CCONJ|AUX|VERB)$/.test(upos(s, last + 1));
    if (adverb || closes) return found(offset(of, direction * amount, "context"), t, last, "time/counted");
    // "on Friday, a week after gunmen seized them": what follows lies that long before the date of the sentence.
    const dated = s.head[last]!;
    if (of === "hour" || dated <= last || !/^(?:mark|case)$/.test(s.deprel[last]!)) return null;
    const value: Moment = { kind: "offset", unit: of, amount: -direction * amount, from: "sentence", of: dated };
    return found(value, t, last, "time/counted-to");
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

  const rules = [
    numeric,
    foreign,
    weekdayDate,
    dayAndMonth,
    weekday,
    which,
    again,
    counted,
    ordinalDay,
    named,
    monthAlone,
    yearAlone,
  ];
  return {
    day,
    month,
    number,
    unit,
    yearAfter,
    /** The moment that begins at token `t`. */
    at(t: number): Found {
      if (t >= s.length) return null;
      for (const rule of rules) {
        const hit = rule(t);
        if (hit && s.sentence[hit.last] === s.sentence[t]) return hit;
      }
      return null;
    },
  };
}

/** Two digits as news of the last and this century write them: 50 to 99 are 19xx. */
function twoDigits(word: string): number {
  const value = Number(word.replace("'", ""));
  return value >= 50 ? 1900 + value : 2000 + value;
}
