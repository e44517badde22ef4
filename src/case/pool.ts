import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Ledger } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import type { DocumentOptions } from "../stages/1-document/index.ts";
import type { ReadAnswer, ReadRequest } from "./read-worker.ts";
import { inProcess, type Reader } from "./reader.ts";

/** Each worker holds the engine's knowledge of its own: more than this fill memory sooner than they save time. */
const MOST = 8;
/** A report that takes longer is given up, and its worker with it. */
const PATIENCE_MS = 120_000;

/** Reads reports in worker threads, one a processor, started when they are first needed. A worker that dies takes only its report along. */
export function pooledReader(width = Math.min(MOST, availableParallelism())): Reader {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];

  const start = (): Worker => {
    const worker = startWorker();
    all.add(worker);
    worker.once("exit", () => all.delete(worker));
    return worker;
  };
  const take = (): Promise<Worker> => {
    const worker = idle.pop() ?? (all.size < width ? start() : undefined);
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else {
      worker.unref();
      idle.push(worker);
    }
  };

  return {
    ...inProcess,
    width,
    read: async (content, options) => {
      const worker = await take();
      worker.ref();
      let dead = false;
      try {
        return await ask(worker, content, options, () => {
          dead = true;
        });
      } finally {
        give(dead ? start() : worker);
      }
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function ask(
  worker: Worker,
  content: Uint8Array | string,
  options: DocumentOptions,
  lost: () => void,
): Promise<Ledger> {
  const name = options.name ?? "The report";
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", gone);
      settle();
    };
    const answered = (answer: ReadAnswer) =>
      end(() => {
        if (answer.kind === "read") resolve(answer.ledger);
        else if (answer.kind === "problem") reject(new Problem(answer.code, answer.what, answer.advice));
        else reject(new Error(answer.message));
      });
    const broken = (why: string) => {
      lost();
      end(() =>
        reject(
          new Problem(
            "E-INTAKE-22",
            `${name} could not be read: ${why}.`,
            "Report it with the text, so that it can be mended.",
          ),
        ),
      );
    };
    const failed = (error: Error) => broken(error.message);
    const gone = () => broken("the reader stopped");
    const timer = setTimeout(() => {
      broken(`it took more than ${PATIENCE_MS / 1000} s`);
      void worker.terminate();
    }, PATIENCE_MS);
    worker.on("message", answered).on("error", failed).on("exit", gone);
    worker.postMessage({ content, options } satisfies ReadRequest);
  });
}

function startWorker(): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./read-worker.js", import.meta.url));
  // From source, in development and tests.
  return new Worker(new URL("../../scripts/ts-worker.mjs", import.meta.url), {
    workerData: { entry: new URL("./read-worker.ts", import.meta.url).href },
  });
}
