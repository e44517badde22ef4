import { Worker } from "node:worker_threads";
import { MAX_DEPTH, TIME_LIMIT } from "../problems.ts";
import type { PageReading } from "./read-page.ts";
import type { PageRequest } from "./worker.ts";

/** A hostile page may make an extractor run for minutes or fill memory: it runs aside and can be stopped. */
const MEMORY_LIMIT_MB = 512;

let idle: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** Reads a page in a worker, one at a time; null where it ran past its time or memory and was stopped. */
export function readPageAside(html: string, url: string | null): Promise<PageReading | null> {
  const turn = queue.then(() => extract({ html, url, maxDepth: MAX_DEPTH }));
  queue = turn.catch(() => undefined);
  return turn;
}

async function extract(request: PageRequest): Promise<PageReading | null> {
  // Loading the extractors costs more than most pages, so the worker stays for the next page; it never keeps the process.
  const worker = idle ?? startWorker();
  idle = null;
  worker.ref();
  const reading = await answer(worker, request);
  if (reading === null) {
    await worker.terminate();
  } else {
    worker.unref();
    idle = worker;
  }
  return reading;
}

function answer(worker: Worker, request: PageRequest): Promise<PageReading | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(null)), TIME_LIMIT);
    const settle = (action: () => void): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError);
      action();
    };
    const onMessage = (reading: PageReading): void => settle(() => resolve(reading));
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(null) : reject(error)));
    worker.on("message", onMessage).on("error", onError);
    worker.postMessage(request);
  });
}

function startWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } };
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./page-worker.js", import.meta.url), options);
  // From source, in development and tests.
  return new Worker(new URL("../../../../scripts/ts-worker.mjs", import.meta.url), {
    ...options,
    workerData: { entry: new URL("./worker.ts", import.meta.url).href },
  });
}
