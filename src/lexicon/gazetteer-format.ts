/**
 * The layout of `dist/data/gazetteer.bin`, shared by the build that writes it and the look-up that reads it:
 * "HSGZ", length of the header (uint32, little endian), a JSON header, then typed arrays, each at a multiple of 4 bytes.
 */
export const PLACE_KINDS = [
  "country", "admin1", "admin2", "city", "village", "camp", "base", "landmark", "region", "water",
] as const; // biome-ignore format: one line reads best
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Columns by place, by name and by key; `bytes` is the UTF-8 of all names. */
export const COLUMNS = {
  latitude: Float32Array,
  longitude: Float32Array,
  population: Uint32Array,
  /** GeoNames id; 0 where none. */
  id: Uint32Array,
  /** Number of the place's first name. */
  firstName: Uint32Array,
  /** Offset of a name into `bytes`; one more at the end. */
  nameStart: Uint32Array,
  /** Sorted hashes of plain keys, and the name of each. */
  plainHash: Uint32Array,
  plainName: Uint32Array,
  /** The same for loose keys. */
  looseHash: Uint32Array,
  looseName: Uint32Array,
  /** Number of the place that a name is of. */
  namePlace: Uint32Array,
  /** Index into `countries` of the header; 65535 where none. */
  country: Uint16Array,
  /** Index into `admin1`; 65535 where none. */
  admin1: Uint16Array,
  admin2: Uint16Array,
  kind: Uint8Array,
  /** UCDP where_prec. */
  precision: Uint8Array,
  /** 1 for the capital of a country. */
  capital: Uint8Array,
  bytes: Uint8Array,
} as const;
export type ColumnName = keyof typeof COLUMNS;

export interface GazetteerHeader {
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly admin1: readonly { readonly code: string; readonly name: string }[];
  readonly admin2: readonly string[];
  /** Names, demonyms and adjectives by plain key; index into `countries`. */
  readonly countryWords: Readonly<Record<string, number>>;
  readonly longest: number;
  readonly columns: Readonly<Record<ColumnName, { readonly at: number; readonly length: number }>>;
}

export const MAGIC = "HSGZ";
export const NONE = 65_535;
