import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Case } from "../../../index.ts";
import { aliasItem, difference, dossier, dossierRow, queueItem } from "../schemas/dossiers.ts";
import { page } from "../schemas/parts.ts";
import { dossierQuery, pageQuery } from "../schemas/requests.ts";
import { gives, id } from "./parts.ts";

const tags = ["Dossiers"];

export function dossierRoutes(app: OpenAPIHono, hearsay: Case): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/dossiers",
      tags,
      summary: "Real events, as the reports tell them",
      request: { query: dossierQuery },
      responses: gives(page(dossierRow), "Rows and their total"),
    }),
    async (c) => c.json((await hearsay.dossiers(c.req.valid("query"))) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/dossiers/{id}",
      tags,
      summary: "One dossier with its versions",
      request: { params: id },
      responses: gives(dossier, "The dossier"),
    }),
    async (c) => c.json((await hearsay.dossier(c.req.valid("param").id)) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/queue",
      tags,
      summary: "Pairs that wait for a coder: same event?",
      request: { query: pageQuery },
      responses: gives(page(queueItem), "The nearest miss first"),
    }),
    async (c) => c.json((await hearsay.queue(c.req.valid("query"))) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/aliases",
      tags,
      summary: "Names of actors that wait for a coder: same actor?",
      request: { query: pageQuery },
      responses: gives(page(aliasItem), "The likeliest first"),
    }),
    async (c) => c.json((await hearsay.aliases(c.req.valid("query"))) as never, 200),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/diff",
      tags,
      summary: "What two reports, or two outlets, say of the events they share",
      request: { query: z.object({ a: z.string(), b: z.string() }) },
      responses: gives(difference, "The difference"),
    }),
    async (c) => {
      const { a, b } = c.req.valid("query");
      return c.json((await hearsay.diff(a, b)) as never, 200);
    },
  );
}
