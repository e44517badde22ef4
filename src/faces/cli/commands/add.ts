import type { Command } from "commander";
import { type AddSummary, type Columns, type Input, Problem, type Progress, pooledReader } from "../../../index.ts";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { EXIT } from "../exit.ts";
import { showSummary } from "../show/summary.ts";
import type { Terminal } from "../terminal.ts";
import type { Context } from "./index.ts";

export interface IntakeFlags extends CaseFlags {
  readonly offline?: true;
  readonly columns?: string;
  readonly json?: true;
}

interface AddFlags extends IntakeFlags {
  readonly watch?: true;
  readonly outlet?: string;
  readonly published?: string;
}

export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description(
      "Reads reports into a case and matches their events with what is in it. What is in already is skipped, so a stopped import goes on where it was.",
    )
    .argument("<inputs...>", "files (txt html pdf docx eml csv jsonl rss), folders, addresses, or - for standard input")
    .option("--watch", "go on watching a folder for new files")
    .option("--offline", "forbid all network use")
    .option("--columns <map>", 'columns of a table: "text=Body,id=No,published=Day,title=…,outlet=…,url=…"')
    .option("--outlet <name>", "who published what standard input gives")
    .option("--published <date>", "day of publication of what standard input gives")
    .option("--json", "print the summary as JSON")
    .addHelpText("after", EXAMPLES)
    .action((args: string[], flags: AddFlags) => add(args, flags, context));
}

const EXAMPLES = `
Examples:
  hearsay add reports/
  hearsay add reports/ --watch
  hearsay add archive.csv --columns text=Body,id=No,published=Day
  hearsay add https://example.org/report.html
  pbpaste | hearsay add - --outlet "Lakes Wire" --published 2026-03-05`;

async function add(args: readonly string[], flags: AddFlags, context: Context): Promise<void> {
  const { terminal } = context;
  const inputs: Input[] = [];
  for (const arg of args) {
    if (arg === "-") {
      const text = new TextDecoder().decode(await terminal.stdin());
      inputs.push({ kind: "text", text, outlet: flags.outlet, published: flags.published });
    } else if (/^https?:\/\//i.test(arg)) inputs.push({ kind: "url", url: arg });
    else inputs.push({ kind: "path", path: arg });
  }
  await withCase(
    flags,
    async (opened) => {
      report(await opened.add(inputs, intakeOptions(flags, terminal)), flags, context);
      if (!flags.watch) return;
      const { watchFolder } = await import("../watch.ts");
      for await (const path of watchFolder(args)) {
        report(await opened.add([{ kind: "path", path }], intakeOptions(flags, terminal)), flags, context);
      }
    },
    "make",
    { reader: pooledReader() },
  );
}

/** Prints a summary; what failed sets the exit code. */
export function report(summary: AddSummary, flags: { readonly json?: true }, { terminal, exit }: Context): void {
  terminal.out(flags.json ? `${JSON.stringify(summary, null, 2)}\n` : showSummary(summary, terminal));
  if (summary.failed.length > 0) exit(EXIT.unreadable);
}

export const intakeOptions = (flags: IntakeFlags, terminal: Terminal) => ({
  offline: flags.offline === true,
  columns: columnsOf(flags.columns),
  onProgress: terminal.interactive
    ? (progress: Progress) => terminal.err(`\r\u001b[2K${progressLine(progress, terminal.columns)}`)
    : undefined,
});

function progressLine({ done, total, rate, secondsLeft, current }: Progress, width: number): string {
  const left =
    secondsLeft === null
      ? ""
      : `, ${secondsLeft < 90 ? `${Math.ceil(secondsLeft)} s` : `${Math.ceil(secondsLeft / 60)} min`} left`;
  const line = `${done} of ${total} read, ${rate.toFixed(1)} a second${left}  ${current}`;
  return line.slice(0, width - 1);
}

function columnsOf(map: string | undefined): Columns | undefined {
  if (map === undefined) return undefined;
  const pairs = map.split(",").map((pair) => pair.split("=", 2) as [string, string | undefined]);
  const roles = ["id", "text", "title", "outlet", "published", "url"];
  for (const [role, column] of pairs) {
    if (!roles.includes(role.trim()) || !column) {
      throw new Problem(
        "E-CLI-09",
        `"${role}${column === undefined ? "" : `=${column}`}" is no column map.`,
        `Give pairs such as text=Body; what there is: ${roles.join(", ")}.`,
      );
    }
  }
  return Object.fromEntries(pairs.map(([role, column]) => [role.trim(), column!.trim()]));
}
