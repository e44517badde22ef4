import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Case } from "../../../index.ts";
import { dossierQuery, object, page, pageQuery } from "../schemas.ts";
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
      responses: gives(page(object("DossierRow", "A line of the list of dossiers.")), "Rows and their total"),
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
      responses: gives(object("Dossier", "Members, origins, the versions matrix, decisions."), "The dossier"),
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
      responses: gives(
        page(object("QueueItem", "Two events, with the reasons for and against.")),
        "The nearest miss first",
      ),
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
      responses: gives(
        page(object("AliasItem", "Two names, with the reasons for and against.")),
        "The likeliest first",
      ),
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
      responses: gives(object("Diff", "Shared events field by field."), "The difference"),
    }),
    async (c) => {
      const { a, b } = c.req.valid("query");
      return c.json((await hearsay.diff(a, b)) as never, 200);
    },
  );
}
