import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Case, CorrectionDraft, DecisionBody } from "../../../index.ts";
import { decision } from "../schemas/dossiers.ts";
import { page } from "../schemas/parts.ts";
import { correction, historyItem } from "../schemas/reports.ts";
import { correctionBody, decisionBody, pageQuery } from "../schemas/requests.ts";
import { gives, id } from "./parts.ts";

const tags = ["A coder's word"];
const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

export function reviewRoutes(app: OpenAPIHono, hearsay: Case): void {
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions",
      tags,
      summary: "Join, split, never, hold, choose a value, or say of two names whether they are one actor",
      request: json(decisionBody),
      responses: gives(decision, "Kept", 201),
    }),
    async (c) => {
      const draft = c.req.valid("json") as DecisionBody & { author: string; reason: string };
      return c.json((await hearsay.decide(draft)) as never, 201);
    },
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/corrections",
      tags,
      summary: "Accept, correct or reject a finding, or note something on it or on the report",
      request: json(correctionBody),
      responses: gives(correction, "Kept", 201),
    }),
    async (c) => c.json((await hearsay.correct(c.req.valid("json") as CorrectionDraft)) as never, 201),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/history",
      tags,
      summary: "Decisions and corrections, latest first",
      request: { query: pageQuery.extend({ report: z.string().optional() }) },
      responses: gives(page(historyItem), "History"),
    }),
    async (c) => c.json((await hearsay.history(c.req.valid("query"))) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/history/{id}/undo",
      tags,
      summary: "Take a decision or a correction back",
      request: { params: id, ...json(z.object({ author: z.string().min(1) })) },
      responses: { 204: { description: "As it was before" } },
    }),
    async (c) => {
      await hearsay.undo(c.req.valid("param").id, c.req.valid("json").author);
      return c.body(null, 204);
    },
  );
}
