/** First- and second-order divisions as places: GeoNames gives their codes and names, their cities give the centre. */
import type { Division, Row } from "./tables.ts";

// "Maidan Wardak Province" is also called "Maidan Wardak"; "Departamento de Chalatenango" also "Chalatenango".
const KIND_AFTER =
  / (?:province|governorate|region|state|oblast|oblast'|kray|krai|okrug|raion|district|department|prefecture|county|municipality|division|city|voivodeship|emirate|republic|atoll|parish|canton|autonomous region|autonomous okrug|autonomous oblast|special region|metropolitan area|borough|wilaya|council area|governate|commune|subdistrict|township|area|entity|shi|ken|fu|qu|xian)$/i;
const KIND_BEFORE =
  /^(?:departamento|departement|département|provincia|província|province|estado|região|région|region|regione|distrito|district|muḩāfaz̧at|wilaya|wilāyat|gouvernorat|gobernación|gouvernement|republic|respublika|comarca|canton|kanton|state|municipio|municipality|circle|cercle|préfecture|prefecture|nohiyai|county|city|kabupaten|kota)(?: (?:de la|de los|de las|du|des|de|del|do|da|dos|of|d))?[ '’]/i;

/** The name without its kind word, where something is left. */
export function bareNames(name: string): string[] {
  const names = new Set([name]);
  const after = name.replace(KIND_AFTER, "");
  if (after.length > 2) names.add(after);
  const before = name.replace(KIND_BEFORE, "");
  if (before.length > 2) names.add(before);
  return [...names];
}

/** Divisions that have at least one known city; without one nothing says where they are. */
export function divisionRows(level: 1 | 2, divisions: readonly Division[], cities: readonly Row[]): Row[] {
  const sums = new Map<string, { lat: number; east: number; north: number; n: number; people: number }>();
  const seen = new Set<string>();
  for (const city of cities) {
    const code = level === 1 ? city.admin1 : city.admin2;
    if (code === "") continue;
    // One city for each cell of half a degree: the centre of the land, not of the people.
    const cell = `${code} ${Math.round(city.lat * 2)} ${Math.round(city.lon * 2)}`;
    const sum = sums.get(code) ?? { lat: 0, east: 0, north: 0, n: 0, people: 0 };
    sum.people += city.population;
    sums.set(code, sum);
    if (seen.has(cell)) continue;
    seen.add(cell);
    // Longitudes are averaged as directions, so that a division across the date line does not end up in Africa.
    sum.lat += city.lat;
    sum.east += Math.cos((city.lon * Math.PI) / 180);
    sum.north += Math.sin((city.lon * Math.PI) / 180);
    sum.n++;
  }
  const rows: Row[] = [];
  for (const { code, name } of divisions) {
    const sum = sums.get(code);
    if (!sum) continue;
    rows.push({
      names: bareNames(name),
      kind: level === 1 ? "admin1" : "admin2",
      country: code.slice(0, 2),
      admin1: code.split(".").slice(0, 2).join("."),
      admin2: level === 2 ? code : "",
      lat: sum.lat / sum.n,
      lon: (Math.atan2(sum.north, sum.east) * 180) / Math.PI,
      population: sum.people,
      capital: false,
      id: 0,
      precision: level === 1 ? 4 : 3,
    });
  }
  return rows;
}
