/** Runs a TypeScript worker from source, for development and tests; the package ships compiled workers and never sees this. */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);
