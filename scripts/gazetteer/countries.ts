/** Countries: names, demonyms, adjectives and centre from world-countries, corrected by lexicon/places/countries.tsv. */
import { createRequire } from "node:module";
import { z } from "zod";
import { plainKey } from "../../src/lexicon/place-key.ts";
import type { Row } from "./tables.ts";

const require = createRequire(import.meta.url);

export const countryRow = z.strictObject({
  country: z.string().regex(/^[A-Z]{3}$/),
  /** Further names, former ones included, split by ";". */
  names: z.string(),
  /** Adjectives and demonyms, split by ";". */
  words: z.string(),
  /** Geographic centre where that of world-countries is far off. */
  lat: z.union([z.literal(""), z.coerce.number()]),
  lon: z.union([z.literal(""), z.coerce.number()]),
});
export type CountryRow = z.infer<typeof countryRow>;

interface Country {
  name: { common: string; official: string };
  cca2: string;
  cca3: string;
  altSpellings: string[];
  demonyms: { eng?: { m: string; f: string } };
  latlng: [number, number];
}

export interface Countries {
  readonly list: { code: string; alpha2: string; name: string }[];
  readonly words: Record<string, number>;
  readonly rows: Row[];
}

const split = (cell: string): string[] =>
  cell
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "");

export function countries(corrections: readonly CountryRow[]): Countries {
  const fixes = new Map(corrections.map((row) => [row.country, row]));
  const list: Countries["list"] = [];
  const words: Record<string, number> = Object.create(null) as Record<string, number>;
  const rows: Row[] = [];
  for (const country of require("world-countries") as Country[]) {
    // Kosovo has no ISO code; XKX is the one in use by the EU, the IMF and the UN's own tables.
    const code = country.cca3 === "UNK" ? "XKX" : country.cca3;
    const fix = fixes.get(code);
    fixes.delete(code);
    const index = list.length;
    const shown = fix ? (split(fix.names)[0] ?? country.name.common) : country.name.common;
    list.push({ code, alpha2: country.cca2, name: shown });
    const names = new Set([shown, country.name.common, country.name.official]);
    for (const name of fix ? split(fix.names) : []) names.add(name);
    for (const name of country.altSpellings) if (name.length > 4 && !name.includes(",")) names.add(name);
    const demonyms = Object.values(country.demonyms.eng ?? {}).flatMap((word) => word.split(/, | or /));
    for (const word of [...names, ...demonyms, ...(fix ? split(fix.words) : [])]) {
      const key = plainKey(word);
      // The first country of the list would win "Congolese", "Dutch", "American" by chance: curated words decide, others stand.
      if (key !== "" && (words[key] === undefined || (fix && split(fix.words).some((w) => plainKey(w) === key)))) {
        words[key] = index;
      }
    }
    rows.push({
      names: [...names],
      kind: "country",
      country: country.cca2,
      admin1: "",
      admin2: "",
      lat: fix && fix.lat !== "" ? fix.lat : country.latlng[0],
      lon: fix && fix.lon !== "" ? fix.lon : country.latlng[1],
      population: 0,
      capital: false,
      id: 0,
      precision: 6,
    });
  }
  if (fixes.size > 0) throw new Error(`lexicon/places/countries.tsv: no country ${[...fixes.keys()].join(", ")}`);
  return { list, words, rows };
}
