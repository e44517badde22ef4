/** What every `npm run eval -- NAME` takes. */
export interface EvalArgs {
  /** Other data of the same format as the benchmark's own. */
  readonly data: string | null;
  readonly json: boolean;
  /** Options of one eval, as given: `--split aside` is ["--split", "aside"]. */
  readonly rest: readonly string[];
}

export function parseArgs(argv: readonly string[]): EvalArgs {
  let data: string | null = null;
  let json = false;
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === "--json") json = true;
    else if (arg === "--data") data = argv[++i] ?? null;
    else if (arg.startsWith("--data=")) data = arg.slice(7);
    else rest.push(arg);
  }
  return { data, json, rest };
}

/** Value of `--name VALUE` in `rest`; null where it is not given. */
export function option(args: EvalArgs, name: string): string | null {
  const at = args.rest.indexOf(`--${name}`);
  return at < 0 ? null : (args.rest[at + 1] ?? null);
}

/** The last line of every eval: `NAME key=value key=value …`, percentages as 0 to 100. */
export function lastLine(name: string, figures: Readonly<Record<string, number>>): string {
  const pairs = Object.entries(figures).map(([key, value]) => `${key}=${Math.round(value * 100) / 100}`);
  return [name, ...pairs].join(" ");
}
