import type { Command } from "commander";
import { pooledReader } from "../../../index.ts";
import { type CaseFlags, caseOption, withCase } from "../case.ts";
import { plural } from "../show/words.ts";
import { type IntakeFlags, intakeOptions, report } from "./add.ts";
import type { CommandModule, Context } from "./index.ts";

export const reread: CommandModule = {
  configure(command: Command, context: Context): void {
    caseOption(command)
      .description(
        "Reads all reports again, from their originals, with the engine at hand. Corrections and decisions are laid over the new reading; those whose words are not found any more are kept and named.",
      )
      .option("--json", "print the summary as JSON")
      .action((flags: IntakeFlags) =>
        withCase(
          flags,
          async (opened) => {
            report(await opened.reread(intakeOptions(flags, context.terminal)), flags, context);
          },
          "expect",
          { reader: pooledReader() },
        ),
      );
  },
};

export const regroup: CommandModule = {
  configure(command: Command, context: Context): void {
    caseOption(command)
      .description(
        "Groups all events into dossiers anew, in order of publication. Adding regroups only what is near a report; in very crowded cases its result may depend on the order of adding, and this one never does. Decisions stay in force.",
      )
      .option("--json", "print the counts as JSON")
      .action((flags: CaseFlags & { json?: true }) =>
        withCase(flags, async (opened) => {
          const before = (await opened.counts()).dossiers;
          const counts = await opened.regroup();
          const { events, dossiers, waiting } = counts;
          context.terminal.out(
            flags.json
              ? `${JSON.stringify(counts, null, 2)}\n`
              : `${plural(events, "event")} in ${plural(dossiers, "dossier")}, ${before} before; ${plural(waiting, "pair waits", "pairs wait")}\n`,
          );
        }),
      );
  },
};
