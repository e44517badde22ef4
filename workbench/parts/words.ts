import type { CellValue, Count, Place, Time } from "../../src/index.ts";

/** Values in words, the same on every screen. */

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

const date = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);

export const dateWords = (iso: string | null): string =>
  iso === null ? "no date" : day.format(date(iso.slice(0, 10)));

export function timeWords(time: Pick<Time, "start" | "end" | "precision">): string {
  if (time.precision === "year") return time.start.slice(0, 4);
  if (time.precision === "month") return month.format(date(time.start.slice(0, 10)));
  const [start, end] = [time.start.slice(0, 10), time.end.slice(0, 10)];
  if (start !== end) return `${day.format(date(start))} to ${day.format(date(end))}`;
  const hour = time.precision === "hour" && time.start.length > 10 ? `, ${time.start.slice(11, 16)}` : "";
  return weekday.format(date(start)) + hour;
}

export function figureWords({ low, high, bound }: Pick<Count, "low" | "high" | "bound">): string {
  if (high === 0) return "none";
  if (bound === "about") return `about ${low}`;
  if (high === null) return `at least ${low}`;
  if (low === high) return `${low}`;
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}

const PRECISION = [
  "",
  "exact",
  "within 25 km",
  "district",
  "province",
  "vague or along a line",
  "country",
  "at sea or in the air",
];
export const precisionWords = (precision: number): string => PRECISION[precision] ?? "";
export const precisionGlyph = (precision: number): "p-spot" | "p-disc" | "p-area" =>
  precision === 1 ? "p-spot" : precision === 2 ? "p-disc" : "p-area";

export const placeWords = (place: Pick<Place, "name" | "admin1" | "country">): string =>
  [place.name, place.admin1, place.country]
    .filter((part, i, all) => part !== null && all.indexOf(part) === i)
    .join(", ");

/** "violence/armed-attack" -> "armed attack". */
export const typeWords = (type: string): string =>
  (type.split("/").slice(1).reverse().join(" ") || type).replaceAll("-", " ");

export function valueWords(value: CellValue): string {
  switch (value.kind) {
    case "type":
      return typeWords(value.type);
    case "parties":
      return value.names.join(", ");
    case "place":
      return placeWords(value.place);
    case "time":
      return timeWords(value.time);
    case "toll":
      return figureWords(value);
    case "cause":
      return value.words;
  }
}

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const languages = new Intl.DisplayNames("en", { type: "language" });

/** "en" -> "English". */
export const languageWords = (code: string): string =>
  code === "und" ? "language not known" : (languages.of(code) ?? code);
