import { z } from "zod";
import type { NeutralRow } from "../../src/lexicon/neutral.ts";
import type { Section } from "./sections.ts";

export const neutral: Section = {
  name: "neutral",
  files: /^en\/neutral\.yml$/,
  row: z.strictObject({
    type: z.string().min(1),
    base: z.string().min(1),
    past: z.string().min(1),
    alone: z.tuple([z.string().min(1), z.string().min(1)]),
    noun: z.string().min(1),
    on: z.string().min(1),
    thing: z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]).optional(),
    at: z.string().min(1).optional(),
    people: z.literal(true).optional(),
  }) satisfies z.ZodType<NeutralRow>,
};
