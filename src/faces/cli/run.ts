import { Command, CommanderError } from "commander";
import { Problem, version } from "../../index.ts";
import { type Context, commands } from "./commands/index.ts";
import { EXIT, exitCode } from "./exit.ts";
import { showProblem } from "./show/problem.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line (without "node hearsay") and returns its exit code. Prints through `terminal` alone. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done;
  const context: Context = {
    terminal,
    exit: (other) => {
      code = Math.max(code, other);
    },
  };
  const program = await configured(argv, context);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.mistake;
    if (!(error instanceof Problem)) throw error;
    terminal.err(showProblem(error, terminal));
    return exitCode(error);
  }
  return code;
}

async function configured(argv: readonly string[], context: Context): Promise<Command> {
  const { terminal } = context;
  const program = new Command("hearsay")
    .description("Reads reports of armed conflict and keeps every claim attached to whoever made it.")
    .version(await version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colour,
      getErrHasColors: () => terminal.colour,
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 nothing to read or a mistake in the call, 3 input that cannot be read.",
    );
  const called = argv.find((word) => word !== "help" && !word.startsWith("-"));
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary).description(entry.summary);
    if (entry.name === called) (await entry.load()).configure(command, context);
  }
  return program;
}
