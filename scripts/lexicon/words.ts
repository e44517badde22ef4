import { z } from "zod";
import type { Section } from "./sections.ts";

const lower = z.string().regex(/^[^A-Z\s]+$/, "one word in lower case");

export const abbreviations: Section = {
  name: "abbreviations",
  files: /^en\/abbreviations\.yml$/,
  row: z.strictObject({ word: lower, before: z.enum(["name", "number", "any"]) }),
};

export const starters: Section = { name: "starters", files: /^en\/starters\.yml$/, row: lower };

export const prefixes: Section = { name: "prefixes", files: /^en\/prefixes\.yml$/, row: lower };

export const aged: Section = { name: "aged", files: /^en\/aged\.yml$/, row: lower };
