import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of the benchmark data, beside the checkout. Not part of the project: what needs it says so and stops where it is absent. */
export const SHARED = new URL("../../shared/", import.meta.url).pathname;

export const hasShared = (path: string): boolean => existsSync(join(SHARED, path));

/** Path of the data of an eval: `--data` where given, else the benchmark's own. Throws a plain sentence where neither is there. */
export function dataPath(given: string | null, benchmark: string): string {
  if (given !== null) {
    if (!existsSync(given))
      throw new Error(`there is no ${given}: give --data the path of data in the benchmark's format`);
    return given;
  }
  if (!hasShared(benchmark)) throw new Error(`the benchmark data (shared/${benchmark}) is not here: give --data PATH`);
  return join(SHARED, benchmark);
}
