import type { Ledger } from "../core/ledger.ts";
import type { Story } from "../core/story.ts";
import type { EventTypeRow } from "../lexicon/events.ts";
import type { CountryCodes } from "../lexicon/exports.ts";
import type { NumberRule } from "./numbers.ts";
import type { Redactor } from "./redact.ts";

/** What an export is written from. */
export interface ExportInput {
  readonly stories: readonly Story[];
  /** Corrected ledgers of all reports of the stories, by id. */
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly codes: Codes;
  /** Picks a single number where the format asks for one. */
  readonly rule: NumberRule;
  readonly redact: Redactor;
}

/** Look-ups of the coding schemes. */
export interface Codes {
  readonly types: ReadonlyMap<string, EventTypeRow>;
  readonly countries: ReadonlyMap<string, CountryCodes>;
}

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/** A format: `write` is pure, and gives the same bytes for the same stories. */
export interface Format {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly extension: string;
  /** The rule it takes where none is asked for; null where it keeps every figure and picks none. */
  readonly rule: string | null;
  write(input: ExportInput): { readonly files: readonly ExportFile[]; readonly rows: number };
}
