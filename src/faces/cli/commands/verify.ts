import type { Command } from "commander";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { EXIT } from "../exit.ts";
import type { Context } from "./index.ts";

export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description("Rehashes every original and text, and checks that every ledger still fits its text.")
    .option("--json", "print as JSON")
    .action((flags: CaseFlags & { json?: true }) =>
      withCase(flags, async (opened) => {
        const { reports, faults } = await opened.verify();
        if (faults.length > 0) context.exit(EXIT.unreadable);
        if (flags.json) return context.terminal.out(`${JSON.stringify({ reports, faults }, null, 2)}\n`);
        for (const { what } of faults) context.terminal.out(`${what}\n`);
        context.terminal.out(
          faults.length === 0
            ? `${reports} reports are as they were read.\n`
            : `${faults.length} faults in ${reports} reports.\n`,
        );
      }),
    );
}
