import type { Event } from "../../src/core/ledger.ts";
import type { Message } from "./message.ts";
import type { Answer } from "./slots.ts";
import { COUNTRIES } from "./words.ts";

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const dayOf = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day} ${MONTHS[Number(month) - 1]} ${year!.slice(2)}`;
};

/** Day or days of an incident; on or before that of the dateline where nothing is said. */
export function dateOf(message: Message, events: readonly Event[]): Answer[] {
  const time = events.find((event) => event.time)?.time;
  const day = message.raw.date;
  if (time && (!day || time.end.slice(0, 10) <= day)) {
    const [start, end] = [dayOf(time.start), dayOf(time.end)];
    return [{ v: start === end ? start : `${start} - ${end}` }];
  }
  return day ? [{ v: `- ${dayOf(day)}` }] : [];
}

/** Country of the place, else of the dateline, else the one named most. */
export function countryOf(message: Message, events: readonly Event[]): string | null {
  for (const event of events) {
    const country = event.place && message.places.get(event.place)?.country;
    if (country) return country;
  }
  const dateline = message.result.reading.mentions.placeMentions.find((m) => m.value.use === "dateline");
  const there = dateline && message.places.get(dateline.value.place)?.country;
  if (there && COUNTRIES[there]) return there;
  const count = new Map<string, number>();
  for (const { country, mentions } of [...message.places.values(), ...message.actors.values()]) {
    if (country && COUNTRIES[country]) count.set(country, (count.get(country) ?? 0) + mentions.length);
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? there ?? null;
}

export function locationOf(message: Message, events: readonly Event[]): string {
  const country = countryOf(message, events);
  const name = (country && COUNTRIES[country]) ?? country ?? "EL SALVADOR";
  const place = events.map((event) => event.place && message.places.get(event.place)).find((p) => p);
  if (!place || place.precision >= 6) return name;
  const words = place.mentions[0] ? message.result.ledger.report.text.slice(...place.mentions[0]) : place.name;
  return `${name}: ${words.replace(/\s+/g, " ").toUpperCase()} (CITY)`;
}
