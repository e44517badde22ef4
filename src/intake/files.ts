import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../core/problem.ts";
import { MAX_SIZE } from "../stages/1-document/index.ts";
import { isFolderNote, isReadable } from "./kinds.ts";

/** Tables may be larger than one report. */
export const MAX_FILE = Math.max(MAX_SIZE, 512 * 1024 * 1024);

/** Why a file of a folder is left out: of a kind that is not read, or one that tells of the folder itself. */
export type LeftOut = "kind" | "notes";

export interface Walked {
  readonly path: string;
  readonly left: LeftOut | null;
}

/** Files of a folder in order of their paths, and which are left out; hidden ones are passed over. A single file is itself, whatever it is. */
export async function* walk(path: string): AsyncGenerator<Walked> {
  const there = await stat(path).catch(() => null);
  if (there === null) throw new Problem("E-INTAKE-03", `There is no ${path}.`, "Check the path.");
  if (!there.isDirectory()) {
    yield { path, left: null };
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* walk(inner);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(inner))))
      yield { path: inner, left: isFolderNote(inner) ? "notes" : isReadable(inner) ? null : "kind" };
  }
}

/** Links to files are followed; links to folders are not, since they may lead in a ring. */
const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false;

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
