import { basename, extname } from "node:path";
import type { AddSummary } from "../../../index.ts";
import { shortReport } from "../case.ts";
import type { Terminal } from "../terminal.ts";
import { styleFor } from "./style.ts";

/** What was read, skipped and failed, and why. */
export function showSummary(summary: AddSummary, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const { read, skipped, updated, left, failed, seconds } = summary;
  const lines: string[] = [];
  for (const { name, report, claims } of read)
    lines.push(`  ${shortReport(report)}  ${name}  ${style.quiet(`${claims} ${claims === 1 ? "claim" : "claims"}`)}`);
  for (const { name, report } of updated) lines.push(`  ${shortReport(report)}  ${name}  ${style.quiet("updated")}`);
  const why = { known: "is in already", "same-text": "has the text of a report that is in already" } as const;
  for (const item of skipped) lines.push(`  ${shortReport(item.report)}  ${item.name}  ${style.quiet(why[item.why])}`);
  for (const { name, code, message } of failed)
    lines.push(`  ${style.failure("failed")}    ${name}: ${message} ${style.quiet(code)}`);
  lines.push(...leftOut(left).map((words) => `  ${words}`));
  const count = (n: number, what: string) => (n === 0 ? [] : [`${n} ${what}`]);
  const totals = [
    ...count(read.length, "read"),
    ...count(updated.length, "updated"),
    ...count(skipped.length, "skipped"),
    ...count(left.length, "left out"),
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

/** Files of a folder that are no reports: by kind, since there may be hundreds of one, and by name where they tell of the folder. */
function leftOut(left: AddSummary["left"]): string[] {
  const kinds = new Map<string, number>();
  for (const { name } of left.filter((l) => l.why === "kind")) {
    const kind = extname(name).toLowerCase() || "without an ending";
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const unread = [...kinds].map(([kind, n]) => `${n} ${kind}`).join(", ");
  const notes = left.filter((l) => l.why === "notes").map((l) => basename(l.name));
  return [
    ...(unread === "" ? [] : [`left out: ${unread}, of kinds that are not read`]),
    ...(notes.length === 0
      ? []
      : [`left out: ${[...new Set(notes)].join(", ")}, about the folder and no report; add it by its path to read it`]),
  ];
}
