import type { Command } from "commander";
import { caseOption, withCase } from "../case.ts";
import { showFeeds } from "../show/feeds.ts";
import { type IntakeFlags, intakeOptions, report } from "./add.ts";
import type { Context } from "./index.ts";

export function configure(command: Command, context: Context): void {
  command.description("Keeps RSS, Atom and JSON feeds, and reads what is new in them.");
  caseOption(command.command("add"))
    .description("keep a feed")
    .argument("<url>")
    .action((url: string, flags: IntakeFlags) =>
      withCase(
        flags,
        async (opened) => {
          const feed = await opened.addFeed(url);
          context.terminal.out(showFeeds([feed], context.terminal));
        },
        "make",
      ),
    );
  caseOption(command.command("list"))
    .description("list the feeds")
    .option("--json", "print as JSON")
    .action((flags: IntakeFlags) =>
      withCase(flags, async (opened) => {
        const feeds = await opened.feeds();
        context.terminal.out(flags.json ? `${JSON.stringify(feeds, null, 2)}\n` : showFeeds(feeds, context.terminal));
      }),
    );
  caseOption(command.command("pull"))
    .description("read what is new, in all feeds or in one")
    .argument("[url]")
    .option("--offline", "forbid all network use")
    .option("--json", "print the summary as JSON")
    .action((url: string | undefined, flags: IntakeFlags) =>
      withCase(flags, async (opened) =>
        report(await opened.pullFeeds({ ...intakeOptions(flags, context.terminal), feed: url }), flags, context),
      ),
    );
}
