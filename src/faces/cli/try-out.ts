import { run } from "./run.ts";
import type { Terminal } from "./terminal.ts";

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a user would, for tests. */
export async function hearsay(
  argv: readonly string[],
  options: { stdin?: string; columns?: number; colour?: boolean } = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => Buffer.from(options.stdin ?? ""),
    interactive: false,
    columns: options.columns ?? 100,
    colour: options.colour ?? false,
  };
  return { code: await run(argv, terminal), out, err };
}
