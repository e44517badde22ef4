import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";

/** The files of the built workbench by path ("/assets/index.js"), read once at start. */
export type Files = ReadonlyMap<string, Uint8Array>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export function loadFiles(folder: string): Files | null {
  if (!existsSync(join(folder, "index.html"))) return null;
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split("\\").join("/")}`, readFileSync(path));
  }
  return files;
}

/** Serves the workbench: its files by path, and its one page for every address of its own. */
export function serveFiles(app: OpenAPIHono, files: Files): void {
  app.get("*", (c, next) => {
    const path = c.req.path;
    if (path === "/api" || path.startsWith("/api/")) return next();
    const file = files.get(path);
    const name = file ? path : "/index.html";
    // Built names carry a hash of what they hold, so they never change.
    const keep = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body((file ?? files.get("/index.html")!) as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Cache-Control": keep,
    });
  });
}
