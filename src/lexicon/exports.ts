/** Codes of a country in the schemes that exports write. */
export interface CountryCodes {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 numeric. */
  readonly numeric: number | null;
  /** Gleditsch-Ward number, as UCDP uses it. */
  readonly gw: number | null;
  readonly acledRegion: string;
  readonly ucdpRegion: string;
  readonly gtdRegion: string;
}
