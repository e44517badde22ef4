import { z } from "@hono/zod-openapi";
import type {
  ActorSummary,
  AliasItem,
  Cell,
  CellValue,
  Decision,
  Diff,
  Dossier,
  DossierRow,
  EventSummary,
  Field,
  Member,
  Origin,
  QueueItem,
  Reason,
  Row,
} from "../../../index.ts";
import { ACTOR_KINDS, BOUNDS, CAMPS } from "../../../index.ts";
import { actorRef, eventRef, ofLibrary, span } from "./parts.ts";

/** Dossiers and what a coder decides on them, as the library gives them. */

const text = z.string();
const maybe = z.string().nullable();
const figure = z.number();
const VERDICTS = ["agree", "differ", "contradict", "one-voice", "silent"] as const;

/** "what", "killed:civilians" … */
const field = z.string() as unknown as z.ZodType<Field, Field>;

const reason = ofLibrary<Reason>()(z.strictObject({ rule: text, weight: figure, words: text })).openapi("Reason", {
  description: "Weight in log-odds: positive speaks for one event, negative against.",
});

const placed = {
  name: text,
  entry: maybe,
  country: maybe,
  admin1: maybe,
  latitude: figure.nullable(),
  longitude: figure.nullable(),
  precision: z.literal([1, 2, 3, 4, 5, 6, 7]),
};
const timed = {
  start: text,
  end: text,
  precision: z.enum(["hour", "day", "week", "month", "year"]),
  basis: z.enum(["stated", "implied"]),
};

const cellValue = ofLibrary<CellValue>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("type"), type: text }),
    z.strictObject({ kind: z.literal("parties"), names: z.array(text) }),
    z.strictObject({ kind: z.literal("place"), place: z.strictObject(placed) }),
    z.strictObject({ kind: z.literal("time"), time: z.strictObject(timed) }),
    z.strictObject({
      kind: z.literal("toll"),
      low: figure,
      high: figure.nullable(),
      bound: z.enum(BOUNDS),
      who: text,
      part: z.literal(true).optional(),
    }),
    z.strictObject({ kind: z.literal("cause"), words: text }),
  ]),
).openapi("CellValue");

const signed = { id: text, author: text, time: text, reason: text };
export const decision = ofLibrary<Decision>()(
  z.union([
    z.strictObject({ ...signed, kind: z.literal(["join", "never", "hold"]), a: eventRef, b: eventRef }) as z.ZodType<
      Extract<Decision, { kind: "join" | "never" | "hold" }>
    >,
    z.strictObject({
      ...signed,
      kind: z.literal("alias"),
      verdict: z.enum(["one", "never", "hold"]),
      a: actorRef,
      b: actorRef,
    }),
    z.strictObject({ ...signed, kind: z.literal("split"), members: z.array(eventRef), rest: z.array(eventRef) }),
    z.strictObject({ ...signed, kind: z.literal("value"), member: eventRef, field, value: cellValue, rule: text }),
  ]),
).openapi("Decision", { description: "A coder’s word over the machine’s; taking it back restores everything." });

const reasons = { for: z.array(reason), against: z.array(reason) };
const memberShape = { report: text, event: text, score: figure, ...reasons };
const member = ofLibrary<Member>()(z.strictObject(memberShape)).openapi("Member");

const origin = ofLibrary<Origin>()(
  z.strictObject({
    key: text,
    actor: text,
    entry: maybe,
    aliases: z.array(text),
    standing: z.enum(["origin", "objector", "voice"]),
    camp: z.enum(CAMPS),
    party: z.boolean(),
    carriedBy: z.array(z.strictObject({ report: text, via: z.array(text) })),
  }),
).openapi("Origin", { description: "Who vouches for a version, not who carries it." });

const cell = ofLibrary<Cell>()(
  z.strictObject({
    id: text,
    origin: text,
    stance: z.enum(["asserts", "denies", "doubts", "silent"]),
    polarity: z.enum(["positive", "negative"]).nullable(),
    value: cellValue.nullable(),
    claims: z.array(text),
    published: maybe,
    supersedes: maybe,
  }),
).openapi("Cell");

const row = ofLibrary<Row>()(z.strictObject({ field, verdict: z.enum(VERDICTS), cells: z.array(cell) })).openapi(
  "Row",
  { description: "One field of the versions matrix." },
);

export const dossier = ofLibrary<Dossier>()(
  z.strictObject({
    schema: z.literal("hearsay/dossier@1"),
    id: text,
    title: text,
    type: text,
    place: z.strictObject({ ...placed, id: text, mentions: z.array(span) }).nullable(),
    time: z.strictObject({ ...timed, evidence: z.array(span) }).nullable(),
    members: z.array(member),
    waiting: z.array(z.strictObject({ ...memberShape, nearest: eventRef })),
    origins: z.array(origin),
    independent: figure,
    matrix: z.array(row),
    decisions: z.array(decision),
  }),
).openapi("Dossier", { description: "One real event, with each source’s version beside the others." });

export const dossierRow = ofLibrary<DossierRow>()(
  z.strictObject({
    id: text,
    title: text,
    type: text,
    place: z.strictObject({ ...placed, precision: figure }).nullable(),
    time: z.strictObject({ start: text, end: text, precision: text }).nullable(),
    reports: figure,
    independent: figure,
    killed: z.strictObject({ low: figure, high: figure.nullable() }).nullable(),
    verdict: z.enum(VERDICTS),
    waiting: figure,
  }),
).openapi("DossierRow", { description: "A line of the list of dossiers." });

const eventSummary = ofLibrary<EventSummary>()(
  z.strictObject({
    ref: eventRef,
    dossier: text,
    outlet: maybe,
    published: maybe,
    type: text,
    agent: z.array(text),
    target: z.array(text),
    place: maybe,
    time: maybe,
    quote: text,
  }),
).openapi("EventSummary");

const actorSummary = ofLibrary<ActorSummary>()(
  z.strictObject({
    name: text,
    entry: maybe,
    kind: z.enum(ACTOR_KINDS),
    country: maybe,
    reports: figure,
    report: text,
    outlet: maybe,
    published: maybe,
    quote: text,
  }),
).openapi("ActorSummary");

export const queueItem = ofLibrary<QueueItem>()(
  z.strictObject({ a: eventSummary, b: eventSummary, score: figure, ...reasons }),
).openapi("QueueItem", { description: "Two events, with the reasons for and against their being one." });

export const aliasItem = ofLibrary<AliasItem>()(
  z.strictObject({ a: actorSummary, b: actorSummary, score: figure, ...reasons }),
).openapi("AliasItem", { description: "Two names, with the reasons for and against their being one actor’s." });

const titled = z.strictObject({ dossier: text, title: text });
export const difference = ofLibrary<Diff>()(
  z.strictObject({
    a: text,
    b: text,
    shared: z.array(
      z.strictObject({
        dossier: text,
        title: text,
        rows: z.array(
          z.strictObject({
            field,
            a: z.array(text),
            b: z.array(text),
            verdict: z.enum(["agree", "differ", "contradict", "only-a", "only-b"]),
          }),
        ),
      }),
    ),
    onlyA: z.array(titled),
    onlyB: z.array(titled),
  }),
).openapi("Diff", { description: "Shared events field by field." });
