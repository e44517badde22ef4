import type { ZodType } from "zod";
import { actorSections } from "./actors.ts";
import { calendar } from "./calendar.ts";
import { eventSections } from "./events.ts";
import { countryCodes } from "./exports.ts";
import { loaded } from "./loaded.ts";
import { neutral } from "./neutral.ts";
import { bounds, numbers } from "./numbers.ts";
import { placeWords } from "./place-words.ts";
import { countries, places } from "./places.ts";
import { hedges, speech } from "./speech.ts";
import { abbreviations, aged, prefixes, starters } from "./words.ts";

/** A kind of lexicon row: which files hold it and what a row must look like. One file a section, one line here. */
export interface Section {
  readonly name: string;
  /** Matches paths below lexicon/. */
  readonly files: RegExp;
  readonly row: ZodType;
  /** Checks that need all rows (clashes), and the shape the engine loads; rows as they are without it. */
  readonly compile?: (rows: unknown[]) => unknown;
  /** Rows that go into a file of their own (the gazetteer), not into lexicon.json. */
  readonly aside?: true;
}

/** One name a line: additions by several hands do not clash. */
// biome-ignore format: one section a line
export const sections: readonly Section[] = [
  ...actorSections,
  ...eventSections,
  abbreviations,
  aged,
  bounds,
  calendar,
  countries,
  countryCodes,
  hedges,
  loaded,
  neutral,
  numbers,
  placeWords,
  places,
  prefixes,
  speech,
  starters,
];
