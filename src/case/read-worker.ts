import { parentPort } from "node:worker_threads";
import type { Ledger } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import type { DocumentOptions } from "../stages/1-document/index.ts";
import { inProcess } from "./reader.ts";

/** What a reading worker is asked, and what it answers. */
export interface ReadRequest {
  readonly content: Uint8Array | string;
  readonly options: DocumentOptions;
}
export type ReadAnswer =
  | { readonly kind: "read"; readonly ledger: Ledger }
  | { readonly kind: "problem"; readonly code: string; readonly what: string; readonly advice: string }
  | { readonly kind: "failed"; readonly message: string };

parentPort?.on("message", async ({ content, options }: ReadRequest) => {
  parentPort?.postMessage(await answer(content, options));
});

async function answer(content: Uint8Array | string, options: DocumentOptions): Promise<ReadAnswer> {
  try {
    return { kind: "read", ledger: await inProcess.read(content, options) };
  } catch (error) {
    if (error instanceof Problem) return { kind: "problem", code: error.code, what: error.what, advice: error.advice };
    return { kind: "failed", message: (error as Error).message };
  }
}
