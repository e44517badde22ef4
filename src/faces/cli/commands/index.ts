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
];
