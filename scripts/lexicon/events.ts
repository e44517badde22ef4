import { z } from "zod";
import { HARMS } from "../../src/core/ledger.ts";
import { hyponyms } from "./hyponyms.ts";
import { nounForms, verbForms } from "./inflect.ts";
import type { Section } from "./sections.ts";

/** Schemas of the event rows, and the way from what people write to what the engine loads. */

const words = z.string().min(1);
const list = z.union([words, z.array(words)]).transform((value) => (typeof value === "string" ? [value] : value));
const restrictions = z.record(z.string(), list);
/** "" : the row has no such role, though its part of speech usually does. */
const role = z.string().optional();
const roles = z.strictObject({ agent: role, target: role, object: role, instrument: role, event: role, warder: role });

const pattern = {
  /** Only where two rows have the same words. */
  id: words.optional(),
  lemma: words.optional(),
  phrase: words.optional(),
  part: z.enum(["verb", "noun", "any"]).optional(),
  roles: roles.optional(),
  only: restrictions.optional(),
  unless: restrictions.optional(),
  /** Sentences in which the row has to be found, and such in which its words stand but it must not. */
  hits: list,
  misses: list,
};
const type = z
  .string()
  .regex(/^(violence|force|coercion|protest|speech)(\/[a-z-]+){0,2}$/, "no node of the event tree");
const effect = z.enum(["destroyed", "damaged", "none"]).optional();
const stage = z.enum(["attempted", "threatened"]).optional();

const event = z.strictObject({
  ...pattern,
  means: type,
  vague: z.boolean().default(false),
  follows: z.boolean().default(false),
  kills: z.boolean().default(false),
  unlawful: z.boolean().default(false),
  crowds: z.boolean().default(false),
  effect,
  stage,
});
const support = z.strictObject({ ...pattern, stage, blames: z.boolean().optional() });
const harm = z.strictObject({
  ...pattern,
  harm: z.enum(HARMS),
  means: type.nullable().default(null),
  victim: words,
  side: words.optional(),
  lone: type.optional(),
});

type Written = {
  id?: string;
  lemma?: string;
  phrase?: string;
  part?: "verb" | "noun" | "any";
  roles?: object;
  hits: string[];
  misses: string[];
};

const VERB_ROLES = { agent: "nsubj", target: "obj" };
const NOUN_ROLES = {
  agent: "obl:by | poss | compound | amod | nmod:from",
  target: "nmod:of | nmod:on | nmod:against | nmod:upon | nmod:at | nmod:to | nmod:in",
};

const forms = (word: string, part: "verb" | "noun" | "any"): string[] => {
  if (part === "noun") return nounForms(word);
  return part === "verb" ? verbForms(word) : [...new Set([...verbForms(word), ...nounForms(word)])];
};

/** Forms of a word behind the anchor. "Put a bomb" is no "put … the bombing": only what is joined with the anchor goes on as it does ("killing and wounding"). */
const following = (word: string, joined: boolean): string[] =>
  forms(word, "any").filter((form) => joined || form === word || !form.endsWith("ing"));

const BLAST_OBJECT = ["in", "at", "outside", "inside", "near", "under", "on", "against", "front", "of", "beside"]
  .map((word) => `obl:${word}`)
  .join(" | ");

const TOLD = "obj | xcomp | ccomp | obl:to | obl:for | obl:on | obl:of | obl:with | nmod:for | nmod:to";

