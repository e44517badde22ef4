/** lexicon/places/*.tsv: what the tables lack. A row is a new place, or further names of one that a table has. */
import { z } from "zod";
import { PLACE_KINDS } from "../../src/lexicon/gazetteer-format.ts";
import { looseKey, plainKey } from "../../src/lexicon/place-key.ts";
import type { Row } from "./tables.ts";

const degrees = (most: number) => z.union([z.literal(""), z.coerce.number().min(-most).max(most)]);

/** `also` holds further names, split by ";". Without coordinates the row names a place that a table must have. */
export const curatedRow = z.strictObject({
  name: z.string().min(1),
  also: z.string(),
  kind: z.enum(PLACE_KINDS),
  /** ISO 3166-1 alpha-3; empty at sea or where several share it. */
  country: z.string().regex(/^([A-Z]{3})?$/),
  lat: degrees(90),
  lon: degrees(180),
  /** UCDP where_prec; empty for that of the kind. */
  precision: z.string().regex(/^[1-7]?$/),
  /** Where name and position come from: "maps" public maps, "gazette" official lists, "press" usage in reports. */
  source: z.string().min(1),
});
export type CuratedRow = z.infer<typeof curatedRow>;

const PRECISION: Readonly<Record<string, number>> = { country: 6, admin1: 4, admin2: 3, region: 5, water: 7 };
const CLOSE = 0.25; // degrees: the same name this near is the same place
const settlement = (kind: string) => kind === "city" || kind === "village";

/** Same level: a province is not the town it is named after. */
const sameLevel = (a: string, b: string): boolean => a === b || (settlement(a) && settlement(b));

/** Adds the curated rows to `rows`. Names the row that gives no coordinates and is in no table, or is there twice. */
export function addCurated(rows: Row[], curated: readonly CuratedRow[], alpha2: ReadonlyMap<string, string>): void {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of row.names) {
      const key = `${row.country} ${looseKey(plainKey(name))}`;
      const list = byKey.get(key);
      if (list) list.push(row);
      else byKey.set(key, [row]);
    }
  }
  const problems: string[] = [];
  for (const place of curated) {
    const country = place.country === "" ? "" : (alpha2.get(place.country) ?? "??");
    if (country === "??") problems.push(`${place.name}: no country ${place.country}`);
    const names = [place.name, ...place.also.split(";").map((name) => name.trim())].filter((name) => name !== "");
    const same = names
      .flatMap((name) => byKey.get(`${country} ${looseKey(plainKey(name))}`) ?? [])
      .filter((row) => sameLevel(row.kind, place.kind));
    if (place.lat === "" || place.lon === "") {
      const best = same.sort((a, b) => b.population - a.population)[0];
      if (!best) problems.push(`${place.name} (${place.country}): in no table, so it needs coordinates`);
      else addNames(best, names);
      continue;
    }
    const { lat, lon } = place;
    const reach = place.kind === "admin1" || place.kind === "admin2" ? 3 : CLOSE;
    const known = same
      .filter((row) => Math.abs(row.lat - lat) < reach && Math.abs(row.lon - lon) < reach)
      .sort((a, b) => b.population - a.population)[0];
    if (known) {
      addNames(known, names);
      // The centre of a division is better known than worked out from its towns.
      if (place.kind === "admin1" || place.kind === "admin2") [known.lat, known.lon] = [lat, lon];
      continue;
    }
    rows.push({
      names,
      kind: place.kind,
      country,
      admin1: "",
      admin2: "",
      lat,
      lon,
      population: 0,
      capital: false,
      id: 0,
      precision: place.precision === "" ? (PRECISION[place.kind] ?? 1) : Number(place.precision),
    });
  }
  if (problems.length > 0) throw new Error(`lexicon/places:\n${problems.join("\n")}`);
}

/** The curated name is the one in use in English, so it is shown. */
function addNames(row: Row, names: readonly string[]): void {
  const all = [...names, ...row.names];
  row.names.splice(0, row.names.length, ...new Set(all));
}

/** New places lie in the division of the nearest city of their country. */
export function placeInDivisions(rows: readonly Row[]): void {
  const cells = new Map<string, Row[]>();
  const cell = (country: string, lat: number, lon: number) => `${country} ${Math.round(lat)} ${Math.round(lon)}`;
  for (const row of rows) {
    if (!settlement(row.kind) || row.admin1 === "") continue;
    const key = cell(row.country, row.lat, row.lon);
    const list = cells.get(key);
    if (list) list.push(row);
    else cells.set(key, [row]);
  }
  for (const row of rows) {
    if (row.admin1 !== "" || row.country === "" || row.precision > 3) continue;
    let best: Row | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const other of cells.get(cell(row.country, row.lat + dy, row.lon + dx)) ?? []) {
          const d = (other.lat - row.lat) ** 2 + (other.lon - row.lon) ** 2;
          if (d < least) [least, best] = [d, other];
        }
      }
    }
    if (best) row.admin1 = best.admin1;
  }
}
