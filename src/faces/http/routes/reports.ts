import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Case, Input } from "../../../index.ts";
import { refuse } from "../guard.ts";
import type { Jobs } from "../jobs.ts";
import { page, problem } from "../schemas/parts.ts";
import { explainStep, feed, job, reportRow, reportView, searchHit, whyNot } from "../schemas/reports.ts";
import { addBody, pageQuery, reportQuery } from "../schemas/requests.ts";
import { gives, id } from "./parts.ts";

const tags = ["Reports"];

export function reportRoutes(
  app: OpenAPIHono,
  hearsay: Case,
  jobs: Jobs,
  { offline }: { readonly offline: boolean },
): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports",
      tags,
      summary: "The reports of the case",
      request: { query: reportQuery },
      responses: gives(page(reportRow), "Rows and their total"),
    }),
    async (c) => c.json((await hearsay.reports(c.req.valid("query"))) as never, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/reports",
      tags,
      summary: "Add texts and addresses",
      description: "The import runs on; follow it at /api/jobs/{id}.",
      request: { body: { content: { "application/json": { schema: addBody } } } },
      responses: {
        ...gives(job, "The import that was started", 202),
        400: { description: "Nothing to add", content: { "application/json": { schema: problem } } },
      },
    }),
    async (c) => {
      const { inputs, label, offline: wished } = c.req.valid("json");
      const name = label ?? (inputs.length === 1 ? describe(inputs[0]!) : `${inputs.length} inputs`);
      return c.json(jobs.start(name, inputs, offline || wished === true) as never, 202);
    },
  );

  // Bodies of many parts and answers of bytes are documented by hand; what they are is checked here.
  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/files",
    tags,
    summary: "Add files",
    description: "Under the field `files`, as multipart/form-data. The import runs on; follow it at /api/jobs/{id}.",
    request: {
      body: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: z.object({
              files: z.array(z.string().openapi({ format: "binary" })).openapi({ description: "One or more files." }),
            }),
          },
        },
      },
    },
    responses: {
      ...gives(job, "The import that was started", 202),
      400: { description: "No files", content: { "application/json": { schema: problem } } },
    },
  });
  app.post("/api/files", async (c) => {
    const body = await c.req.parseBody({ all: true });
    const given = [body.files ?? []].flat().filter((part): part is File => part instanceof File);
    if (given.length === 0)
      return c.json(refuse("E-HTTP-09", "No files came with the request. Send them under the field `files`."), 400);
    const inputs: Input[] = await Promise.all(
      given.map(async (file) => ({
        kind: "bytes" as const,
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    return c.json(jobs.start(given.length === 1 ? given[0]!.name : `${given.length} files`, inputs, offline), 202);
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/jobs",
      tags,
      summary: "Imports of this server",
      responses: gives(z.array(job), "The latest last"),
    }),
    (c) => c.json(jobs.list() as never, 200),
  );

  for (const method of ["get", "delete"] as const) {
    app.openapi(
      createRoute({
        method,
        path: "/api/jobs/{id}",
        tags,
        summary: method === "get" ? "One import" : "Stop an import; what is in stays in",
        request: { params: id },
        responses: gives(job, "The import"),
      }),
      (c) => {
        const found = method === "get" ? jobs.get(c.req.valid("param").id) : jobs.stop(c.req.valid("param").id);
        return found
          ? c.json(found as never, 200)
          : (c.json(refuse("E-HTTP-10", "There is no such import."), 404) as never);
      },
    );
  }

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports/{id}",
      tags,
      summary: "One report with its ledger and reviews",
      request: { params: id },
      responses: gives(reportView, "The report"),
    }),
    async (c) => c.json((await hearsay.report(c.req.valid("param").id)) as never, 200),
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/reports/{id}",
      tags,
      summary: "Take a report out of the case",
      request: { params: id },
      responses: { 204: { description: "Gone" } },
    }),
    async (c) => {
      await hearsay.remove(c.req.valid("param").id);
      return c.body(null, 204);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/reports/{id}/original",
    tags,
    summary: "The original as it came in, byte for byte, as a download",
    request: { params: id },
    responses: {
      200: {
        description: "The original",
        content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      },
      404: { description: "There is no such report", content: { "application/json": { schema: problem } } },
    },
  });
  app.get("/api/reports/:id/original", async (c) => {
    const { bytes, name } = await hearsay.original(c.req.param("id"));
    // Always a download: a stored page must never run in the workbench's origin.
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports/{id}/explain/{finding}",
      tags,
      summary: "The chain of rules behind a claim or an event",
      request: { params: id.extend({ finding: z.string() }) },
      responses: gives(z.array(explainStep), "From the claim down to the words"),
    }),
    async (c) => {
      const { id, finding } = c.req.valid("param");
      return c.json((await hearsay.explain(id, finding)) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports/{id}/why-not",
      tags,
      summary: "What was refused on some words, and why",
      request: {
        params: id,
        query: z.object({ start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(0) }),
      },
      responses: gives(whyNot, "The answer"),
    }),
    async (c) => {
      const { start, end } = c.req.valid("query");
      return c.json((await hearsay.whyNot(c.req.valid("param").id, [start, end])) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/search",
      tags,
      summary: "Search the texts",
      request: { query: pageQuery.extend({ q: z.string().min(1) }) },
      responses: gives(page(searchHit), "Hits"),
    }),
    async (c) => {
      const { q, ...options } = c.req.valid("query");
      return c.json((await hearsay.search(q, options)) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/feeds",
      tags,
      summary: "Feeds of the case",
      responses: gives(z.array(feed), "Feeds"),
    }),
    async (c) => c.json((await hearsay.feeds()) as never, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/feeds",
      tags,
      summary: "Follow a feed",
      request: { body: { content: { "application/json": { schema: z.object({ url: z.url() }) } } } },
      responses: gives(feed, "The feed", 201),
    }),
    async (c) => {
      if (offline)
        return c.json(
          refuse("E-INTAKE-01", "This server was started with --offline: no address is fetched.") as never,
          422 as never,
        );
      return c.json((await hearsay.addFeed(c.req.valid("json").url)) as never, 201);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/feeds/pull",
      tags,
      summary: "Fetch what is new in the feeds",
      responses: gives(job, "The import that was started", 202),
    }),
    (c) =>
      offline
        ? c.json(
            refuse("E-INTAKE-01", "This server was started with --offline: no address is fetched.") as never,
            422 as never,
          )
        : c.json(jobs.pull("feeds") as never, 202),
  );
}

const describe = (input: { kind: string; title?: string | undefined; url?: string | undefined }): string =>
  input.kind === "url" ? (input.url ?? "an address") : (input.title ?? "pasted text");
