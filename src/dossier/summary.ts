import type { EventType, Ledger, Place, Time } from "../core/ledger.ts";
import { comparePlaces } from "./compare-places.ts";
import { byId, dayNumber, isoDay, type Profile } from "./profile.ts";
import { compareText } from "./told.ts";
import { typeName } from "./type-name.ts";

/** The most specific values that no member contradicts. */
export interface Summary {
  readonly title: string;
  readonly type: EventType;
  readonly place: Place | null;
  readonly time: Time | null;
}

export function summaryOf(members: readonly Profile[], ledgers: ReadonlyMap<string, Ledger>): Summary {
  const type = commonType(members.map((m) => m.type));
  const place = commonPlace(members, ledgers);
  const time = commonTime(members, ledgers);
  const kinds = [...new Set(members.map((m) => m.type))];
  const what = (kinds.some((k) => k !== type && type.startsWith(`${k}/`)) || kinds.length === 1 ? [type] : kinds)
    .map(typeName)
    .slice(0, 3)
    .join(" or ");
  const parts = [what.charAt(0).toUpperCase() + what.slice(1), place?.name, time ? spoken(time) : null];
  const told = time === null ? firstTold(members, ledgers, place === null) : "";
  return { title: parts.filter((part) => part).join(", ") + told, type, place, time };
}

/** " (reported 5 March 2026)": without a day of its own, an event is told apart from others by when it was first told, and by whom. */
function firstTold(members: readonly Profile[], ledgers: ReadonlyMap<string, Ledger>, withOutlet: boolean): string {
  const reports = members.flatMap((m) => ledgers.get(m.ref.report)?.report ?? []);
  const [first] = reports.sort(
    (a, b) => compareText(a.published ?? "9", b.published ?? "9") || compareText(a.id, b.id),
  );
  if (!first) return "";
  const by = withOutlet && first.outlet !== null ? ` by ${first.outlet}` : "";
  const day = first.published?.slice(0, 10) ?? null;
  if (by === "" && day === null) return "";
  const on = day === null ? "" : `${by === "" ? " " : ", "}${spoken({ start: day, end: day, precision: "day" })}`;
  return ` (reported${by}${on})`;
}

/** The deepest type where all lie on one branch; else their common stem; else what most members say. */
function commonType(types: readonly EventType[]): EventType {
  const deepest = types.reduce((a, b) => (b.split("/").length > a.split("/").length ? b : a));
  if (types.every((t) => t === deepest || deepest.startsWith(`${t}/`))) return deepest;
  const times = new Map<EventType, number>();
  for (const type of types) times.set(type, (times.get(type) ?? 0) + 1);
  const [most] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const stem = types[0]!.split("/");
  while (stem.length > 0 && !types.every((t) => t === stem.join("/") || t.startsWith(`${stem.join("/")}/`))) stem.pop();
  return stem.length > 0 ? stem.join("/") : most![0];
}

/** The most exact place that all placed members can mean; null where two of them lie apart. */
function commonPlace(members: readonly Profile[], ledgers: ReadonlyMap<string, Ledger>): Place | null {
  const placed = members.filter((m) => m.place !== null);
  if (placed.length === 0) return null;
  const exact = placed.reduce((a, b) => (b.place!.precision < a.place!.precision ? b : a));
  const clash = placed.some((m) =>
    comparePlaces(exact, m).some(
      (f) => f.rule === "place/far" || f.rule === "place/apart" || f.rule === "place/other-country",
    ),
  );
  if (clash) return null;
  return placeOf(exact, ledgers);
}

function placeOf(profile: Profile, ledgers: ReadonlyMap<string, Ledger>): Place | null {
  const ledger = ledgers.get(profile.ref.report);
  const event = ledger?.events.find((e) => e.id === profile.ref.event);
  return (event?.place && ledger ? byId(ledger.places).get(event.place) : null) ?? null;
}

/** The stretch of days that all dated members share; null where they share none. */
function commonTime(members: readonly Profile[], ledgers: ReadonlyMap<string, Ledger>): Time | null {
  const dated = members.filter((m) => m.time !== null);
  if (dated.length === 0) return null;
  const start = Math.max(...dated.map((m) => m.time!.start));
  const end = Math.min(...dated.map((m) => m.time!.end));
  if (start > end) return null;
  const finest = dated.reduce((a, b) => (b.time!.end - b.time!.start < a.time!.end - a.time!.start ? b : a));
  const time = ledgers.get(finest.ref.report)?.events.find((e) => e.id === finest.ref.event)?.time ?? null;
  if (time === null) return null;
  const whole = dayNumber(time.start) === start && dayNumber(time.end) === end;
  return whole ? time : { ...time, start: isoDay(start), end: isoDay(end), precision: "day" };
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "28 January 2020", "28–29 January 2020", "30 January – 2 February 2020", "January 2020", "2020". */
function spoken({ start, end, precision }: Pick<Time, "start" | "end" | "precision">): string {
  const [y1, m1, d1] = start.slice(0, 10).split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = end.slice(0, 10).split("-").map(Number) as [number, number, number];
  if (precision === "year" && y1 === y2) return `${y1}`;
  if (precision === "month" && y1 === y2 && m1 === m2) return `${MONTHS[m1 - 1]} ${y1}`;
  if (y1 !== y2) return `${d1} ${MONTHS[m1 - 1]} ${y1} – ${d2} ${MONTHS[m2 - 1]} ${y2}`;
  if (m1 !== m2) return `${d1} ${MONTHS[m1 - 1]} – ${d2} ${MONTHS[m2 - 1]} ${y2}`;
  return d1 === d2 ? `${d1} ${MONTHS[m1 - 1]} ${y1}` : `${d1}–${d2} ${MONTHS[m1 - 1]} ${y1}`;
}
