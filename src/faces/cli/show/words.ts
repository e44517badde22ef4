import type { Claim, Count, Place, Time } from "../../../index.ts";

/** How fields of a ledger are put into words. */

const PRECISE: Readonly<Record<Place["precision"], string>> = {
  1: "",
  2: "or near it",
  3: "district",
  4: "province",
  5: "area",
  6: "country only",
  7: "sea or air",
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "violence/bombing/suicide" -> "Suicide bombing"; "violence/armed-attack" -> "Armed attack". */
export function typeName(type: string): string {
  const parts = type.split("/");
  const name = (parts.length > 2 ? parts.slice(1).reverse().join(" ") : parts.at(-1)!).replace(/-/g, " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function placeName(place: Place): string {
  const where = [place.name, place.admin1 === place.name ? null : place.admin1, place.country]
    .filter(Boolean)
    .join(", ");
  const precision = PRECISE[place.precision];
  return precision === "" || (place.precision === 6 && place.country === null) ? where : `${where} (${precision})`;
}

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
}

function dayOf(iso: string): Day {
  const [date, clock] = iso.split("T");
  const [year, month, day] = date!.split("-");
  return { year: year!, month: MONTHS[Number(month) - 1]!, day: String(Number(day)), hour: clock?.slice(0, 5) ?? "" };
}

/** "29 January 2020"; date-times keep their hour. */
export function dateName(iso: string): string {
  const { year, month, day, hour } = dayOf(iso);
  return `${day} ${month} ${year}${hour === "" ? "" : `, ${hour}`}`;
}

/** "28–29 January 2020", "January 2020", "14:00, 3 March 2026", with "reckoned" where the date is worked out. */
export function timeName(time: Time): string {
  const reckoned = time.basis === "implied" ? " (reckoned)" : "";
  const [a, b] = [dayOf(time.start), dayOf(time.end)];
  if (time.precision === "year" && a.year === b.year) return a.year + reckoned;
  if (time.precision === "month" && a.year === b.year && a.month === b.month) return `${a.month} ${a.year}${reckoned}`;
  if (time.start === time.end) return dateName(time.start) + reckoned;
  const end = `${b.day} ${b.month} ${b.year}`;
  if (a.year !== b.year) return `${a.day} ${a.month} ${a.year} – ${end}${reckoned}`;
  if (a.month !== b.month) return `${a.day} ${a.month} – ${end}${reckoned}`;
  if (a.day !== b.day) return `${a.day}–${end}${reckoned}`;
  return `${end}, ${a.hour}–${b.hour}${reckoned}`;
}

const SAYS: Readonly<Record<Claim["act"], string>> = {
  state: "says",
  confirm: "confirms",
  deny: "denies",
  doubt: "doubts",
  accuse: "accuses",
  suspect: "suspects",
  "claim-responsibility": "claims it",
  threaten: "threatens",
  demand: "demands",
  promise: "promises",
  predict: "predicts",
};

/** "says", "denies", "says not · probable · to come": the act, and whatever keeps it from being a plain statement. */
export function actPhrase(claim: Claim): string {
  const parts = [SAYS[claim.act] + (claim.polarity === "negative" && claim.act !== "deny" ? " not" : "")];
  if (claim.certainty !== "certain") parts.push(claim.certainty === "unknown" ? "uncertain" : claim.certainty);
  if (claim.modality !== "actual") parts.push(claim.modality === "future" ? "to come" : claim.modality);
  return parts.join(" · ");
}

/** "at least 10", "35 to 40", "about 100", "24 or more". */
export function figure(count: Count): string {
  const { low, high, bound } = count;
  if (high === null) return bound === "vague" ? `${low} or more` : `at least ${low}`;
  if (bound === "at-most") return `at most ${high}`;
  const range = low === high ? String(low) : `${low} to ${high}`;
  return bound === "about" ? `about ${range}` : range;
}

/** "killed or wounded". */
export const harmName = (count: Count): string => count.harm.replaceAll("-", " ");

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
