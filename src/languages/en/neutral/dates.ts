import type { Time } from "../../../core/ledger.ts";

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // biome-ignore format: one line reads best

const parts = (iso: string) => {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number) as [number, number, number];
  return { year, month: MONTHS[month - 1]!, day, hour: iso.length > 10 ? iso.slice(11, 16) : null };
};

/** "on 3 March 2026", "between 3 and 5 March 2026", "in March 2026", "in 2026". */
export function when(time: Time): string {
  const start = parts(time.start);
  const end = parts(time.end);
  if (time.precision === "year")
    return start.year === end.year ? `in ${start.year}` : `between ${start.year} and ${end.year}`;
  if (time.precision === "month") {
    if (start.year !== end.year) return `between ${start.month} ${start.year} and ${end.month} ${end.year}`;
    return start.month === end.month
      ? `in ${start.month} ${start.year}`
      : `between ${start.month} and ${end.month} ${end.year}`;
  }
  if (time.start.slice(0, 10) === time.end.slice(0, 10)) {
    const hour = start.hour && time.precision === "hour" ? ` at about ${start.hour}` : "";
    return `on ${start.day} ${start.month} ${start.year}${hour}`;
  }
  const from =
    start.year !== end.year
      ? `${start.day} ${start.month} ${start.year}`
      : start.month !== end.month
        ? `${start.day} ${start.month}`
        : `${start.day}`;
  return `between ${from} and ${end.day} ${end.month} ${end.year}`;
}
