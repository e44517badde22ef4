import { z } from "zod";
import {
  ACTOR_KINDS,
  ACTS,
  BOUNDS,
  CERTAINTIES,
  COUNT_ROLES,
  HARMS,
  type Ledger,
  LOADED_KINDS,
  MODALITIES,
  STAGES,
} from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";

/**
 * The ledger's schema: what `hearsay read --json` prints, checked before it leaves. `dist/ledger.schema.json` (in the
 * package `hearsay/schema.json`) is made from it. A type-level test beside it holds it equal to `core/ledger.ts`.
 */

const id = (letter: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${letter}\\d+$`))
    .describe(`Id of ${what}: "${letter}1"`);
const actorId = id("a", "an actor");
const placeId = id("p", "a place");
const eventId = id("e", "an event");
const country = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullable()
  .describe("ISO 3166-1 alpha-3");
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/)
  .describe("ISO 8601 date, or date-time where an hour is stated");

export const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .readonly()
  .describe("UTF-16 offsets into report.text, half-open");

export const actorSchema = z.strictObject({
  id: actorId,
  name: z.string().describe("Neutral canonical name where known, else the report's own words"),
  entry: z.string().nullable().describe("Id of the row in the actor registry"),
  kind: z.enum(ACTOR_KINDS),
  country,
  memberOf: actorId.nullable().describe("A unit's group, a spokesman's ministry"),
  mentions: z.array(spanSchema).readonly(),
  epithets: z.array(spanSchema).readonly().describe("Those of the mentions that are loaded"),
});

export const placeSchema = z.strictObject({
  id: placeId,
  name: z.string(),
  entry: z.string().nullable().describe('"geonames:2950159"'),
  country,
  admin1: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  precision: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)])
    .describe("UCDP where_prec: 1 exact, 4 first-order division, 6 country, 7 sea or air"),
  mentions: z.array(spanSchema).readonly(),
});

export const timeSchema = z.strictObject({
  start: isoDate,
  end: isoDate.describe("Inclusive"),
  precision: z.enum(["hour", "day", "week", "month", "year"]),
  basis: z.enum(["stated", "implied"]).describe("implied: worked out from another date; a notice says which"),
  evidence: z.array(spanSchema).readonly(),
});

export const eventSchema = z.strictObject({
  id: eventId,
  type: z.string().describe('A node of the event tree: "violence/bombing/suicide"'),
  trigger: spanSchema,
  agent: z.array(actorId).readonly(),
  target: z.array(actorId).readonly(),
  objects: z
    .array(
      z.strictObject({
        name: z.string(),
        span: spanSchema,
        effect: z.enum(["destroyed", "damaged", "none"]).nullable(),
      }),
    )
    .readonly(),
  instrument: z.strictObject({ name: z.string(), span: spanSchema }).nullable(),
  place: placeId.nullable(),
  time: timeSchema.nullable(),
  stage: z.enum(STAGES),
});

export const countSchema = z.strictObject({
  harm: z.enum(HARMS),
  who: actorId.nullable().describe("The side that suffered it"),
  whoText: z.string().describe("In the report's words"),
  low: z.int().nonnegative(),
  high: z.int().nonnegative().nullable().describe('"at least 10": low 10, high null'),
  bound: z.enum(BOUNDS),
  span: spanSchema,
  role: z
    .enum(COUNT_ROLES)
    .optional()
    .describe("part: counted in another figure; earlier: replaced by another; revised: replaces one"),
});

export const evidenceSchema = z.strictObject({
  span: spanSchema,
  role: z.enum(["content", "cue", "source", "count", "time", "place"]),
  rule: z.string(),
});

export const claimSchema = z.strictObject({
  id: id("c", "a claim"),
  event: eventId,
  source: actorId.describe("Whose claim it is; the outlet where nobody is named"),
  via: z.array(actorId).readonly().describe("Relays, nearest the source first, the outlet last"),
  act: z.enum(ACTS),
  polarity: z.enum(["positive", "negative"]),
  certainty: z.enum(CERTAINTIES),
  modality: z.enum(MODALITIES),
  counts: z.array(countSchema).readonly(),
  neutral: z.string().describe("One neutral sentence that names the source"),
  evidence: z.array(evidenceSchema).min(1).readonly(),
});

export const loadedTermSchema = z.strictObject({
  span: spanSchema,
  kind: z.enum(LOADED_KINDS),
  neutral: z.string().nullable().describe("What a neutral editor would write; null where nothing would stand there"),
});

export const noticeSchema = z.strictObject({ code: z.string(), message: z.string(), span: spanSchema.nullable() });

export const ledgerSchema = z
  .strictObject({
    schema: z.literal("hearsay/ledger@1"),
    engine: z.strictObject({ version: z.string(), lexicon: z.string().describe("Hash of the knowledge files") }),
    report: z.strictObject({
      id: z
        .string()
        .regex(/^sha256:[0-9a-f]{64}$/)
        .describe("Of the clean text"),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      url: z.string().nullable(),
      published: isoDate.nullable(),
      language: z.string().describe("BCP 47"),
      text: z.string().describe("The clean text that every span points into"),
    }),
    actors: z.array(actorSchema).readonly(),
    places: z.array(placeSchema).readonly(),
    events: z.array(eventSchema).readonly(),
    claims: z.array(claimSchema).readonly(),
    loaded: z.array(loadedTermSchema).readonly(),
    notices: z.array(noticeSchema).readonly(),
  })
  .describe("What Hearsay says of one report");

/** Checks shape, that ids resolve and that spans lie in the text. Throws `E-LEDGER-01` with the first faults. */
export function parseLedger(value: unknown): Ledger {
  const result = ledgerSchema.safeParse(value);
  const faults = result.success
    ? danglingIn(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (!result.success || faults.length > 0) {
    const shown = faults.slice(0, 5).join("; ");
    throw new Problem("E-LEDGER-01", `This is no ledger: ${shown}.`, "Give what `hearsay read --json` printed.");
  }
  return result.data;
}

/** What JSON Schema cannot say: ids that name nothing, spans outside the text. */
function danglingIn(ledger: Ledger): string[] {
  const faults: string[] = [];
  const actors = new Set(ledger.actors.map((actor) => actor.id));
  const places = new Set(ledger.places.map((place) => place.id));
  const events = new Set(ledger.events.map((event) => event.id));
  const known = (ids: ReadonlySet<string>, id: string | null, where: string): void => {
    if (id !== null && !ids.has(id)) faults.push(`${where} names ${id}, which is not there`);
  };
  for (const actor of ledger.actors) known(actors, actor.memberOf, actor.id);
  for (const event of ledger.events) {
    for (const actor of [...event.agent, ...event.target]) known(actors, actor, event.id);
    known(places, event.place, event.id);
  }
  for (const claim of ledger.claims) {
    known(events, claim.event, claim.id);
    for (const actor of [claim.source, ...claim.via]) known(actors, actor, claim.id);
    for (const count of claim.counts) known(actors, count.who, claim.id);
  }
  const end = ledger.report.text.length;
  const inside = (span: readonly [number, number], where: string): void => {
    if (span[0] > span[1] || span[1] > end) faults.push(`${where} has a span outside the text`);
  };
  for (const actor of ledger.actors) for (const span of actor.mentions) inside(span, actor.id);
  for (const place of ledger.places) for (const span of place.mentions) inside(span, place.id);
  for (const event of ledger.events) inside(event.trigger, event.id);
  for (const claim of ledger.claims) {
    for (const { span } of [...claim.evidence, ...claim.counts]) inside(span, claim.id);
  }
  for (const term of ledger.loaded) inside(term.span, "a loaded term");
  return faults;
}

/** The JSON Schema (draft 2020-12) that the package publishes. */
export const ledgerJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(ledgerSchema, { target: "draft-2020-12" }),
  $id: "https://hearsay.example.org/ledger@1.schema.json",
  title: "Hearsay ledger",
});
