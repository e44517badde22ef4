import { z } from "zod";
import { LOADED_KINDS } from "../../src/core/ledger.ts";
import type { Section } from "./sections.ts";

const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(LOADED_KINDS),
  neutral: z.string().optional(),
  many: z.string().optional(),
  before: z.string().optional(),
  names: z.enum(["people", "body", "act", "statement", "thing"]).optional(),
  words: z.array(z.string().min(1)).min(1),
  pos: z.enum(["NOUN", "VERB"]).optional(),
  unless: z.array(z.string()).optional(),
  needs: z.enum(["people", "praise"]).optional(),
  objects: z.enum(["people", "clause"]).optional(),
  spares: z.array(z.string()).optional(),
  capital: z.literal(true).optional(),
  hits: z.string().includes("*"),
  misses: z.string().min(1),
});

/** The sentences stay with the rows in the YAML; a word stands in one row only, but for another part of speech. */
function compile(rows: unknown[]): unknown {
  const seen = new Map<string, string>();
  return (rows as z.infer<typeof row>[]).map(({ hits: _, misses: __, ...kept }) => {
    for (const word of kept.words) {
      const key = `${word}/${kept.pos ?? ""}`;
      if (seen.has(key)) throw new Error(`"${word}" stands in the rows ${seen.get(key)} and ${kept.id}`);
      seen.set(key, kept.id);
    }
    return kept;
  });
}

export const loaded: Section = { name: "loaded", files: /^en\/loaded\.yml$/, row, compile };
