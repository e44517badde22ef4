import { parentPort } from "node:worker_threads";
import { readPage } from "./read-page.ts";

/** What the worker is asked, and what it answers. */
export interface PageRequest {
  readonly html: string;
  readonly url: string | null;
  readonly maxDepth: number;
}

parentPort?.on("message", async (request: PageRequest) => {
  parentPort?.postMessage(await readPage(request.html, request.url, request.maxDepth));
});
