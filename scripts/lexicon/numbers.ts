import { z } from "zod";
import type { Section } from "./sections.ts";

const words = z.string().regex(/^[^A-Z]+$/, "words are written in lower case");

export const numbers: Section = {
  name: "numbers",
  files: /^en\/numbers\.yml$/,
  row: z.strictObject({
    words,
    kind: z.enum(["unit", "ten", "magnitude", "group", "plural", "vague", "none"]),
    value: z.number().nonnegative(),
  }),
};

export const bounds: Section = {
  name: "bounds",
  files: /^en\/bounds\.yml$/,
  row: z.strictObject({
    words,
    effect: z.enum(["at-least", "more-than", "at-most", "less-than", "about", "exact"]),
    side: z.enum(["before", "after"]),
  }),
};
