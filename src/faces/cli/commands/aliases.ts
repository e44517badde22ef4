import type { Command } from "commander";
import { type ActorRef, type Case, Problem } from "../../../index.ts";
import { type AuthorFlags, authorOf, authorOptions, type CaseFlags, caseOption, withCase } from "../case.ts";
import { showAliases } from "../show/aliases.ts";
import type { Context } from "./index.ts";

type Flags = CaseFlags & AuthorFlags & { json?: true; limit: string; never?: true; hold?: true };

/** Names that may be one actor's, and a coder's word on them. */
export function configure(command: Command, { terminal }: Context): void {
  caseOption(command)
    .description("Lists names of actors that may be one actor's, with what speaks for and against.")
    .option("--limit <n>", "at most n", "10")
    .option("--json", "print as JSON")
    .action((flags: Flags) =>
      withCase(flags, async (opened) => {
        const { items, total } = await opened.aliases({ limit: Number(flags.limit) });
        terminal.out(
          flags.json ? `${JSON.stringify({ items, total }, null, 2)}\n` : showAliases(items, total, terminal),
        );
      }),
    );
}

export const alias = {
  configure(command: Command, { terminal }: Context): void {
    authorOptions(caseOption(command))
      .description("Says that two names are one actor's in this case. Names as hearsay aliases lists them.")
      .argument("<a>")
      .argument("<b>")
      .option("--never", "they are two actors, and stay two")
      .option("--hold", "left open, and out of the list")
      .action((a: string, b: string, flags: Flags) =>
        withCase(flags, async (opened) => {
          const { id } = await opened.decide({
            kind: "alias",
            verdict: flags.never ? "never" : flags.hold ? "hold" : "one",
            a: await actor(opened, a),
            b: await actor(opened, b),
            author: authorOf(flags),
            reason: flags.reason ?? "",
          });
          terminal.out(`Kept. Take it back with: hearsay undo ${id}\n`);
        }),
      );
  },
};

async function actor(opened: Case, name: string): Promise<ActorRef> {
  const found = await opened.actorNamed(name);
  if (found) return found;
  throw new Problem("E-CASE-08", `No report of this case names "${name}".`, "List names with: hearsay aliases.");
}
