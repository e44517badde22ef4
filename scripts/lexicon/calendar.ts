import { z } from "zod";
import { CALENDAR_CLASSES } from "../../src/lexicon/calendar.ts";
import type { Section } from "./sections.ts";

export const calendar: Section = {
  name: "calendar",
  files: /^\w+\/calendar\.yml$/,
  row: z.strictObject({
    id: z.string(),
    class: z.enum(CALENDAR_CLASSES),
    words: z.array(z.string().toLowerCase()).min(1),
    value: z.number().int().optional(),
    month: z.number().int().min(1).max(12).optional(),
    calendar: z.enum(["islamic-civil", "persian"]).optional(),
  }),
};
