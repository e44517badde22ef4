import { countryRow } from "../gazetteer/countries.ts";
import { curatedRow } from "../gazetteer/curated.ts";
import type { Section } from "./sections.ts";

export const countries: Section = {
  name: "countries",
  files: /^places\/countries\.tsv$/,
  row: countryRow,
  aside: true,
};

/** Exonyms, rival spellings, villages, camps, bases, landmarks: one file a region. */
export const places: Section = {
  name: "places",
  files: /^places\/(?!countries\.tsv$)[\w-]+\.tsv$/,
  row: curatedRow,
  aside: true,
};
