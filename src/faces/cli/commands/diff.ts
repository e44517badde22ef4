import type { Command } from "commander";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { showDiff } from "../show/dossiers.ts";
import type { Context } from "./index.ts";

export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description("Sets side by side what two reports, or two outlets, say of the events they share.")
    .argument("<a>", "report id or its beginning, or an outlet's name")
    .argument("<b>")
    .option("--json", "print as JSON")
    .action((a: string, b: string, flags: CaseFlags & { json?: true }) =>
      withCase(flags, async (opened) => {
        const diff = await opened.diff(a, b);
        context.terminal.out(flags.json ? `${JSON.stringify(diff, null, 2)}\n` : showDiff(diff, context.terminal));
      }),
    );
}
