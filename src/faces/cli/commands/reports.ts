import type { Command } from "commander";
import { type CaseFlags, caseOption, shortReport, withCase } from "../case.ts";
import { columns } from "../show/layout.ts";
import { styleFor } from "../show/style.ts";
import type { Context } from "./index.ts";

interface ReportsFlags extends CaseFlags {
  readonly outlet?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly doubtful?: true;
  readonly limit?: string;
  readonly offset?: string;
  readonly json?: true;
}

export function configure(command: Command, { terminal }: Context): void {
  caseOption(command)
    .description("Lists the reports of a case, the latest added first.")
    .option("--outlet <name>", "of this outlet")
    .option("--from <date>", "published on or after this day")
    .option("--until <date>", "published on or before this day")
    .option("--words <words>", "that hold these words")
    .option("--doubtful", "with notices alone")
    .option("--limit <n>", "at most n", "50")
    .option("--offset <n>", "leave out the first n", "0")
    .option("--json", "print as JSON")
    .action((flags: ReportsFlags) =>
      withCase(flags, async (opened) => {
        const { outlet, from, until, words, doubtful } = flags;
        const { items, total } = await opened.reports({
          outlet,
          from,
          until,
          words,
          doubtful,
          limit: Number(flags.limit),
          offset: Number(flags.offset),
        });
        if (flags.json) return terminal.out(`${JSON.stringify({ items, total }, null, 2)}\n`);
        const style = styleFor(terminal.colour);
        for (const row of items) {
          const facts = `${row.claims} claims${row.doubts > 0 ? `, ${row.doubts} doubts` : ""}${row.copyOf === null ? "" : `, copy of ${shortReport(row.copyOf)}`}`;
          const cells = [
            { text: shortReport(row.id), width: 8, paint: style.quiet },
            { text: row.published?.slice(0, 10) ?? "", width: 10 },
            { text: row.outlet ?? "", width: 22 },
            { text: row.title ?? row.name, width: Math.max(20, terminal.columns - 76) },
            { text: facts, width: 26, paint: style.quiet },
          ];
          terminal.out(`${columns(cells).join("\n")}\n`);
        }
        terminal.out(`${style.quiet(`${items.length} of ${total}`)}\n`);
      }),
    );
}
