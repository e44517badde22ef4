import type { Syntax } from "../../../core/syntax.ts";
import type { Clock, Read } from "./expression.ts";
import type { CalendarWords } from "./words.ts";

// "3:15 p.m. local time", "at 0830 GMT", "15:00", "7 a.m.", "10.30am", "0600 hours"
export function clockAt(s: Syntax, words: CalendarWords, t: number): Read<Clock> | null {
  const low = s.lower;
  const match = /^(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)?$|^(\d\d)(\d\d)$/.exec(low[t]!);
  if (!match) return null;
  let hour = Number(match[1] ?? match[3]);
  const minute = Number(match[2] ?? match[4] ?? 0);
  const colon = /:/.test(low[t]!);
  let last = t;
  const meridiem = words.value(low[last + 1], "meridiem");
  if (meridiem !== null && hour >= 1 && hour <= 12) {
    hour = (hour % 12) + meridiem;
    last++;
  }
  const hours = words.has(low[last + 1], "hours") && (match[3] !== undefined || low[last + 1] === "o'clock");
  if (hours) last++;
  const utc = words.has(low[last + 1], "zone");
  const local = words.has(low[last + 1], "local");
  if (utc || local) last += local && low[last + 2] === "time" ? 2 : 1;
  const led = words.has(low[t - 1], "at");
  // A bare "15" or "0600" is a number; a colon, a meridiem, a zone or "hours" make it a time.
  const timed = meridiem !== null || utc || local || hours || (colon && led);
  if (!timed || hour > 23 || minute > 59) return null;
  return { value: { hour, minute, utc }, first: t, last, rule: "time/clock" };
}
