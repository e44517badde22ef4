import countries from "world-countries";
import { z } from "zod";
import { ACTOR_KINDS } from "../../src/core/ledger.ts";
import type { ActorRow, PersonNounRow, StateBodyRow, StateRow } from "../../src/lexicon/actors.ts";
import type { Section } from "./sections.ts";
import { personNounsOfWordNet } from "./wordnet.ts";

const words = z.array(z.string().min(1));
const kind = z.enum(ACTOR_KINDS);
const alpha3 = z.string().regex(/^[A-Z]{3}$/, "ISO 3166-1 alpha-3");

/** One actor of the registry. */
const actor = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.string().min(1),
  names: words.default([]),
  epithets: words.default([]),
  kind,
  countries: z.array(alpha3).default([]),
  parent: z.string().optional(),
  party: z.string().optional(),
  active: z
    .string()
    .regex(/^\d{4}-(\d{4})?$/, "years, as 1982- or 1976-1998")
    .optional(),
  offices: z
    .array(
      z.strictObject({
        office: z.string(),
        holder: z.string(),
        names: words.default([]),
        from: z.number().int(),
        until: z.number().int().optional(),
      }),
    )
    .default([]),
  source: z.string().min(1),
});

/** What the country tables do not say: adjectives, other names, own names of state bodies, epithets used against them. */
const state = z.strictObject({
  code: alpha3,
  name: z.string().optional(),
  adjective: z.string().optional(),
  adjectives: words.default([]),
  names: words.default([]),
  capitals: words.default([]),
  lacks: words.default([]),
  abroad: z.array(alpha3).default([]),
  bodies: z.record(z.string(), words).default({}),
  epithets: z.record(z.string(), words).default({}),
});

const stateBody = z.strictObject({
  id: z.string(),
  named: z.string(),
  kind,
  words: words.default([]),
  sphere: words.default([]),
  ministry: words.default([]),
  minister: words.default([]),
});

const personNoun = z.strictObject({
  id: z.string(),
  role: z.enum([
    "fighter",
    "trooper",
    "member",
    "group",
    "outfit",
    "speaker",
    "office",
    "person",
    "people",
    "source",
    "document",
    "relation",
    "nobody",
  ]),
  kind,
  body: z.string().optional(),
  same: z.literal(true).optional(),
  together: z.string().optional(),
  words,
});

const gender = z.enum(["masculine", "feminine"]);
const pronoun = z.strictObject({
  id: z.string(),
  number: z.array(z.enum(["one", "many", "body"])),
  gender: gender.optional(),
  speaker: z.literal(true).optional(),
  words,
  own: words,
});
const title = z.strictObject({ id: z.string(), gender: gender.optional(), nouns: z.literal(true).optional(), words });

/** Countries of the tables, each with what lexicon/actors/states.yml adds; states that are no more come from that file alone. */
function compileCountries(rows: z.infer<typeof state>[]): StateRow[] {
  const own = new Map(rows.map((row) => [row.code, row]));
  if (own.size < rows.length) throw new Error("lexicon/actors/states.yml: a code stands twice");
  const built: StateRow[] = [];
  for (const country of countries) {
    const code = country.cca3 === "UNK" ? "XKX" : country.cca3;
    const row = own.get(code);
    own.delete(code);
    // Dependencies share the adjective of the state they belong to.
    const demonym = country.independent || row !== undefined ? (country.demonyms?.eng?.m ?? "") : "";
    const adjectives = [row?.adjective ?? demonym, ...(row?.adjectives ?? []), ...demonym.split(/, | or /)].filter(
      (w) => w !== "",
    );
    built.push({
      code,
      name: row?.name ?? country.name.common,
      adjectives: [...new Set(adjectives)],
      names: [
        ...new Set([
          country.name.common,
          country.name.official,
          ...country.altSpellings.filter((n) => /\w{4,}/.test(n) && !/,/.test(n)),
          ...(row?.names ?? []),
        ]),
      ].filter((n) => /^[\p{L}\s.'’-]+$/u.test(n)),
      capitals: [...new Set([...(row?.capitals ?? []), ...country.capital])],
      lacks: row?.lacks ?? [],
      abroad: row?.abroad ?? [],
      bodies: row?.bodies ?? {},
      epithets: row?.epithets ?? {},
    });
  }
  for (const row of own.values()) {
    if (row.name === undefined)
      throw new Error(`lexicon/actors/states.yml, ${row.code}: no such country in the tables, and no name`);
    built.push({
      ...row,
      name: row.name,
      names: [row.name, ...row.names],
      adjectives: [row.adjective ?? row.name, ...row.adjectives],
    });
  }
  return built;
}

export const actorSections: readonly Section[] = [
  { name: "actors", files: /^actors\/(?!states\.yml).*\.yml$/, row: actor, compile: (rows) => rows as ActorRow[] },
  {
    name: "states",
    files: /^actors\/states\.yml$/,
    row: state,
    compile: (rows) => compileCountries(rows as z.infer<typeof state>[]),
  },
  { name: "stateBodies", files: /^en\/state-bodies\.yml$/, row: stateBody, compile: (rows) => rows as StateBodyRow[] },
  { name: "pronouns", files: /^en\/pronouns\.yml$/, row: pronoun },
  { name: "functionWords", files: /^en\/function-words\.yml$/, row: z.strictObject({ id: z.string(), words }) },
  { name: "titles", files: /^en\/titles\.yml$/, row: title },
  {
    name: "personNouns",
    files: /^en\/person-nouns\.yml$/,
    row: personNoun,
    compile: (rows) => [...(rows as PersonNounRow[]), ...personNounsOfWordNet(rows as PersonNounRow[])],
  },
];
