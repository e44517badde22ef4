import type { Command } from "commander";
import { type CorrectionBody, type CorrectionDraft, type FindingKind, Problem } from "../../../index.ts";
import {
  type AuthorFlags,
  authorOf,
  authorOptions,
  type CaseFlags,
  caseOption,
  reportId,
  shortReport,
  withCase,
} from "../case.ts";
import type { Context } from "./index.ts";

type Flags = CaseFlags & AuthorFlags;

/** accept, reject and correct: a coder's word on a finding. */
const command = (verdict: "accept" | "reject" | "correct") => ({
  configure(command: Command, context: Context): void {
    authorOptions(caseOption(command))
      .argument("<report>", "id of the report, or its beginning")
      .argument("<finding>", "c3, e1, a2, p1, l4");
    if (verdict === "correct") {
      command
        .description(
          "Says what a field of a finding should be. Kept beside the machine's reading, and found again after a re-reading.",
        )
        .argument("<field>", "act, source, agent, target, place, time, type, counts …")
        .argument("<value>", "the value; JSON where it is no plain word")
        .action((report: string, finding: string, field: string, value: string, flags: Flags) =>
          review(report, finding, { verdict: "correct", field, value: parsed(value) }, flags, context),
        );
    } else {
      command
        .description(
          verdict === "accept"
            ? "Says that a finding is right."
            : "Says that a finding is wrong: it leaves dossiers and exports, and stays in the history.",
        )
        .action((report: string, finding: string, flags: Flags) =>
          review(report, finding, { verdict }, flags, context),
        );
    }
  },
});

export const accept = command("accept");
export const reject = command("reject");
export const correct = command("correct");

/** Words for other coders, on a finding or on the whole report. */
export const note = {
  configure(command: Command, { terminal }: Context): void {
    authorOptions(caseOption(command))
      .description("Notes something on a report, or on a finding of it. Exports carry notes on claims and reports.")
      .argument("<report>", "id of the report, or its beginning")
      .argument("<words>", "the note")
      .option("--on <finding>", "c3, e1, a2, p1, l4")
      .action((report: string, words: string, flags: Flags & { on?: string }) =>
        withCase(flags, async (opened) => {
          const id = await reportId(opened, report);
          const kept = await opened.correct({
            report: id,
            finding: { kind: flags.on ? kindOf(flags.on) : "report", id: flags.on ?? id },
            author: authorOf(flags),
            reason: words,
            verdict: "note",
          });
          terminal.out(`Noted. Take it back with: hearsay undo ${kept.id}\n`);
        }),
      );
  },
};

const KINDS: Readonly<Record<string, FindingKind>> = { c: "claim", e: "event", a: "actor", p: "place", l: "loaded" };

function kindOf(finding: string): FindingKind {
  const kind = KINDS[finding[0] ?? ""];
  if (kind) return kind;
  throw new Problem(
    "E-CLI-11",
    `"${finding}" names no finding.`,
    "Give c3 for a claim, e1 an event, a2 an actor, p1 a place, l4 a loaded term.",
  );
}

async function review(
  report: string,
  finding: string,
  body: CorrectionBody,
  flags: Flags,
  { terminal }: Context,
): Promise<void> {
  const kind = kindOf(finding);
  await withCase(flags, async (opened) => {
    const id = await reportId(opened, report);
    const draft = {
      report: id,
      finding: { kind, id: finding },
      author: authorOf(flags),
      reason: flags.reason ?? "",
      ...body,
    } as CorrectionDraft;
    const kept = await opened.correct(draft);
    terminal.out(`${body.verdict}ed ${shortReport(id)}/${finding}. Take it back with: hearsay undo ${kept.id}\n`);
  });
}

/** "violence/bombing" is a word; '["a1"]', '{"start":…}', 3 and null are JSON. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
