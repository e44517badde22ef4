/** Joins the tables, the divisions, the countries and lexicon/places into the bytes of the gazetteer. */
import { type CountryRow, countries } from "./countries.ts";
import { addCurated, type CuratedRow, placeInDivisions } from "./curated.ts";
import { divisionRows } from "./divisions.ts";
import { pack } from "./pack.ts";
import { admin1, admin2, cities } from "./tables.ts";

export function buildGazetteer(curated: readonly CuratedRow[], corrections: readonly CountryRow[]): Uint8Array {
  const known = countries(corrections);
  const places = cities();
  const first = admin1();
  const second = admin2();
  const rows = [...known.rows, ...divisionRows(1, first, places), ...divisionRows(2, second, places), ...places];
  addCurated(rows, curated, new Map(known.list.map(({ code, alpha2 }) => [code, alpha2])));
  placeInDivisions(rows);
  return pack(rows, known, first, second);
}
