import type { Command } from "commander";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { showWhy } from "../show/dossiers.ts";
import { showMatrix } from "../show/matrix.ts";
import { showTimeline } from "../show/timeline.ts";
import type { Context } from "./index.ts";

interface EventFlags extends CaseFlags {
  readonly matrix?: true;
  readonly timeline?: true;
  readonly why?: true;
  readonly json?: true;
}

export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description("Shows one dossier: every source's version beside the others.")
    .argument("<id>", "id of the dossier, or its beginning")
    .option("--matrix", "sources by fields (the default)")
    .option("--timeline", "who said what when")
    .option("--why", "why these reports are taken to tell of one event")
    .option("--json", "print the dossier as JSON")
    .action((id: string, flags: EventFlags) =>
      withCase(flags, async (opened) => {
        const dossier = await opened.dossier(id);
        const { terminal } = context;
        if (flags.json) return terminal.out(`${JSON.stringify(dossier, null, 2)}\n`);
        const parts = [
          ...(flags.matrix || (!flags.timeline && !flags.why) ? [showMatrix(dossier, terminal)] : []),
          ...(flags.timeline ? [showTimeline(dossier, terminal)] : []),
          ...(flags.why ? [showWhy(dossier, terminal)] : []),
        ];
        terminal.out(parts.join("\n"));
      }),
    );
}
