/** One place of the gazetteer. */
export interface GazetteerPlace {
  /** "geonames:2950159", or "hearsay:al-tanf" for a curated row without GeoNames id. */
  readonly entry: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3; null at sea or where the country is disputed. */
  readonly country: string | null;
  /** Name of the first-order division. */
  readonly admin1: string | null;
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
}

/** Places by name. Look-up folds case, diacritics, hyphens, the Arabic article and known rival spellings. */
export interface Gazetteer {
  /** All places of this name, most populous first; [] where none. */
  lookup(name: string): readonly GazetteerPlace[];
  /** Country by name, demonym or adjective ("Afghan", "Syria", "the Philippines"); ISO 3166-1 alpha-3 or null. */
  country(word: string): string | null;
  /** Longest number of words any name has: how far a scan has to look. */
  readonly longest: number;
}
