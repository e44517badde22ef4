import type { Command } from "commander";
import { Problem } from "../../../index.ts";
import { type AuthorFlags, authorOf, authorOptions, type CaseFlags, caseOption, eventRef, withCase } from "../case.ts";
import { showQueue } from "../show/dossiers.ts";
import type { Context } from "./index.ts";

type Flags = CaseFlags & AuthorFlags & { json?: true; limit?: string };

/** The match queue, and a coder's word on pairs of events. */
export function configure(command: Command, context: Context): void {
  caseOption(command)
    .description("Lists pairs that may be one event, with what speaks for and against.")
    .option("--limit <n>", "at most n", "10")
    .option("--json", "print as JSON")
    .action((flags: Flags) =>
      withCase(flags, async (opened) => {
        const { items, total } = await opened.queue({ limit: Number(flags.limit) });
        context.terminal.out(
          flags.json ? `${JSON.stringify({ items, total }, null, 2)}\n` : showQueue(items, total, context.terminal),
        );
      }),
    );
}

const WORDS = {
  join: "Says that two events are one.",
  never: "Says that two events are not one, now and whatever else comes in.",
  hold: "Leaves a pair undecided, and out of the queue.",
} as const;

const pair = (kind: keyof typeof WORDS) => ({
  configure(command: Command, { terminal }: Context): void {
    authorOptions(caseOption(command))
      .description(WORDS[kind])
      .argument("<a>", "REPORT/EVENT, as hearsay queue lists them")
      .argument("<b>")
      .action((a: string, b: string, flags: Flags) =>
        withCase(flags, async (opened) => {
          const decision = {
            kind,
            a: await eventRef(opened, a),
            b: await eventRef(opened, b),
            author: authorOf(flags),
            reason: flags.reason ?? "",
          };
          const { id } = await opened.decide(decision);
          terminal.out(`Kept. Take it back with: hearsay undo ${id}\n`);
        }),
      );
  },
});
export const join = pair("join");
export const never = pair("never");
export const hold = pair("hold");

export const split = {
  configure(command: Command, { terminal }: Context): void {
    authorOptions(caseOption(command))
      .description("Takes events out of their dossier; they stay together.")
      .argument("<events...>", "REPORT/EVENT, as hearsay event ID --why lists them")
      .action((events: string[], flags: Flags) =>
        withCase(flags, async (opened) => {
          const members = await Promise.all(events.map((e) => eventRef(opened, e)));
          const dossier = await opened.dossierOf(members[0]!);
          const goes = (m: { report: string; event: string }) =>
            members.some((x) => x.report === m.report && x.event === m.event);
          const rest = dossier.members.filter((m) => !goes(m)).map(({ report, event }) => ({ report, event }));
          if (rest.length === 0) throw new Problem("E-CLI-12", "All members would go.", "Leave out those that stay.");
          const { id } = await opened.decide({
            kind: "split",
            members,
            rest,
            author: authorOf(flags),
            reason: flags.reason ?? "",
          });
          terminal.out(`Split off from ${dossier.id}. Take it back with: hearsay undo ${id}\n`);
        }),
      );
  },
};

export const undo = {
  configure(command: Command, { terminal }: Context): void {
    authorOptions(caseOption(command))
      .description("Takes back a decision or a correction; what was before is restored exactly.")
      .argument("<id>", "as the history lists it")
      .action((id: string, flags: Flags) =>
        withCase(flags, async (opened) => {
          await opened.undo(id, authorOf(flags));
          terminal.out("Taken back.\n");
        }),
      );
  },
};

export const history = {
  configure(command: Command, { terminal }: Context): void {
    caseOption(command)
      .description("Lists decisions and corrections, the latest first.")
      .option("--json", "print as JSON")
      .action((flags: Flags) =>
        withCase(flags, async (opened) => {
          const { items } = await opened.history();
          if (flags.json) return terminal.out(`${JSON.stringify(items, null, 2)}\n`);
          for (const item of items) {
            const { id, author, time, reason } = item.kind === "decision" ? item.decision : item.correction;
            const what =
              item.kind === "decision"
                ? item.decision.kind === "alias"
                  ? `alias ${item.decision.verdict}: ${item.decision.a.name} | ${item.decision.b.name}`
                  : item.decision.kind
                : `${item.correction.verdict} ${item.correction.finding.kind} ${item.correction.finding.id}`;
            const undone = item.undone === null ? "" : `, taken back by ${item.undone.author}`;
            terminal.out(
              `${time.slice(0, 16).replace("T", " ")}  ${author}  ${what}${reason === "" ? "" : `: ${reason}`}${undone}  ${id}\n`,
            );
          }
        }),
      );
  },
};
