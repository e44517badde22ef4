/** Rows -> the bytes of gazetteer.bin. Same rows, same bytes. */
import {
  COLUMNS,
  type ColumnName,
  type GazetteerHeader,
  MAGIC,
  NONE,
  PLACE_KINDS,
} from "../../src/lexicon/gazetteer-format.ts";
import { hashKey, looseKey, plainKey } from "../../src/lexicon/place-key.ts";
import type { Countries } from "./countries.ts";
import type { Division, Row } from "./tables.ts";

export function pack(rows: readonly Row[], countries: Countries, admin1: Division[], admin2: Division[]): Uint8Array {
  const names: { text: string; place: number }[] = [];
  const firstName = rows.map((row, place) => {
    const first = names.length;
    for (const text of new Set(row.names)) names.push({ text, place });
    return first;
  });
  const keys = names.map(({ text }) => plainKey(text));
  const text = new TextEncoder();
  const encoded = names.map((name) => text.encode(name.text));
  const nameStart = [0];
  for (const bytes of encoded) nameStart.push(nameStart.at(-1)! + bytes.length);

  const index = (key: (name: number) => string) =>
    names.map((_, name) => ({ hash: hashKey(key(name)), name })).sort((a, b) => a.hash - b.hash || a.name - b.name);
  const plain = index((name) => keys[name]!);
  const loose = index((name) => looseKey(keys[name]!));

  const countryIndex = new Map(countries.list.map((country, i) => [country.alpha2, i]));
  const index1 = new Map(admin1.map((division, i) => [division.code, i]));
  const index2 = new Map(admin2.map((division, i) => [division.code, i]));
  const data: Record<ColumnName, ArrayLike<number>> = {
    latitude: rows.map((row) => row.lat),
    longitude: rows.map((row) => row.lon),
    population: rows.map((row) => row.population),
    id: rows.map((row) => row.id),
    firstName,
    nameStart,
    plainHash: plain.map((entry) => entry.hash),
    plainName: plain.map((entry) => entry.name),
    looseHash: loose.map((entry) => entry.hash),
    looseName: loose.map((entry) => entry.name),
    namePlace: names.map((name) => name.place),
    country: rows.map((row) => countryIndex.get(row.country) ?? NONE),
    admin1: rows.map((row) => index1.get(row.admin1) ?? NONE),
    admin2: rows.map((row) => index2.get(row.admin2) ?? NONE),
    kind: rows.map((row) => PLACE_KINDS.indexOf(row.kind)),
    precision: rows.map((row) => row.precision),
    capital: rows.map((row) => (row.capital ? 1 : 0)),
    bytes: Buffer.concat(encoded),
  };
  const columns = {} as Record<ColumnName, { at: number; length: number }>;
  let at = 0;
  for (const [name, Kind] of Object.entries(COLUMNS) as [ColumnName, (typeof COLUMNS)[ColumnName]][]) {
    columns[name] = { at, length: data[name].length };
    at += Math.ceil((data[name].length * Kind.BYTES_PER_ELEMENT) / 4) * 4;
  }
  const header: GazetteerHeader = {
    countries: countries.list.map(({ code, name }) => ({ code, name })),
    admin1: admin1.map(({ code, name }) => ({ code, name })),
    admin2: admin2.map(({ name }) => name),
    countryWords: countries.words,
    longest: keys.reduce((most, key) => Math.max(most, key.split(" ").length), 1),
    columns,
  };
  let head = text.encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(head.length / 4) * 4).fill(32);
  padded.set(head);
  head = padded;
  const out = new Uint8Array(8 + head.length + at);
  out.set(text.encode(MAGIC));
  new DataView(out.buffer).setUint32(4, head.length, true);
  out.set(head, 8);
  for (const [name, Kind] of Object.entries(COLUMNS) as [ColumnName, (typeof COLUMNS)[ColumnName]][]) {
    new Kind(out.buffer, 8 + head.length + columns[name].at, data[name].length).set(data[name]);
  }
  return out;
}
