import type { Gazetteer, GazetteerPlace } from "../core/gazetteer.ts";
import { Problem } from "../core/problem.ts";
import { COLUMNS, type ColumnName, type GazetteerHeader, MAGIC, NONE, PLACE_KINDS } from "./gazetteer-format.ts";
import { hashKey, looseKey, plainKey } from "./place-key.ts";

type Columns = { readonly [K in ColumnName]: InstanceType<(typeof COLUMNS)[K]> };

/**
 * Opens the bytes of `gazetteer.bin`. Nothing is copied or decoded before it is asked for: some 300,000 places cost
 * the file's own size, and a look-up is a binary search.
 *
 * @throws Problem `E-GAZETTEER-01` where the bytes are no gazetteer.
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const decoder = new TextDecoder();
  if (bytes.length < 8 || decoder.decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw new Problem("E-GAZETTEER-01", "These bytes are no gazetteer.", "Make it with `npm run build:data`.");
  }
  // Typed arrays need alignment, which a slice of a shared buffer may lack.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const headLength = new DataView(buffer, byteOffset).getUint32(4, true);
  const header = JSON.parse(decoder.decode(aligned.subarray(8, 8 + headLength))) as GazetteerHeader;
  const entries = Object.entries(COLUMNS).map(([name, Kind]) => {
    const { at, length } = header.columns[name as ColumnName];
    return [name, new Kind(buffer as ArrayBuffer, byteOffset + 8 + headLength + at, length)];
  });
  const columns = Object.fromEntries(entries) as Columns;

  const text = (name: number): string =>
    decoder.decode(columns.bytes.subarray(columns.nameStart[name]!, columns.nameStart[name + 1]!));

  const opened = new Map<number, GazetteerPlace>();
  function open(place: number): GazetteerPlace {
    const known = opened.get(place);
    if (known) return known;
    const made = placeOf(header, columns, text, place);
    opened.set(place, made);
    return made;
  }

  function find(hashes: Uint32Array, names: Uint32Array, key: string, keyOf: (name: string) => string): number[] {
    const hash = hashKey(key);
    const found: number[] = [];
    for (let i = lowerBound(hashes, hash); hashes[i] === hash; i++) {
      const place = columns.namePlace[names[i]!]!;
      if (!found.includes(place) && keyOf(text(names[i]!)) === key) found.push(place);
    }
    return found;
  }
  const mostPopulousFirst = (a: number, b: number) => columns.population[b]! - columns.population[a]! || a - b;
  const plain = (key: string) => find(columns.plainHash, columns.plainName, key, plainKey).sort(mostPopulousFirst);
  const loose = (key: string) =>
    find(columns.looseHash, columns.looseName, looseKey(key), (name) => looseKey(plainKey(name))).sort(
      mostPopulousFirst,
    );

  return {
    longest: header.longest,
    exact: (name) => plain(plainKey(name)).map(open),
    alike(name) {
      const key = plainKey(name);
      const exact = new Set(plain(key));
      return loose(key)
        .filter((place) => !exact.has(place))
        .map(open);
    },
    lookup(name) {
      const key = plainKey(name);
      const exact = plain(key);
      return (exact.length > 0 ? exact : loose(key)).map(open);
    },
    country(word) {
      const index = header.countryWords[plainKey(word)];
      return index === undefined ? null : header.countries[index]!.code;
    },
    countryName(code) {
      return header.countries.find((country) => country.code === code)?.name ?? null;
    },
  };
}

function placeOf(
  header: GazetteerHeader,
  columns: Columns,
  text: (name: number) => string,
  place: number,
): GazetteerPlace {
  const name = text(columns.firstName[place]!);
  const country = columns.country[place] === NONE ? null : header.countries[columns.country[place]!]!.code;
  const admin1 = columns.admin1[place] === NONE ? null : header.admin1[columns.admin1[place]!]!;
  const kind = PLACE_KINDS[columns.kind[place]!]!;
  // Float32 keeps about seven digits: five decimals are a metre.
  const latitude = Math.round(columns.latitude[place]! * 1e5) / 1e5;
  const longitude = Math.round(columns.longitude[place]! * 1e5) / 1e5;
  let entry: string;
  if (columns.id[place]! > 0) entry = `geonames:${columns.id[place]}`;
  else if (kind === "country") entry = `iso:${country}`;
  else if (kind === "admin1" && admin1) entry = `geonames-admin1:${admin1.code}`;
  else
    entry = `hearsay:${country ?? "sea"}/${plainKey(name).replaceAll(" ", "-")}@${latitude.toFixed(2)},${longitude.toFixed(2)}`;
  return {
    entry,
    name,
    country,
    admin1: admin1?.name ?? null,
    admin2: columns.admin2[place] === NONE ? null : header.admin2[columns.admin2[place]!]!,
    latitude,
    longitude,
    kind,
    population: columns.population[place]!,
    capital: columns.capital[place] === 1,
    precision: columns.precision[place]! as GazetteerPlace["precision"],
  };
}

/** First index whose hash is not less. */
function lowerBound(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
