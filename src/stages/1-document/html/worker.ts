import { parentPort } from "node:worker_threads";
import { type PageReading, readPage } from "./read-page.ts";

/** What the worker is asked, and what it answers. */
export interface PageRequest {
  readonly html: string;
  readonly url: string | null;
  readonly maxDepth: number;
}

// Extractors print what troubles them about a page; only the command line prints.
for (const method of ["log", "info", "warn", "error"] as const) console[method] = () => undefined;

parentPort?.on("message", async (request: PageRequest) => {
  parentPort?.postMessage(await read(request));
});

async function read({ html, url, maxDepth }: PageRequest): Promise<PageReading> {
  try {
    return await readPage(html, url, maxDepth);
  } catch (error) {
    // A page can break an extractor ("Maximum call stack size exceeded"): the caller is told, the worker lives on.
    return { kind: "failed", why: (error as Error).message };
  }
}
