import type { Command } from "commander";
import { readInFull } from "../../../index.ts";
import { inputsOf } from "../inputs.ts";
import type { Context } from "./index.ts";

/** `hearsay match verbs/shell REPORT…`: where a lexicon row is found in reports, and where it was refused and why. */
export function configure(command: Command, context: Context): void {
  command
    .argument("<row>", "a row of the event lexicon: verbs/shell, phrases/open-fire, harms/kill")
    .argument("[files...]", "reports to look in")
    .description("Shows where a row of the lexicon is found in reports, and where it was refused and why.")
    .action(async (row: string, files: string[]) => {
      for (const input of await inputsOf(files, context.terminal)) {
        const { bytes, options } = await input.load();
        const { ledger, reading } = await readInFull(bytes, options);
        const { text } = ledger.report;
        const found = [
          ...[...reading.events.mentions, ...reading.events.tolls]
            .filter((finding) => finding.by.entry === row)
            .map((finding) => ({ span: finding.span, what: `${finding.kind} ${finding.value.event}` })),
          ...reading.events.refusals
            .filter((refusal) => refusal.by.entry === row)
            .map((refusal) => ({ span: refusal.span, what: `refused: ${refusal.reason}` })),
        ].sort((a, b) => a.span[0] - b.span[0]);
        for (const { span, what } of found) {
          const before = text.slice(Math.max(0, span[0] - 40), span[0]).replace(/\s+/g, " ");
          const after = text.slice(span[1], span[1] + 40).replace(/\s+/g, " ");
          context.terminal.out(`${input.name}:${span[0]}  ${before}[${text.slice(...span)}]${after}  ${what}\n`);
        }
      }
    });
}
