import type { ExplainStep, Ledger, WhyNot } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { columns, indent, ruled, widest, wrap } from "./layout.ts";
import { styleFor } from "./style.ts";
import { plural } from "./words.ts";

/** The chain behind a claim or event: what was found, in which words, by which rule and row. */
export function showExplanation(id: string, steps: readonly ExplainStep[], ledger: Ledger, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const width = terminal.columns;
  const claim = ledger.claims.find((candidate) => candidate.id === id);
  const first = Math.min(widest(steps.map((step) => step.what)), Math.floor(width * 0.34));
  const second = Math.min(widest(steps.map((step) => `“${step.words}”`)), Math.floor(width * 0.36));
  const lines = [
    style.strong(ruled(`Why ${id}`, width)),
    ...(claim ? indent(wrap(claim.neutral, width - 3), 3) : []),
    "",
    ...steps.flatMap((step) =>
      indent(
        columns([
          { text: step.what, width: first },
          { text: `“${step.words}”`, width: second },
          {
            text: step.entry === null ? step.rule : `${step.rule}, row ${step.entry}`,
            width: width - first - second - 7,
            paint: style.quiet,
          },
        ]),
        3,
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** What was read and what was refused on some words, at each place where they stand. */
export function showWhyNot(answers: readonly WhyNot[], ledger: Ledger, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const width = terminal.columns;
  const { text } = ledger.report;
  const lines = answers.flatMap(({ span, claims, refusals }, i) => [
    ...(i > 0 ? [""] : []),
    ...wrap(
      `…${text.slice(Math.max(0, span[0] - 40), span[0])}[${text.slice(...span)}]${text.slice(span[1], span[1] + 40)}…`,
      width,
    ).map(style.quote),
    ...indent(
      wrap(claims.length === 0 ? "No claim holds these words." : `Held by ${claims.join(", ")}.`, width - 3),
      3,
    ),
    ...indent(
      wrap(
        refusals.length === 0 ? "Nothing was refused here." : `${plural(refusals.length, "reading")} refused:`,
        width - 3,
      ),
      3,
    ),
    ...refusals.flatMap((refusal) =>
      indent(
        columns([
          { text: `${refusal.kind} “${text.slice(...refusal.span)}”`, width: Math.floor(width * 0.34) },
          { text: refusal.reason, width: Math.floor(width * 0.36) },
          {
            text: refusal.by.entry === undefined ? refusal.by.rule : `${refusal.by.rule}, row ${refusal.by.entry}`,
            width: Math.floor(width * 0.2),
            paint: style.quiet,
          },
        ]),
        5,
      ),
    ),
  ]);
  return `${lines.join("\n")}\n`;
}
