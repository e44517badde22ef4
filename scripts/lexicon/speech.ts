import { z } from "zod";
import { ACTS } from "../../src/core/ledger.ts";
import type { Section } from "./sections.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const stance = {
  polarity: z.literal("negative").optional(),
  certainty: z.enum(["probable", "possible", "unknown"]).optional(),
  modality: z.enum(["future", "conditional", "hypothetical"]).optional(),
};
const examples = { hits: z.string().min(1), misses: z.string().min(1) };

const cue = z.strictObject({
  id,
  cue: z.string().min(1),
  pos: z.enum(["verb", "adjective", "adverb", "noun", "phrase", "label"]),
  act: z.enum(ACTS),
  ...stance,
  content: z.array(z.string()).default([]),
  hearer: z.literal(true).optional(),
  asks: z.literal(true).optional(),
  particle: z.string().optional(),
  needs: z.record(z.string(), z.array(z.string())).optional(),
  source: z.enum(["unattributed", "impersonal"]).optional(),
  relayed: z.literal(true).optional(),
  mutual: z.boolean().optional(),
  fresh: z.boolean().optional(),
  speaker: z.string().optional(),
  named: z.literal(true).optional(),
  opens: z.literal(true).optional(),
  ...examples,
});
const role = z.strictObject({
  id,
  pos: z.enum([
    "spokesman",
    "document",
    "relay",
    "public",
    "happening",
    "author",
    "light",
    "own",
    "firstPerson",
    "manner",
    "question",
    "answer",
    "interview",
    "account",
    "credit",
    "addressee",
    "answering",
    "purpose",
    "figures",
    "byline",
    "presence",
    "indefinite",
    "platform",
    "definite",
    "deed",
    "neuter",
    "counted",
    "disowning",
    "owning",
    "printing",
    "abetting",
    "harmed",
    "reciprocal",
    "losing",
    "dying",
    "speaking",
    "air",
    "conduit",
    "hearing",
    "reckoning",
    "standing",
    "quoting",
    "ascribing",
    "organ",
    "reply",
    "naming",
    "teller",
    "alternative",
    "anyone",
    "side",
    "each",
    "affirmed",
    "contrasting",
    "hearsay",
  ]),
  means: z.string(),
  lemmas: z.array(z.string()).min(1),
});
const hedge = z.strictObject({
  id,
  cue: z.string().min(1),
  pos: z.enum(["particle", "determiner", "pronoun", "adverb", "conjunction", "auxiliary", "copula", "adjective", "verb", "noun", "marker", "phrase"]), // biome-ignore format: one line reads best
  governs: z.array(z.string()).min(1),
  particle: z.string().optional(),
  unless: z.array(z.string()).optional(),
  ...stance,
  stage: z.enum(["attempted", "threatened"]).optional(),
  ...examples,
});

/** Ids are unique, and the sentences stay with the rows in the YAML: the engine does not need them. */
function compile(rows: unknown[]): unknown {
  const seen = new Set<string>();
  return (rows as { id: string; hits?: string; misses?: string }[]).map(({ hits: _, misses: __, ...row }) => {
    if (seen.has(row.id)) throw new Error(`two rows are called ${row.id}`);
    seen.add(row.id);
    return row;
  });
}

export const speech: Section = { name: "speech", files: /^en\/speech\.yml$/, row: z.union([cue, role]), compile };
export const hedges: Section = { name: "hedges", files: /^en\/hedges\.yml$/, row: hedge, compile };
