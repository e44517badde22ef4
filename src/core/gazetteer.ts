/** One place of the gazetteer. */
export interface GazetteerPlace {
  /** "geonames:2950159"; "iso:SYR" for a country, "geonames-admin1:AF.28" for a first-order division, else "hearsay:…" with name and position. */
  readonly entry: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3; null at sea or where the country is disputed. */
  readonly country: string | null;
  /** Name of the first-order division. */
  readonly admin1: string | null;
  /** Name of the second-order division. */
  readonly admin2: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly kind:
    | "country"
    | "admin1"
    | "admin2"
    | "city"
    | "village"
    | "camp"
    | "base"
    | "landmark"
    | "region"
    | "water";
  readonly population: number;
  /** Whether it is the capital of its country. */
  readonly capital: boolean;
  /** UCDP where_prec of the place itself. */
  readonly precision: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Places by name. Look-up folds case, diacritics, hyphens, the Arabic article and known rival spellings. */
export interface Gazetteer {
  /** All places of this name, most populous first; where none, those of a like-sounding name; [] where none either. */
  lookup(name: string): readonly GazetteerPlace[];
  /** Places that bear this very name, but for case, diacritics and hyphens. */
  exact(name: string): readonly GazetteerPlace[];
  /** Places whose name is the same in another transliteration ("Hodeidah": "Al Ḩudaydah"): only to be taken where the context bears them out. */
  alike(name: string): readonly GazetteerPlace[];
  /** Country by name, demonym or adjective ("Afghan", "Syria", "the Philippines"); ISO 3166-1 alpha-3 or null. */
  country(word: string): string | null;
  /** Name in English of a country by its alpha-3 code; null where there is none. */
  countryName(code: string): string | null;
  /** Longest number of words any name has: how far a scan has to look. */
  readonly longest: number;
}