/** Words as written become words to match, with the roles usual for their part of speech. */
export function compile(file: string, part: "verb" | "noun" | "any", row: Written): object {
  const text = row.lemma ?? row.phrase;
  if (!text) throw new Error(`${file}: a row without lemma or phrase`);
  const { id, lemma: _lemma, phrase: _phrase, hits: _hits, misses: _misses, ...rest } = row;
  const own = row.part ?? part;
  const joined = text.split(" ").some((word) => /^(?:and|or)\b/.test(word));
  // where a charge goes off, there it does its harm
  // what is asked, promised or agreed is the event, where it is one
  const told = (row as { means?: string }).means?.startsWith("speech/") ? { event: TOLD } : {};
  const blast = (row as { means?: string }).means?.startsWith("violence/bombing") ? { object: BLAST_OBJECT } : {};
  return {
    ...rest,
    id: `${file}/${id ?? text.replaceAll(" ", "-").replaceAll("|", "-")}`,
    words: text
      .split(" ")
      .map((word, i) => word.split("|").flatMap((w) => (i === 0 ? forms(w, own) : following(w, joined)))),
    part: own,
    roles: { ...(own === "noun" ? NOUN_ROLES : VERB_ROLES), ...blast, ...told, ...row.roles },
  };
}

const patterns = (name: string, file: string, part: "verb" | "noun" | "any", row: z.ZodType): Section => ({
  name,
  files: new RegExp(`^en/${file}\\.yml$`),
  row,
  compile: (rows) => {
    const built = rows.map((r) => compile(file, part, r as Written)) as { id: string }[];
    const seen = new Set<string>();
    for (const { id } of built) {
      if (seen.has(id)) throw new Error(`lexicon/en/${file}.yml: two rows named ${id}; give one an id`);
      seen.add(id);
    }
    return built;
  },
});

const eventType = z.strictObject({
  type,
  name: words,
  definition: words,
  harm: z.enum(HARMS).optional(),
  yields: z.array(z.union([type, z.literal("killing")])).optional(),
  leaving: z.literal(true).optional(),
  alone: z.literal(true).optional(),
  graphic: z.literal(true).optional(),
  plover: words.nullable(),
  cameo: words.nullable(),
  acled: words.nullable(),
  gtd: words.nullable(),
  muc4: words.nullable(),
});
const weapon = z.strictObject({
  id: words,
  turns: type,
  carrier: z.boolean().default(false),
  modifier: z.boolean().default(false),
  words: list,
});
const unreal = z.strictObject({
  id: words,
  reason: words,
  reach: z.enum(["kind", "telling", "clause", "sentence", "retelling", "report"]),
  unless: z.array(z.enum(["people", "forces", "doer"])).default([]),
  words: list,
});
const figurative = z.strictObject({ applies: words, unless: restrictions });
/** Learned: scripts/train/event-merge.ts. */
const mergeWeight = z.strictObject({ feature: words, weight: z.coerce.number() });
const nounClass = z.strictObject({
  class: words,
  /** WordNet senses whose hyponyms belong to it: "vehicle.1". */
  roots: list.optional(),
  /** How many of a noun's senses are looked at. */
  senses: z.number().int().positive().default(1),
  words: list.optional(),
  not: list.optional(),
});

function compileClasses(rows: unknown[]): Record<string, string[]> {
  const classes = new Map<string, string[]>();
  for (const row of rows as z.infer<typeof nounClass>[]) {
    const members = new Set([...(row.roots ?? []).flatMap((root) => hyponyms(root, row.senses)), ...(row.words ?? [])]);
    for (const word of row.not ?? []) members.delete(word);
    for (const word of members) {
      const known = classes.get(word);
      if (known) known.push(row.class);
      else classes.set(word, [row.class]);
    }
  }
  return Object.fromEntries([...classes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const eventSections: readonly Section[] = [
  { name: "eventTypes", files: /^event-types\.yml$/, row: eventType },
  patterns("verbs", "verbs", "verb", event),
  patterns("nouns", "nouns", "noun", event),
  patterns("phrases", "phrases", "verb", event),
  patterns("supports", "supports", "verb", support),
  patterns("harms", "harms", "verb", harm),
  { name: "weapons", files: /^en\/weapons\.yml$/, row: weapon },
  { name: "unreal", files: /^en\/unreal\.yml$/, row: unreal },
  { name: "figurative", files: /^en\/figurative\.yml$/, row: figurative },
  { name: "mergeWeights", files: /^en\/merge\.tsv$/, row: mergeWeight },
  { name: "nounClasses", files: /^en\/classes\.yml$/, row: nounClass, compile: compileClasses },
];
