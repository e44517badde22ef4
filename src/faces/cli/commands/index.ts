import type { Command } from "commander";
import type { Terminal } from "../terminal.ts";

/**
 * A command of `hearsay`. To add one: a file in this folder that exports `configure`, and a line in the list below.
 * Only the command that was called is loaded.
 */
export interface CommandEntry {
  readonly name: string;
  /** One line for `hearsay --help`. */
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

export interface CommandModule {
  /**
   * Adds arguments, options and the action. The action ends by returning, or by `context.exit(code)` where the code is
   * not 0; what goes wrong is thrown as a `Problem` and printed by the caller.
   */
  configure(command: Command, context: Context): void;
}

export interface Context {
  readonly terminal: Terminal;
  /** Sets the exit code; the worst one counts. */
  exit(code: number): void;
}

export const commands: readonly CommandEntry[] = [
  { name: "read", summary: "read reports: who says what", load: () => import("./read.ts") },
  { name: "add", summary: "add reports to a case", load: () => import("./add.ts") },
  { name: "feed", summary: "keep feeds and read what is new", load: () => import("./feed.ts") },
  { name: "reports", summary: "list the reports of a case", load: () => import("./reports.ts") },
  { name: "events", summary: "list dossiers: one real event each", load: () => import("./events.ts") },
  { name: "event", summary: "show one dossier: every version beside the others", load: () => import("./event.ts") },
  { name: "diff", summary: "compare two reports or outlets", load: () => import("./diff.ts") },
  { name: "match", summary: "where a lexicon row is found, or refused", load: () => import("./match.ts") },
  { name: "search", summary: "find words in the reports", load: () => import("./search.ts") },
  { name: "export", summary: "write dossiers in a format of the field", load: () => import("./export.ts") },
  { name: "queue", summary: "pairs that may be one event", load: () => import("./queue.ts") },
  { name: "join", summary: "two events are one", load: async () => (await import("./queue.ts")).join },
  { name: "never", summary: "two events are not one", load: async () => (await import("./queue.ts")).never },
  { name: "hold", summary: "leave a pair undecided", load: async () => (await import("./queue.ts")).hold },
  { name: "aliases", summary: "names that may be one actor's", load: () => import("./aliases.ts") },
  { name: "alias", summary: "two names are one actor, or not", load: async () => (await import("./aliases.ts")).alias },
  { name: "split", summary: "take events out of a dossier", load: async () => (await import("./queue.ts")).split },
  { name: "accept", summary: "a finding is right", load: async () => (await import("./review.ts")).accept },
  { name: "reject", summary: "a finding is wrong", load: async () => (await import("./review.ts")).reject },
  { name: "correct", summary: "say what a field should be", load: async () => (await import("./review.ts")).correct },
  {
    name: "note",
    summary: "note something on a report or finding",
    load: async () => (await import("./review.ts")).note,
  },
  { name: "undo", summary: "take back a decision", load: async () => (await import("./queue.ts")).undo },
  {
    name: "history",
    summary: "list decisions and corrections",
    load: async () => (await import("./queue.ts")).history,
  },
  {
    name: "reread",
    summary: "read all reports again with this engine",
    load: async () => (await import("./again.ts")).reread,
  },
  {
    name: "regroup",
    summary: "group all events anew",
    load: async () => (await import("./again.ts")).regroup,
  },
  { name: "serve", summary: "open the workbench", load: () => import("./serve.ts") },
  { name: "verify", summary: "check that nothing has changed", load: () => import("./verify.ts") },
];
