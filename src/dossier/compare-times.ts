import type { Finding } from "./compare.ts";
import { isoDay, type Profile, type ProfileTime } from "./profile.ts";
import { WEIGHTS } from "./weights.ts";

const W = WEIGHTS.time;

/** Days of doubt that a date carries beyond what it says: a night falls on two days, a dateline may be a day late. */
const said = (t: ProfileTime): string =>
  t.start === t.end ? isoDay(t.start) : `${isoDay(t.start)} to ${isoDay(t.end)}`;

/** Dated events by the distance of their days; undated ones by what their days of publication allow. */
export function compareTimes(a: Profile, b: Profile): Finding[] {
  if (a.time && b.time) return [datedPair(a.time, b.time)];
  if (a.time) return datedAndUndated(a, b);
  if (b.time) return datedAndUndated(b, a);
  return bothUndated(a, b);
}

function datedPair(a: ProfileTime, b: ProfileTime): Finding {
  const gap = Math.max(0, a.start - b.end, b.start - a.end);
  if (gap === 0) {
    const span = Math.max(a.end - a.start, b.end - b.start);
    const weight =
      a.precision === "hour" && b.precision === "hour"
        ? W.hour
        : span <= 1
          ? W.day
          : span <= 7
            ? W.week
            : span <= 31
              ? W.month
              : W.year;
    return { rule: "time/overlap", weight, words: () => `${said(a)} and ${said(b)} fit` };
  }
  const coarse = Math.max(a.end - a.start, b.end - b.start) > 7;
  const weight =
    gap === 1 ? W.nextDay : gap === 2 ? W.twoDays : gap <= 10 && coarse ? W.twoDays : gap <= 10 ? W.days : W.far;
  return {
    rule: gap === 1 ? "time/next-day" : "time/apart",
    weight,
    words: () => `${said(a)} against ${said(b)}: ${gap} days apart`,
  };
}

/** A report without a date tells of what has just happened, more often than not. */
function datedAndUndated(dated: Profile, undated: Profile): Finding[] {
  if (undated.published === null || dated.time === null) return [];
  const after = Math.max(0, undated.published - dated.time.end);
  if (undated.stage === "accomplished" && undated.published < dated.time.start - 1) {
    return [
      {
        rule: "time/before-it-happened",
        weight: WEIGHTS.undated.afterPublication,
        words: () => `published ${isoDay(undated.published!)}, before ${said(dated.time!)}`,
      },
    ];
  }
  const weight = after <= 4 ? WEIGHTS.undated.near : after <= 30 ? WEIGHTS.undated.weeks : WEIGHTS.undated.far;
  return [
    {
      rule: "time/undated",
      weight,
      words: () => `one gives no date and was published ${after} days after ${said(dated.time!)}`,
    },
  ];
}

function bothUndated(a: Profile, b: Profile): Finding[] {
  if (a.published === null || b.published === null) return [];
  const gap = Math.abs(a.published - b.published);
  const weight = gap <= 3 ? WEIGHTS.undated.near : gap <= 30 ? WEIGHTS.undated.weeks : WEIGHTS.undated.far;
  return [{ rule: "time/published", weight, words: () => `neither gives a date; published ${gap} days apart` }];
}
