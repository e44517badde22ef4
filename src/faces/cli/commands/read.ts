import type { Command } from "commander";
import { checkLedger, explain, Problem, type ReadResult, readInFull, whyNot } from "../../../index.ts";
import { exitCode } from "../exit.ts";
import { type Input, inputsOf } from "../inputs.ts";
import { showExplanation, showWhyNot } from "../show/explain.ts";
import { showLedger } from "../show/ledger.ts";
import { showProblem } from "../show/problem.ts";
import type { Context } from "./index.ts";

interface ReadOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly json?: true;
  readonly jsonl?: true;
  readonly explain?: string;
  readonly whyNot?: string;
}

export function configure(command: Command, context: Context): void {
  command
    .description("Reads reports and prints, event by event, who says what, with the words that bear it out.")
    .argument("<reports...>", "files (.txt, .html), folders, addresses, or - for standard input")
    .option("--published <date>", "day of publication, where the report does not state it")
    .option("--outlet <name>", "who published it, where the report does not state it")
    .option("--json", "print the ledger of one report as JSON")
    .option("--jsonl", "print one ledger a line, for many reports or a folder")
    .option("--explain <claim>", 'show the chain of rules behind a claim ("c3") or an event ("e1")')
    .option("--why-not <words>", "show what was refused on these words, and why")
    .addHelpText("after", EXAMPLES)
    .action((args: string[], options: ReadOptions) => readReports(args, options, context));
}

const EXAMPLES = `
Examples:
  hearsay read report.txt
  hearsay read page.html --json > ledger.json
  hearsay read reports/ --jsonl > ledgers.jsonl
  pbpaste | hearsay read - --published 2026-03-05 --outlet "Lakes Wire"
  hearsay read report.txt --explain c3`;

async function readReports(args: readonly string[], options: ReadOptions, context: Context): Promise<void> {
  const inputs = await inputsOf(args, context.terminal);
  const single = (["json", "explain", "whyNot"] as const).find((option) => options[option] !== undefined);
  if (single !== undefined && (inputs.length > 1 || options.jsonl)) {
    const flag = single === "whyNot" ? "--why-not" : `--${single}`;
    throw new Problem(
      "E-CLI-03",
      `${flag} works on one report, not on ${inputs.length}.`,
      "Name one file, or use --jsonl.",
    );
  }
  for (const [i, input] of inputs.entries()) {
    try {
      const text = await present(await readInput(input, options), input, options, context);
      context.terminal.out(i > 0 && !options.jsonl ? `\n${text}` : text);
    } catch (error) {
      // One bad report does not stop the others.
      if (!(error instanceof Problem) || inputs.length === 1) throw error;
      context.terminal.err(showProblem(error, context.terminal));
      context.exit(exitCode(error));
    }
  }
}

async function readInput(input: Input, { published, outlet }: ReadOptions): Promise<ReadResult> {
  const { bytes, options } = await input.load();
  return readInFull(bytes, { ...options, published, outlet });
}

async function present(result: ReadResult, input: Input, options: ReadOptions, { terminal }: Context): Promise<string> {
  if (options.json) return `${JSON.stringify(await checkLedger(result.ledger), null, 2)}\n`;
  if (options.jsonl) return `${JSON.stringify(await checkLedger(result.ledger))}\n`;
  if (options.explain !== undefined) {
    const steps = explain(result, options.explain);
    if (steps.length === 0) {
      const ids = result.ledger.claims.map((claim) => claim.id);
      throw new Problem(
        "E-CLI-04",
        `The ledger of ${input.name} has no ${options.explain}.`,
        ids.length === 0 ? "It has no claims." : `Its claims are ${ids[0]} to ${ids.at(-1)}.`,
      );
    }
    return showExplanation(options.explain, steps, result.ledger, terminal);
  }
  if (options.whyNot !== undefined) {
    const answers = whyNot(result, options.whyNot);
    if (answers.length === 0) {
      throw new Problem(
        "E-CLI-05",
        `"${options.whyNot}" does not stand in ${input.name}.`,
        "Give words exactly as the report has them.",
      );
    }
    return showWhyNot(answers, result.ledger, terminal);
  }
  return showLedger(result.ledger, terminal);
}
