import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../core/problem.ts";
import { MAX_SIZE } from "../stages/1-document/index.ts";
import { isReadable } from "./kinds.ts";

/** Tables may be larger than one report. */
export const MAX_FILE = Math.max(MAX_SIZE, 512 * 1024 * 1024);

/** Files of a folder that can be taken up, in order of their paths; hidden ones are left out. A single file is itself. */
export async function* walk(path: string): AsyncGenerator<string> {
  const there = await stat(path).catch(() => null);
  if (there === null) throw new Problem("E-INTAKE-03", `There is no ${path}.`, "Check the path.");
  if (!there.isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* walk(inner);
    else if (entry.isFile() && isReadable(inner)) yield inner;
  }
}

export async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MAX_FILE) {
    throw new Problem(
      "E-INTAKE-04",
      `${path} has ${Math.round(size / 1_048_576)} MB; at most ${MAX_FILE / 1_048_576} MB are read.`,
      "Split it.",
    );
  }
  return readFile(path);
}
