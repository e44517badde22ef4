import type { Syntax } from "../../../core/syntax.ts";
import { dates } from "./dates.ts";
import { type Found, makeParts } from "./parts.ts";
import { relative } from "./relative.ts";
import type { CalendarWords } from "./words.ts";

/** Reads single dates at a token: the first rule that fits. */
export function moments(s: Syntax, words: CalendarWords) {
  const parts = makeParts(s, words);
  const dated = dates(parts);
  const reckoned = relative(parts);

  const rules = [
    dated.numeric,
    dated.foreign,
    dated.weekdayDate,
    dated.dayAndMonth,
    reckoned.weekday,
    reckoned.which,
    reckoned.again,
    reckoned.counted,
    dated.ordinalDay,
    reckoned.named,
    dated.monthAlone,
    dated.yearAlone,
  ];
  return {
    day: parts.day,
    month: parts.month,
    number: parts.number,
    unit: parts.unit,
    yearAfter: parts.yearAfter,
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
