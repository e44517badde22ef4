/**
 * The date of publication as reports state it, to ISO 8601. Two traps are kept out: a day that does not exist
 * ("2020-02-30"), and a numeric date whose day and month cannot be told apart ("03/04/2020"). Clock and time zone of
 * the machine play no part.
 */

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DAY_FIRST = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?[ -](\p{L}{3,})\.?,?[ -](\d{4})\b/u;
const MONTH_FIRST = /^(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** ISO 8601 date, or date-time where an hour is stated; null where the words are no date. */
export function publicationDate(words: string): string | null {
  const text = words.trim();
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = calendarDate(year, month, day);
    if (date === null || hour === undefined) return date;
    if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
    return `${date}T${hour}:${minute}${second === undefined ? "" : `:${second}`}${offset(zone)}`;
  }
  const compact = COMPACT.exec(text) ?? YEAR_FIRST.exec(text);
  if (compact) return calendarDate(compact[1], compact[2], compact[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return calendarDate(dayFirst[3], monthNumber(dayFirst[2]!), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return calendarDate(monthFirst[3], monthNumber(monthFirst[1]!), monthFirst[2]);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, first, second, year] = numeric;
    if (Number(first) > 12) return calendarDate(year, second, first);
    if (Number(second) > 12 || first === second) return calendarDate(year, first, second);
  }
  return null;
}

function calendarDate(
  year: string | undefined,
  month: string | null | undefined,
  day: string | undefined,
): string | null {
  const [y, m, d] = [Number(year), Number(month ?? 0), Number(day)];
  if (m < 1 || m > 12 || d < 1 || y < 1000 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

const offset = (zone: string | undefined): string =>
  zone === undefined ? "" : zone.toUpperCase() === "Z" ? "Z" : zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");

let months: readonly string[] | null = null;

/** Month names come from the platform, not from a list of ours. */
function monthNumber(word: string): string | null {
  if (months === null) {
    const format = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
    months = Array.from({ length: 12 }, (_, i) => format.format(new Date(Date.UTC(2000, i, 1))).toLowerCase());
  }
  const start = word.toLowerCase();
  const found = months.findIndex((name) => name.startsWith(start));
  return found < 0 ? null : String(found + 1);
}
