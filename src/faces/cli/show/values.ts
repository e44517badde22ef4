import type { Camp, CellValue, Dossier, Field, Row } from "../../../index.ts";
import { timeName, typeName } from "./words.ts";

/** How values of a dossier are put into words. */

export const CAMP_NAMES: Readonly<Record<Camp, string>> = {
  state: "State, its forces and courts",
  "armed-group": "Armed groups",
  "monitor-or-media": "Monitors and media",
  "medical-or-witness": "Medics and witnesses",
  "not-settled": "Not settled",
};

/** "killed:afghan security forces" -> "killed", "afghan security forces". */
export function fieldName(field: Field): { readonly name: string; readonly side: string } {
  const colon = field.indexOf(":");
  if (colon >= 0) {
    const side = field.slice(colon + 1);
    return { name: field.slice(0, colon).replaceAll("-", " "), side: side === "people" ? "" : side };
  }
  const names: Readonly<Record<string, string>> = {
    agent: "by",
    target: "against",
    place: "where",
    time: "when",
    cause: "with",
  };
  return { name: names[field] ?? field, side: "" };
}

export function valueName(value: CellValue | null): string {
  if (value === null) return "";
  switch (value.kind) {
    case "type":
      return typeName(value.type).toLowerCase();
    case "parties":
      return value.names.join(", ");
    case "place":
      return value.place.name;
    case "time":
      return timeName({ ...value.time, evidence: [] });
    case "cause":
      return value.words;
    case "toll": {
      const { low, high, bound } = value;
      if (high === null) return bound === "vague" ? `~${low}+` : `${low}+`;
      if (low === high) return bound === "about" ? `~${low}` : `${low}`;
      return low === 0 ? `≤${high}` : `${low}–${high}`;
    }
  }
}

export const MARKS = { asserts: "+", denies: "×", doubts: "?", silent: "·" } as const;

/** One origin's versions of a field in order: "+ 12 → 18", "× 23". */
export function cellWords(row: Row, origin: string): string {
  const own = row.cells.filter((cell) => cell.origin === origin && cell.stance !== "silent");
  if (own.length === 0) return MARKS.silent;
  const revised = new Set(own.map((cell) => cell.supersedes));
  const chains = own.filter((cell) => !revised.has(cell.id));
  return chains
    .map((last) => {
      const chain = [last];
      for (let at = last; at.supersedes !== null; ) {
        const before = own.find((cell) => cell.id === at.supersedes);
        if (!before) break;
        chain.unshift(before);
        at = before;
      }
      const words = chain.map(
        (cell, i) => (cell.stance === chain[i - 1]?.stance ? "" : `${MARKS[cell.stance]} `) + valueName(cell.value),
      );
      return words.join(" → ");
    })
    .join("; ");
}

export const VERDICTS = {
  agree: "= agree",
  differ: "≠ differ",
  contradict: "✕ contradict",
  "one-voice": "1 voice",
  silent: "silent",
} as const;

/** "6 independent origins in 3 reports". */
export function told(dossier: Dossier): string {
  const reports = new Set(dossier.members.map((m) => m.report)).size;
  const origins =
    dossier.independent === 1 ? "1 independent origin" : `${dossier.independent || "no"} independent origins`;
  return `${origins} in ${reports} ${reports === 1 ? "report" : "reports"}`;
}
