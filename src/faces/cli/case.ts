import { stat } from "node:fs/promises";
import { userInfo } from "node:os";
import type { Command } from "commander";
import { type Case, type CaseOptions, openCase, Problem } from "../../index.ts";

/** The case that commands work on, where --case does not name another. */
export const DEFAULT_CASE = "case.hearsay";

export interface CaseFlags {
  readonly case?: string;
}

export const caseOption = (command: Command): Command =>
  command.option("--case <file>", `the case to work on (default: $HEARSAY_CASE, else ${DEFAULT_CASE} in this folder)`);

export const casePath = (flags: CaseFlags): string => flags.case ?? process.env.HEARSAY_CASE ?? DEFAULT_CASE;

/** Opens the case, works with it, and closes it whatever happens. Only `make` makes one that is not there. */
export async function withCase<T>(
  flags: CaseFlags,
  work: (opened: Case) => Promise<T>,
  make: "make" | "expect" = "expect",
  options: CaseOptions = {},
): Promise<T> {
  const path = casePath(flags);
  if (make === "expect" && !(await stat(path).catch(() => null))) {
    throw new Problem(
      "E-CLI-06",
      `There is no case ${path}.`,
      "Add reports first: hearsay add FILES. Or name the case with --case.",
    );
  }
  const opened = await openCase(path, options);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

export interface AuthorFlags {
  readonly author?: string;
  readonly reason?: string;
}

export const authorOptions = (command: Command): Command =>
  command
    .option("--author <name>", "who decides (default: $HEARSAY_AUTHOR, else the name you are logged in under)")
    .option("--reason <words>", "why", "");

export const authorOf = (flags: AuthorFlags): string =>
  flags.author ?? process.env.HEARSAY_AUTHOR ?? userInfo().username;

/** A report by the beginning of its id, with or without "sha256:". */
export async function reportId(opened: Case, beginning: string): Promise<string> {
  const plain = beginning.replace(/^sha256:/, "");
  const found: string[] = [];
  for (let offset = 0; ; offset += 1000) {
    const { items } = await opened.reports({ offset, limit: 1000 });
    found.push(...items.filter((r) => r.id.startsWith(`sha256:${plain}`)).map((r) => r.id));
    if (items.length < 1000) break;
  }
  if (found.length === 1) return found[0]!;
  throw new Problem(
    "E-CLI-07",
    found.length === 0 ? `No report begins with ${plain}.` : `${found.length} reports begin with ${plain}.`,
    "List them with: hearsay reports.",
  );
}

/** "REPORT/EVENT", where the report may be the beginning of its id. */
export async function eventRef(opened: Case, words: string): Promise<{ report: string; event: string }> {
  const slash = words.lastIndexOf("/");
  if (slash < 0)
    throw new Problem("E-CLI-08", `"${words}" names no event.`, "Give REPORT/EVENT, as hearsay queue lists them.");
  return { report: await reportId(opened, words.slice(0, slash)), event: words.slice(slash + 1) };
}

export const shortReport = (id: string): string => id.replace(/^sha256:/, "").slice(0, 8);
