import type { AddSummary } from "../../../index.ts";
import { shortReport } from "../case.ts";
import type { Terminal } from "../terminal.ts";
import { styleFor } from "./style.ts";

/** What was read, skipped and failed, and why. */
export function showSummary(summary: AddSummary, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const { read, skipped, updated, failed, seconds } = summary;
  const lines: string[] = [];
  for (const { name, report, claims } of read)
    lines.push(`  ${shortReport(report)}  ${name}  ${style.quiet(`${claims} ${claims === 1 ? "claim" : "claims"}`)}`);
  for (const { name, report } of updated) lines.push(`  ${shortReport(report)}  ${name}  ${style.quiet("updated")}`);
  const why = { known: "is in already", "same-text": "has the text of a report that is in already" } as const;
  for (const item of skipped) lines.push(`  ${shortReport(item.report)}  ${item.name}  ${style.quiet(why[item.why])}`);
  for (const { name, code, message } of failed)
    lines.push(`  ${style.failure("failed")}    ${name}: ${message} ${style.quiet(code)}`);
  const count = (n: number, what: string) => (n === 0 ? [] : [`${n} ${what}`]);
  const totals = [
    ...count(read.length, "read"),
    ...count(updated.length, "updated"),
    ...count(skipped.length, "skipped"),
    ...count(failed.length, "failed"),
  ];
  const shown =
    lines.length > 40
      ? [
          ...lines.slice(0, 30),
          `  … ${lines.length - 30} more; --json lists all`,
          ...lines.filter((l) => l.includes("failed")).slice(0, 20),
        ]
      : lines;
  return `${[...shown, style.strong(`${totals.join(", ") || "Nothing to read"} in ${seconds.toFixed(1)} s`)].join("\n")}\n`;
}
