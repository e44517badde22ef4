import type { Command } from "commander";
import { type Candidate, findMatches, makeCandidates, Problem, readInFull, rowOf, type Span } from "../../../index.ts";
import { inputsOf } from "../inputs.ts";
import { indent, wrap } from "../show/layout.ts";
import { styleFor } from "../show/style.ts";
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

/** Each word with how often, what it probably means and why, the sentence that shows it best, and a row to paste. */
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
  for (const candidate of found) {
    const { report, span, sentence } = candidate.example;
    terminal.out(`${headOf(candidate, terminal)}\n`);
    const shown = wrap(marked(texts[report]!, span, sentence), terminal.columns - INDENT);
    const lines = [...shown, `${inputs[report]!.name}:${span[0]}`, rowOf(candidate, texts[report]!.slice(...sentence))];
    terminal.out(`${indent(lines, INDENT).join("\n")}\n\n`);
  }
  terminal.out(`${found.length} candidates in ${reports(inputs.length)}\n`);
}

const INDENT = 4;

/** "pillage (verb), 7 times: violence/looting? near verbs/loot; joined 3, armed subject 2" */
function headOf({ lemma, part, count, type, near, signs }: Candidate, { colour }: Terminal): string {
  const word = styleFor(colour).strong(lemma);
  const often = count === 1 ? "once" : `${count} times`;
  const why = signs.filter(([sign]) => sign !== "neighbour").map(([sign, n]) => `${sign} ${n}`);
  const kind = `${type ?? "type unknown"}?${near ? ` near ${near};` : ""}`;
  return `${word} (${part}), ${often}: ${kind} ${why.join(", ")}`;
}

/** A sentence with the word in brackets. */
function marked(text: string, [start, end]: Span, [from, to]: Span): string {
  const sentence = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`;
  return sentence.replace(/\s+/g, " ");
}

const reports = (count: number): string => `${count} ${count === 1 ? "report" : "reports"}`;

function inContext(text: string, [start, end]: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, " ");
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + AROUND).replace(/\s+/g, " ")}`;
}
