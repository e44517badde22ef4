import type { Event, Place } from "../../src/core/ledger.ts";
import type { Message } from "./message.ts";
import type { Answer } from "./slots.ts";
import { COUNTRIES } from "./words.ts";

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const dayOf = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day} ${MONTHS[Number(month) - 1]} ${year!.slice(2)}`;
};

const NARROW = ["hour", "day", "week", "month", "year"];
const DAY = 86_400_000;

/** Day or days of an incident, the narrowest that is told; on or before that of the dateline where none of late is. */
export function dateOf(message: Message, events: readonly Event[]): Answer[] {
  const day = message.raw.date;
  const recent = (end: string): boolean =>
    !day || (end.slice(0, 10) <= day && Date.parse(day) - Date.parse(end.slice(0, 10)) < 200 * DAY);
  const time = events
    .flatMap((event) => event.time ?? [])
    .filter(({ end }) => recent(end))
    .sort((a, b) => NARROW.indexOf(a.precision) - NARROW.indexOf(b.precision))[0];
  if (time) {
    const [start, end] = [dayOf(time.start), dayOf(time.end)];
    return [{ v: start === end ? start : `${start} - ${end}` }];
  }
  return day ? [{ v: `- ${dayOf(day)}` }] : [];
}

/** Country of the place, where it is one of those that the keys are about; else of the dateline, else the one named most. */
export function countryOf(message: Message, events: readonly Event[]): string | null {
  const own = events.map((event) => event.place && message.places.get(event.place)?.country).find((c) => c);
  if (own && COUNTRIES[own]) return own;
  const dateline = datelineOf(message);
  if (dateline?.country && COUNTRIES[dateline.country]) return dateline.country;
  const count = new Map<string, number>();
  for (const { country, mentions } of [...message.places.values(), ...message.actors.values()]) {
    if (country && COUNTRIES[country]) count.set(country, (count.get(country) ?? 0) + mentions.length);
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? own ?? dateline?.country ?? null;
}

function datelineOf(message: Message): Place | undefined {
  const mention = message.result.reading.mentions.placeMentions.find((m) => m.value.use === "dateline");
  return mention && message.places.get(mention.value.place);
}

/** "PERU: LIMA (CITY): MIRAFLORES (DISTRICT)": the country, and the city before its quarter. */
export function locationOf(message: Message, events: readonly Event[]): string {
  const country = countryOf(message, events);
  const name = (country && COUNTRIES[country]) ?? country ?? "EL SALVADOR";
  const place = events.map((event) => event.place && message.places.get(event.place)).find((p) => p);
  if (!place || place.precision >= 6 || place.country !== country) return name;
  const { text } = message.result.ledger.report;
  const [start, end] = place.mentions[0] ?? [0, 0];
  const words = bare(end > start ? text.slice(start, end) : place.name);
  if (words === "" || words === name) return name;
  const quarter = QUARTER.test(text.slice(end, end + 20));
  const city = quarter ? cityNear(message, place) : null;
  const around = city ? `${city} (CITY)` : place.precision < 4 ? departmentOf(message, end, words) : null;
  return [name, ...(around ? [around] : []), `${words} (${quarter ? "NEIGHBORHOOD" : "CITY"})`].join(": ");
}

const QUARTER = /^\s*(NEIGHBORHOOD|DISTRICT|SUBURB|SECTOR)/i;

/** "UCHIZA, MARISCAL CACERES PROVINCE, IN SAN MARTIN DEPARTMENT": the department that is told right after a town. */
function departmentOf(message: Message, end: number, town: string): string | null {
  const { text } = message.result.ledger.report;
  const near = message.result.reading.mentions.placeMentions.find(
    ({ span }) => span[0] >= end && span[0] - end < 60 && DEPARTMENT.test(text.slice(span[0], span[1] + 14)),
  );
  const words = near && bare(text.slice(...near.span));
  return words && words !== town ? `${words} (DEPARTMENT)` : null;
}

const DEPARTMENT = /\s(DEPARTMENT|PROVINCE)\b/i;

/** The name alone: "CHALATENANGO DEPARTMENT." -> "CHALATENANGO". */
const bare = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .toUpperCase()
    .replace(/[.,;:'"\])]+$/, "")
    .replace(/^THE (CITY|TOWN|DEPARTMENT|PROVINCE|VILLAGE) OF /, "")
    .replace(/ (DEPARTMENT|PROVINCE|NEIGHBORHOOD|DISTRICT|MUNICIPALITY|REGION)$/, "");

/** The city of the dateline, else the place told nearest before a quarter. */
function cityNear(message: Message, quarter: Place): string | null {
  const { text } = message.result.ledger.report;
  const at = quarter.mentions[0]?.[0] ?? 0;
  const cities = message.result.reading.mentions.placeMentions.filter(({ value, span }) => {
    const place = message.places.get(value.place);
    return place && place.id !== quarter.id && place.precision < 4 && Math.abs(span[0] - at) < 120;
  });
  const near = cities.sort((a, b) => Math.abs(a.span[0] - at) - Math.abs(b.span[0] - at))[0];
  return near ? bare(text.slice(...near.span)) : (datelineOf(message)?.name.toUpperCase() ?? null);
}
