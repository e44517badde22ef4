/** What a command may use of the world: everything that prints goes through here, so that tests can look on. */
export interface Terminal {
  /** Standard output, as given: no line end is added. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /** Whether standard output is a terminal. */
  readonly interactive: boolean;
  /** Width in columns. */
  readonly columns: number;
  readonly colour: boolean;
}

const WIDEST = 120;
const NARROWEST = 40;
/** Where output goes into a file or another program. */
const PIPED = 100;

/** The process's own terminal. Colour only on a terminal and without `NO_COLOR`; `FORCE_COLOR` is respected. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  const interactive = stdout.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const columns = interactive ? stdout.columns : Number(env.COLUMNS) || PIPED;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    interactive,
    columns: Math.max(NARROWEST, Math.min(WIDEST, columns)),
    colour: (forced || (interactive && env.TERM !== "dumb")) && !env.NO_COLOR,
  };
}
