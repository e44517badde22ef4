import { z } from "zod";
import { PLACE_KINDS } from "../../src/lexicon/gazetteer-format.ts";
import { PLACE_WORD_CLASSES } from "../../src/lexicon/place-words.ts";
import type { Section } from "./sections.ts";

/** Words around place names, one row a meaning. */
export const placeWords: Section = {
  name: "placeWords",
  files: /^\w+\/places\.yml$/,
  row: z.strictObject({
    id: z.string(),
    class: z.enum(PLACE_WORD_CLASSES),
    words: z.array(z.coerce.string().toLowerCase()).min(1),
    is: z.array(z.enum(PLACE_KINDS)).optional(),
    bearing: z.number().min(0).lt(360).optional(),
    metres: z.number().positive().optional(),
  }),
};
