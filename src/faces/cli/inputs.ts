import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type DocumentOptions, fetchReport, MAX_SIZE, Problem } from "../../index.ts";
import type { Terminal } from "./terminal.ts";

/** One report to read, not yet loaded. */
export interface Input {
  readonly name: string;
  load(): Promise<{ readonly bytes: Uint8Array; readonly options: DocumentOptions }>;
}

const READABLE = new Set([".txt", ".text", ".md", ".html", ".htm", ".xhtml"]);

/** What the arguments stand for: files, the readable files of folders in order of their paths, addresses, "-". */
export async function inputsOf(args: readonly string[], terminal: Terminal): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const arg of args) {
    if (arg === "-") inputs.push(standardInput(terminal));
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(arg)) inputs.push(page(arg));
    else inputs.push(...(await filesOf(arg)));
  }
  return inputs;
}

const standardInput = (terminal: Terminal): Input => ({
  name: "standard input",
  load: async () => ({ bytes: await terminal.stdin(), options: { name: "standard input" } }),
});

const page = (address: string): Input => ({
  name: address,
  load: async () => {
    const { bytes, url, contentType } = await fetchReport(address);
    return { bytes, options: { name: address, url, contentType } };
  },
});

const file = (path: string, size: number): Input => ({
  name: path,
  load: async () => {
    // A file too large for a report is refused by its size alone; the document stage words it.
    const bytes = size > MAX_SIZE ? { length: size } : await readFile(path);
    return { bytes: bytes as Uint8Array, options: { name: path } };
  },
});

async function filesOf(path: string): Promise<Input[]> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new Problem("E-CLI-01", `There is no ${path}.`, "Check the path, or give - to read standard input.");
  if (!found.isDirectory()) return [file(path, found.size)];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length === 0) {
    const endings = [...READABLE].join(", ");
    throw new Problem(
      "E-CLI-02",
      `${path} holds no report (${endings}).`,
      "Give a folder with reports in it, or single files.",
    );
  }
  return Promise.all(paths.map(async (inner) => file(inner, (await stat(inner)).size)));
}
