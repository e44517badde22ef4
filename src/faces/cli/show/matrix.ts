import { CAMPS, type Dossier, type Origin, type Row } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { columns, indent, ruled, wrap } from "./layout.ts";
import { type Style, styleFor } from "./style.ts";
import { CAMP_NAMES, cellWords, fieldName, told, VERDICTS, valueName } from "./values.ts";

const SOURCE = 30;
const NARROWEST = 11;
const WIDEST = 26;
const GAP = 2;

/** Sources down, fields across; what all agree on stands above in one line, so that the table holds what differs. */
export function showMatrix(dossier: Dossier, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const width = terminal.columns;
  const rows = dossier.matrix.filter((row) => row.verdict !== "silent");
  // What somebody denies or doubts is not settled, be he the only one to speak of it.
  const isSettled = ({ verdict, cells }: Row) =>
    (verdict === "agree" || verdict === "one-voice") &&
    cells.every((cell) => cell.stance === "asserts" || cell.stance === "silent");
  const settled = rows.filter((row) => !isToll(row) && isSettled(row));
  const open = [...rows.filter(isToll), ...rows.filter((row) => !isToll(row) && !settled.includes(row))];
  const origins = CAMPS.flatMap((camp) => dossier.origins.filter((o) => o.camp === camp && o.standing !== "voice"));
  const voices = dossier.origins.filter((o) => o.standing === "voice");
  const lines = [
    style.strong(ruled(dossier.title, width)),
    ...indent([`${told(dossier)}   ${style.quiet(dossier.id)}`], 2),
    ...agreed(settled, style, width),
  ];
  for (const part of fitted(open, [...origins, ...voices], width)) {
    lines.push("", ...header(part, style));
    for (const camp of CAMPS) {
      const own = origins.filter((o) => o.camp === camp);
      if (own.length > 0) lines.push(style.quiet(CAMP_NAMES[camp]), ...own.flatMap((o) => sourceLines(o, part, style)));
    }
    if (voices.length > 0)
      lines.push(style.quiet("Outlets in their own voice"), ...voices.flatMap((o) => sourceLines(o, part, style)));
    lines.push(...verdicts(part, style));
  }
  if (open.length === 0) lines.push("", ...origins.flatMap((o) => sourceLines(o, { rows: [], widths: [] }, style)));
  lines.push("", ...legend(terminal.columns).map(style.quiet));
  if (dossier.waiting.length > 0) {
    const n = dossier.waiting.length;
    lines.push(style.quiet(`${n} near ${n === 1 ? "miss waits" : "misses wait"} in the queue: hearsay queue`));
  }
  return `${lines.join("\n")}\n`;
}

const SIGNS = ["+ says so", "× denies it", "? doubts it", "· is silent", "→ later revised to", "◂ a party"];

/** What the signs mean, in as many lines as the terminal needs; no meaning is torn from its sign. */
function legend(width: number): string[] {
  const lines: string[] = [];
  for (const sign of SIGNS) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + sign.length <= width) lines[lines.length - 1] = `${last}   ${sign}`;
    else lines.push(sign);
  }
  return lines;
}

const isToll = (row: Row): boolean => row.field.includes(":");

/** "where  Dasht-e-Archi   (2 of 6 say so)". */
function agreed(rows: readonly Row[], style: Style, width: number): string[] {
  return rows.flatMap((row) => {
    const told = row.cells.filter((cell) => cell.stance !== "silent");
    const origins = new Set(told.map((cell) => cell.origin)).size;
    const values = [...new Set(told.map((cell) => valueName(cell.value)))].join(" / ");
    const { name } = fieldName(row.field);
    const who = origins === 1 ? "one source" : `${origins} sources agree`;
    const cells = [
      { text: name, width: 8, paint: style.quiet },
      { text: `${values}  (${who})`, width: width - 12 },
    ];
    return indent(columns(cells), 2);
  });
}

interface Part {
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
}

/** As many fields side by side as the width holds; the others in a further table. */
function fitted(rows: readonly Row[], origins: readonly Origin[], width: number): Part[] {
  const parts: { rows: Row[]; widths: number[]; used: number }[] = [];
  for (const row of rows) {
    const { name, side } = fieldName(row.field);
    const longest = Math.max(
      name.length,
      VERDICTS[row.verdict].length,
      ...side.split(" ").map((w) => w.length),
      ...origins.map((o) => cellWords(row, o.key).length),
    );
    const wide = Math.min(WIDEST, Math.max(NARROWEST, longest));
    const last = parts.at(-1);
    if (last && last.used + GAP + wide <= width) {
      last.rows.push(row);
      last.widths.push(wide);
      last.used += GAP + wide;
    } else parts.push({ rows: [row], widths: [wide], used: SOURCE + GAP + wide });
  }
  return parts;
}

const tableLine = (
  first: string,
  texts: readonly string[],
  part: Part,
  paintFirst: (t: string) => string,
  paint: (i: number) => (t: string) => string,
): string[] =>
  columns(
    [
      { text: first, width: SOURCE, paint: paintFirst },
      ...texts.map((text, i) => ({ text, width: part.widths[i]!, paint: paint(i) })),
    ],
    GAP,
  );

function header(part: Part, style: Style): string[] {
  const names = part.rows.map((row) => fieldName(row.field));
  return [
    ...tableLine(
      "",
      names.map((n) => n.name),
      part,
      style.strong,
      () => style.strong,
    ),
    ...(names.some((n) => n.side !== "")
      ? tableLine(
          "",
          names.map((n) => n.side),
          part,
          style.quiet,
          () => style.quiet,
        )
      : []),
  ];
}

const plain = (text: string): string => text;

function sourceLines(origin: Origin, part: Part, style: Style): string[] {
  const { glyph, paint } = style.camp(origin.camp);
  const name = `${glyph} ${origin.actor}${origin.party ? " ◂" : ""}`;
  const cells = part.rows.map((row) => cellWords(row, origin.key));
  const lines = tableLine(name, cells, part, paint, (i) => (cells[i] === "·" ? style.quiet : plain));
  // Relays nested under their origin; an outlet that heard it first-hand needs no line.
  const relays = [
    ...new Set(origin.carriedBy.filter((c) => c.via.length > 1).map((c) => c.via.slice(0, -1).join(" → "))),
  ];
  return [...lines, ...relays.flatMap((via) => indent(wrap(`via ${via}`, SOURCE - 4), 4).map(style.quiet))];
}

function verdicts(part: Part, style: Style): string[] {
  const words = part.rows.map((row) => VERDICTS[row.verdict]);
  return tableLine("", words, part, style.quiet, (i) =>
    part.rows[i]!.verdict === "contradict" || part.rows[i]!.verdict === "differ" ? style.strong : style.quiet,
  );
}
