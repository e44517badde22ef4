import type { Command } from "commander";
import { type Candidate, findMatches, makeCandidates, Problem, readInFull, type Span } from "../../../index.ts";
import { inputsOf } from "../inputs.ts";
import type { Terminal } from "../terminal.ts";
import type { Context } from "./index.ts";

const AROUND = 40;

/** `hearsay match verbs/shell REPORT…`, `hearsay match "open fire on [nsubj=@military]" FOLDER`: how a researcher checks a row. */
export function configure(command: Command, { terminal }: Context): void {
  command
    .argument(
      "[row|pattern]",
      'a row of the lexicon (verbs/shell, harms/kill), or words with restrictions: "shell|bomb [obj=@place] [not nsubj=actor]"',
    )
    .argument("[files...]", "reports or folders to look in")
    .option(
      "--candidates",
      "list verbs and nouns that look like events and are in no row, to grow the lexicon from real text",
    )
    .description(
      "Shows where a lexicon row or a pattern stands in reports, with context, and where it was refused and why.",
    )
    .action(async (pattern: string | undefined, files: string[], { candidates }: { candidates?: boolean }) => {
      const places = candidates && pattern !== undefined ? [pattern, ...files] : files;
      if (pattern === undefined || places.length === 0)
        throw new Problem(
          "E-CLI-09",
          candidates ? "No reports are named." : "A row or pattern and reports are needed.",
          USAGE,
        );
      if (candidates) await listCandidates(places, terminal);
      else await showMatches(pattern, places, terminal);
    });
}

const USAGE =
  'Say `hearsay match verbs/shell FOLDER`, `hearsay match "open fire on" FOLDER` or `hearsay match --candidates FOLDER`.';

async function showMatches(pattern: string, places: readonly string[], terminal: Terminal): Promise<void> {
  let matches = 0;
  const inputs = await inputsOf(places, terminal);
  for (const input of inputs) {
    const { bytes, options } = await input.load();
    const result = await readInFull(bytes, options);
    for (const { span, what } of await findMatches(pattern, result)) {
      if (!what.startsWith("refused")) matches++;
      terminal.out(`${input.name}:${span[0]}  ${inContext(result.ledger.report.text, span)}  ${what}\n`);
    }
  }
  terminal.out(`${matches} found in ${reports(inputs.length)}\n`);
}

/** One line a word: how often, which signs, the row it is near to, and the first place. */
async function listCandidates(places: readonly string[], terminal: Terminal): Promise<void> {
  const collected = await makeCandidates();
  const inputs = await inputsOf(places, terminal);
  const texts: string[] = [];
  for (const input of inputs) {
    const { bytes, options } = await input.load();
    const result = await readInFull(bytes, options);
    texts.push(result.ledger.report.text);
    collected.add(result);
  }
  const found = collected.list();
  const wide = (pick: (candidate: Candidate) => string): number => Math.max(0, ...found.map((c) => pick(c).length));
  const word = ({ lemma, part }: Candidate): string => `${lemma} (${part})`;
  const why = ({ signs }: Candidate): string => signs.map(([sign, n]) => `${sign} ${n}`).join(", ");
  const near = (candidate: Candidate): string => candidate.near ?? "";
  const widths = [wide(word), wide(near), wide(why)] as const;
  for (const candidate of found) {
    const { report, span } = candidate.first;
    terminal.out(
      `${word(candidate).padEnd(widths[0])}  ${`${candidate.count}`.padStart(4)}  ${near(candidate).padEnd(widths[1])}  ${why(candidate).padEnd(widths[2])}  ${inContext(texts[report]!, span)}\n`,
    );
  }
  terminal.out(`${found.length} candidates in ${reports(inputs.length)}\n`);
}

const reports = (count: number): string => `${count} ${count === 1 ? "report" : "reports"}`;

function inContext(text: string, [start, end]: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, " ");
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + AROUND).replace(/\s+/g, " ")}`;
}
