import type { Command } from "commander";
import { findMatches, readInFull } from "../../../index.ts";
import { inputsOf } from "../inputs.ts";
import type { Context } from "./index.ts";

const AROUND = 40;

/** `hearsay match verbs/shell REPORT…`, `hearsay match "open fire on [nsubj=@military]" FOLDER`: how a researcher checks a row. */
export function configure(command: Command, { terminal }: Context): void {
  command
    .argument(
      "<row|pattern>",
      'a row of the lexicon (verbs/shell, harms/kill), or words with restrictions: "shell|bomb [obj=@place] [not nsubj=actor]"',
    )
    .argument("<files...>", "reports or folders to look in")
    .description(
      "Shows where a lexicon row or a pattern stands in reports, with context, and where it was refused and why.",
    )
    .action(async (pattern: string, files: string[]) => {
      let matches = 0;
      const inputs = await inputsOf(files, terminal);
      for (const input of inputs) {
        const { bytes, options } = await input.load();
        const result = await readInFull(bytes, options);
        const { text } = result.ledger.report;
        for (const { span, what } of await findMatches(pattern, result)) {
          if (!what.startsWith("refused")) matches++;
          const before = text.slice(Math.max(0, span[0] - AROUND), span[0]).replace(/\s+/g, " ");
          const after = text.slice(span[1], span[1] + AROUND).replace(/\s+/g, " ");
          terminal.out(`${input.name}:${span[0]}  ${before}[${text.slice(...span)}]${after}  ${what}\n`);
        }
      }
      terminal.out(`${matches} found in ${inputs.length} ${inputs.length === 1 ? "report" : "reports"}\n`);
    });
}
