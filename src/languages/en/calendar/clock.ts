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
  const zone = zoneAt(s, words, last + 1);
  if (zone) last = zone.last;
  const led = words.has(low[t - 1], "at");
  // A bare "15" or "0600" is a number; a colon, a meridiem, a zone or "hours" make it a time.
  const timed = meridiem !== null || zone !== null || hours || (colon && led);
  if (!timed || hour > 23 || minute > 59) return null;
  return { value: { hour, minute, zone: zone?.minutes ?? null }, first: t, last, rule: "time/clock" };
}

/** "GMT", "EST", "UTC+3", "local time", "Moscow time": whose time it is; `minutes` null where it is that of the place. */
function zoneAt(
  s: Syntax,
  words: CalendarWords,
  t: number,
): { readonly minutes: number | null; readonly last: number } | null {
  const low = s.lower;
  if (t >= s.length) return null;
  const whole = /^(utc|gmt)([+-])(\d{1,2})(?::?(\d\d))?$/.exec(low[t]!);
  if (whole) return { minutes: shiftOf(whole[2]!, whole[3]!, whole[4]), last: t };
  const minutes = words.value(low[t], "zone");
  if (minutes !== null) {
    const shift =
      minutes === 0 ? /^\s?([+-])(\d{1,2})(?::?(\d\d))?\b/.exec(s.text.slice(s.end[t], s.end[t]! + 7)) : null;
    if (!shift) return { minutes, last: words.has(low[t + 1], "clock") ? t + 1 : t };
    let last = t;
    while (last + 1 < s.length && s.start[last + 1]! < s.end[t]! + shift[0].length) last++;
    return { minutes: shiftOf(shift[1]!, shift[2]!, shift[3]), last };
  }
  if (words.has(low[t], "local")) return { minutes: null, last: words.has(low[t + 1], "clock") ? t + 1 : t };
  // "Moscow time", "Sri Lanka time"
  for (let last = t; last < Math.min(t + 3, s.length) && /^\p{Lu}/u.test(s.text[s.start[last]!]!); last++) {
    if (words.has(low[last + 1], "clock")) return { minutes: null, last: last + 1 };
  }
  return null;
}

const shiftOf = (sign: string, hours: string, minutes: string | undefined): number =>
  (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes ?? 0));
