import { z } from "@hono/zod-openapi";
import * as given from "./parts.ts";

/** What the API takes. A reference may come as part of a larger object; what is more than a reference is left. */

const eventRef = z.object(given.eventRef.shape).openapi("EventRefGiven");
const actorRef = z.object(given.actorRef.shape).openapi("ActorRefGiven");

const paging = {
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
};
const flag = z.enum(["true", "false"]).transform((word) => word === "true");

export const pageQuery = z.object(paging);

export const reportQuery = z.object({
  ...paging,
  outlet: z.string().optional(),
  language: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  words: z.string().optional(),
  doubtful: flag.optional(),
  sort: z.enum(["added", "published", "outlet", "claims", "doubts"]).optional(),
});

const dossierFilters = {
  type: z.string().optional(),
  country: z.string().length(3).optional(),
  place: z.string().optional(),
  actor: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  words: z.string().optional(),
  minReports: z.coerce.number().int().min(1).optional(),
  verdict: z.enum(["contradict", "differ"]).optional(),
};

export const dossierQuery = z.object({
  ...paging,
  ...dossierFilters,
  sort: z.enum(["time", "reports", "origins"]).optional(),
});

export const exportQuery = z.object({
  ...dossierFilters,
  format: z.string(),
  profile: z.string().optional(),
  redactPeople: flag.optional(),
  ids: z
    .string()
    .transform((ids) => ids.split(",").filter((id) => id !== ""))
    .optional(),
  /** Only the first rows, for a preview. */
  preview: z.coerce.number().int().min(1).max(500).optional(),
});

export const addBody = z
  .object({
    label: z.string().max(200).optional(),
    offline: z.boolean().optional(),
    inputs: z
      .array(
        z.discriminatedUnion("kind", [
          z.object({
            kind: z.literal("text"),
            text: z.string().min(1),
            title: z.string().optional(),
            outlet: z.string().optional(),
            url: z.string().optional(),
            published: z.string().optional(),
          }),
          z.object({ kind: z.literal("url"), url: z.url() }),
        ]),
      )
      .min(1)
      .max(1000),
  })
  .openapi("AddReports");

export const decisionBody = z
  .intersection(
    z.object({ author: z.string().min(1), reason: z.string() }),
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["join"]), a: eventRef, b: eventRef }),
      z.object({ kind: z.enum(["never"]), a: eventRef, b: eventRef }),
      z.object({ kind: z.enum(["hold"]), a: eventRef, b: eventRef }),
      z.object({ kind: z.enum(["alias"]), verdict: z.enum(["one", "never", "hold"]), a: actorRef, b: actorRef }),
      z.object({ kind: z.enum(["split"]), members: z.array(eventRef).min(1), rest: z.array(eventRef).min(1) }),
      z.object({
        kind: z.enum(["value"]),
        member: eventRef,
        field: z.string(),
        value: z.unknown(),
        rule: z.string().min(1),
      }),
    ]),
  )
  .openapi("DecisionDraft");

export const correctionBody = z
  .intersection(
    z.object({
      report: z.string(),
      finding: z.object({ kind: z.enum(["claim", "event", "actor", "place", "loaded", "report"]), id: z.string() }),
      author: z.string().min(1),
      reason: z.string(),
    }),
    z.discriminatedUnion("verdict", [
      z.object({ verdict: z.literal("accept") }),
      z.object({ verdict: z.literal("reject") }),
      z.object({ verdict: z.literal("note") }),
      z.object({ verdict: z.literal("correct"), field: z.string(), value: z.unknown() }),
    ]),
  )
  .openapi("CorrectionDraft");
