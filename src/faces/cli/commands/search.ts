import type { Command } from "commander";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { showHits } from "../show/dossiers.ts";
import type { Context } from "./index.ts";

interface SearchFlags extends CaseFlags {
  readonly limit?: string;
  readonly offset?: string;
  readonly json?: true;
}

export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description(
      'Finds words in the reports: all of them, "a phrase", a beginning*, -without. Case and diacritics count for nothing.',
    )
    .argument("<words...>")
    .option("--limit <n>", "at most n", "20")
    .option("--offset <n>", "leave out the first n", "0")
    .option("--json", "print as JSON")
    .action((words: string[], flags: SearchFlags) =>
      withCase(flags, async (opened) => {
        const { items, total } = await opened.search(words.join(" "), {
          limit: Number(flags.limit),
          offset: Number(flags.offset),
        });
        context.terminal.out(
          flags.json ? `${JSON.stringify({ items, total }, null, 2)}\n` : showHits(items, total, context.terminal),
        );
      }),
    );
}
