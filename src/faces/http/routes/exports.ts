import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type Case, FORMATS, RULES } from "../../../index.ts";
import { caseCounts, exported, verifySummary } from "../schemas/reports.ts";
import { exportQuery } from "../schemas/requests.ts";
import { gives } from "./parts.ts";

const tags = ["Export"];

export function exportRoutes(app: OpenAPIHono, hearsay: Case): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/formats",
      tags,
      summary: "Formats, and the rules that pick a single number in each",
      responses: gives(
        z.object({
          formats: z.array(z.object({ name: z.string(), title: z.string(), rule: z.string().nullable() })),
          rules: z.array(z.object({ id: z.string(), words: z.string() })),
        }),
        "Formats with the rule each takes where none is asked for (null: every figure is kept), and all rules",
      ),
    }),
    (c) => {
      const formats = FORMATS.map(({ name, title, rule }) => ({ name, title, rule }));
      return c.json({ formats, rules: RULES.map(({ id, words }) => ({ id, words })) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/export",
      tags,
      summary: "Export dossiers or reports",
      request: { query: exportQuery },
      responses: gives(exported, "The export"),
    }),
    async (c) => {
      const { preview, ...options } = c.req.valid("query");
      const exported = await hearsay.export({ ...options, ...(preview === undefined ? {} : { limit: preview }) });
      return c.json(exported as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/verify",
      tags,
      summary: "Rehash every original and check every ledger against its text",
      responses: gives(verifySummary, "The check"),
    }),
    async (c) => c.json((await hearsay.verify()) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/counts",
      tags,
      summary: "How much is in the case",
      responses: gives(caseCounts, "Counts"),
    }),
    async (c) => c.json((await hearsay.counts()) as never, 200),
  );
}
