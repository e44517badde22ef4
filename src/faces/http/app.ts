import { OpenAPIHono } from "@hono/zod-openapi";
import type { Case } from "../../index.ts";
import { Problem } from "../../index.ts";
import { apiPage } from "./api-page.ts";
import { headers, limited, needsToken, ownPagesOnly, refuse } from "./guard.ts";
import { Jobs } from "./jobs.ts";
import { dossierRoutes } from "./routes/dossiers.ts";
import { exportRoutes } from "./routes/exports.ts";
import { reportRoutes } from "./routes/reports.ts";
import { reviewRoutes } from "./routes/review.ts";
import { type Files, serveFiles } from "./static.ts";

export interface AppOptions {
  /** Names this server answers to, without port: "127.0.0.1", "localhost". */
  readonly hosts: readonly string[];
  /** Needed of every request where given: a server bound elsewhere than loopback. */
  readonly token: string | null;
  /** Forbids all network use: no URL is fetched. */
  readonly offline: boolean;
  readonly version: string;
  /** The built workbench; null serves the API alone. */
  readonly files: Files | null;
}

/** The HTTP API over one case, and the workbench's files. Holds nothing but running imports. */
export function createApp(hearsay: Case, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const where = result.error.issues
        .map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`)
        .join("; ");
      return c.json(refuse("E-HTTP-06", `The request does not fit its description at /api: ${where}.`), 400);
    },
  });
  app.use(headers, ownPagesOnly(options.hosts), limited);
  if (options.token !== null) app.use(needsToken(options.token));

  const jobs = new Jobs(hearsay);
  reportRoutes(app, hearsay, jobs, options);
  dossierRoutes(app, hearsay);
  reviewRoutes(app, hearsay);
  exportRoutes(app, hearsay);

  const document = {
    openapi: "3.1.0",
    info: {
      title: "Hearsay",
      version: options.version,
      description: "Reports, ledgers, dossiers and a coder's decisions of one case.",
    },
  };
  app.get("/api/openapi.json", (c) => c.json(app.getOpenAPI31Document(document)));
  app.get("/api", (c) => c.html(apiPage(app.getOpenAPI31Document(document))));
  if (options.files) serveFiles(app, options.files);

  app.notFound((c) => c.json(refuse("E-HTTP-07", `There is no ${c.req.path}. The API is described at /api.`), 404));
  app.onError((error, c) => {
    if (!(error instanceof Problem)) {
      console.error(error);
      return c.json(
        refuse(
          "E-HTTP-08",
          "Something went wrong here; nothing stored was lost. The terminal that runs hearsay serve has the details.",
        ),
        500,
      );
    }
    return c.json(refuse(error.code, `${error.what} ${error.advice}`), /^E-CASE-0[12]$/.test(error.code) ? 404 : 422);
  });
  return app;
}
