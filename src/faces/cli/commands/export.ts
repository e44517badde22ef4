import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { FORMATS, Problem, RULES } from "../../../index.ts";
import { caseOption, withCase } from "../case.ts";
import { type FilterFlags, filterOptions, queryOf } from "./events.ts";
import type { Context } from "./index.ts";

interface ExportFlags extends FilterFlags {
  readonly format: string;
  readonly profile?: string;
  readonly redactPeople?: true;
  readonly out?: string;
  readonly ids?: string[];
}

export function configure(command: Command, context: Context): void {
  filterOptions(caseOption(command))
    .description(
      "Writes dossiers in the formats of the field. Where a format asks for one number, a named rule picks it and is written into the row.",
    )
    .requiredOption("--format <format>", FORMATS.map((f) => f.name).join(", "))
    .option("--profile <rule>", `rule for the single number: ${RULES.map((r) => r.id.replace(/@.*/, "")).join(", ")}`)
    .option("--redact-people", "withhold the names of people who are not public figures")
    .option("--ids <ids...>", "only these dossiers")
    .option("--out <path>", "file, or folder for formats of several files (default: standard output)")
    .addHelpText(
      "after",
      `\nFormats:\n${FORMATS.map((f) => `  ${f.name.padEnd(14)}${f.title}`).join("\n")}\n\nRules:\n${RULES.map((r) => `  ${r.id.padEnd(24)}${r.words}`).join("\n")}`,
    )
    .action((flags: ExportFlags) =>
      withCase(flags, async (opened) => {
        const { format, profile, redactPeople, ids } = flags;
        const exported = await opened.export({ ...queryOf(flags), format, profile, redactPeople, ids });
        const { terminal } = context;
        if (flags.out === undefined) {
          if (exported.files.length > 1)
            throw new Problem(
              "E-CLI-10",
              `${format} writes ${exported.files.length} files.`,
              "Name a folder with --out.",
            );
          return terminal.out(exported.text);
        }
        if (exported.files.length > 1) {
          await mkdir(flags.out, { recursive: true });
          for (const file of exported.files) await writeFile(join(flags.out, file.name), file.text);
        } else await writeFile(flags.out, exported.text);
        terminal.err(
          `${exported.rows} rows in ${flags.out}${exported.rule === null ? "" : `, numbers by ${exported.rule}`}\n`,
        );
      }),
    );
}
