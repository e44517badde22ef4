import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Lines of a text, none wider than `width` columns. */
export const wrap = (text: string, width: number): string[] =>
  wrapAnsi(text.replace(/[\p{Zl}\p{Zp}\s]+/gu, " ").trim(), Math.max(8, width), { hard: true }).split("\n");

export const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)));

export const indent = (lines: readonly string[], by: number): string[] => lines.map((line) => " ".repeat(by) + line);

export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));

/** Cells side by side, each wrapped to its column and painted afterwards; `paint` sees one line of a cell. */
export function columns(
  cells: readonly { readonly text: string; readonly width: number; readonly paint?: (line: string) => string }[],
  gap = 2,
): string[] {
  const wrapped = cells.map((cell) => (cell.text === "" ? [] : wrap(cell.text, cell.width)));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((cell, i) => {
        const line = wrapped[i]![row] ?? "";
        const filled = i === cells.length - 1 ? line : pad(line, cell.width);
        return cell.paint && line !== "" ? cell.paint(line) + filled.slice(line.length) : filled;
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

/** A heading with a rule behind it. */
export const ruled = (text: string, width: number): string =>
  `${text} ${"─".repeat(Math.max(2, width - stringWidth(text) - 1))}`;
