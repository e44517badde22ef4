/** A piece of text as a PDF places it; the origin is at the bottom left. */
export interface Item {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** Number of the column or block on its page that it stands in. */
  readonly block: number;
}

/** Fewer lines than this beside each other are no columns. */
const COLUMN_LINES = 3;

/**
 * Lines of a page in reading order, by recursive cuts: where a white gutter runs through a region its left part is read before its
 * right; where none does, the region is cut at its widest white band and read from the top.
 */
export function pageLines(items: readonly Item[]): Line[] {
  const blocks: Line[][] = [];
  const cut = (region: readonly Item[], depth: number): void => {
    const lines = linesOf(region, blocks.length);
    const gutter = depth < 12 ? gutterOf(region, lines) : null;
    if (gutter !== null) {
      cut(
        region.filter((item) => item.x < gutter),
        depth + 1,
      );
      cut(
        region.filter((item) => item.x >= gutter),
        depth + 1,
      );
      return;
    }
    const band = depth < 12 ? bandOf(lines) : null;
    if (band !== null) {
      const upper = region.filter((item) => item.y > band);
      const lower = region.filter((item) => item.y <= band);
      // Only where cutting off a heading or a foot frees columns: else paragraphs of one column would be torn apart.
      if (gutterOf(upper, linesOf(upper, 0)) !== null || gutterOf(lower, linesOf(lower, 0)) !== null) {
        cut(upper, depth + 1);
        cut(lower, depth + 1);
        return;
      }
    }
    if (lines.length > 0) blocks.push(lines);
  };
  cut(items, 0);
  return blocks.flat();
}

function linesOf(items: readonly Item[], block: number): Line[] {
  const rows: Item[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - item.y) <= 0.4 * Math.max(item.fontSize, row[0]!.fontSize)) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    const sorted = row.sort((a, b) => a.x - b.x);
    let text = "";
    let right = sorted[0]!.x;
    for (const item of sorted) {
      const gap = item.x - right;
      const space = text !== "" && gap > 0.12 * item.fontSize && !text.endsWith(" ") && !item.str.startsWith(" ");
      text += (space ? " " : "") + item.str;
      right = Math.max(right, item.x + item.width);
    }
    const size = Math.max(...sorted.map((item) => item.fontSize));
    return { text: text.replace(/\s+/g, " ").trim(), x: sorted[0]!.x, y: sorted[0]!.y, right, size, block };
  });
}

/** Where a white gutter runs from top to bottom with lines enough on both sides; null where none does. */
function gutterOf(items: readonly Item[], lines: readonly Line[]): number | null {
  if (lines.length < COLUMN_LINES) return null;
  const size = median(items.map((item) => item.fontSize));
  const sorted = [...items].sort((a, b) => a.x - b.x);
  let reach = sorted[0]!.x + sorted[0]!.width;
  let best: { at: number; width: number } | null = null;
  for (const item of sorted) {
    const width = item.x - reach;
    if (width >= Math.max(size, 6) && (best === null || width > best.width)) {
      const left = new Set(items.filter((i) => i.x < item.x).map((i) => Math.round(i.y)));
      const right = new Set(items.filter((i) => i.x >= item.x).map((i) => Math.round(i.y)));
      if (left.size >= COLUMN_LINES && right.size >= COLUMN_LINES) best = { at: item.x, width };
    }
    reach = Math.max(reach, item.x + item.width);
  }
  return best?.at ?? null;
}

/** Height of the widest white band between two lines, where it is wider than the lines' usual distance; null where none is. */
function bandOf(lines: readonly Line[]): number | null {
  if (lines.length < 2) return null;
  const gaps = lines.slice(1).map((line, i) => ({ at: (lines[i]!.y + line.y) / 2, gap: lines[i]!.y - line.y }));
  const widest = gaps.reduce((a, b) => (b.gap > a.gap ? b : a));
  return widest.gap > 1.15 * median(gaps.map((g) => g.gap)) || lines.length === 2 ? widest.at : null;
}

/** Lines of all pages, run together into paragraphs; one that goes on in the next column or page is made whole. */
export function paragraphs(pages: readonly (readonly Line[])[]): string[] {
  const lines = pages.flatMap((page, p) => page.map((line) => ({ ...line, page: p })));
  const leading = median(
    lines.slice(1).flatMap((line, i) => {
      const above = lines[i]!;
      return above.page === line.page && above.block === line.block && above.y > line.y ? [above.y - line.y] : [];
    }),
  );
  const words = new Set(lines.flatMap((line) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((w) => w.toLowerCase()));
  const found: string[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const last = found.length - 1;
    if (above === undefined || startsParagraph(above, line, leading, widthOf(lines, above))) found.push(line.text);
    else found[last] = joined(found[last]!, line.text, words);
  });
  return found.filter((text) => text !== "");
}

type Placed = Line & { readonly page: number };

const widthOf = (lines: readonly Placed[], line: Placed): number => {
  let right = line.right;
  for (const other of lines)
    if (other.page === line.page && other.block === line.block && other.right > right) right = other.right;
  return right - line.x;
};

function startsParagraph(above: Placed, line: Placed, leading: number, width: number): boolean {
  const ended = /[.!?:]["”’)\]]*$/.test(above.text);
  const short = above.right - above.x < 0.8 * width;
  if (Math.abs(above.size - line.size) > 0.15 * above.size) return true;
  // Next column or page: a sentence that has not ended goes on.
  if (above.page !== line.page || above.block !== line.block || line.y >= above.y)
    return ended || (short && /^\p{Lu}/u.test(line.text));
  if (leading > 0 && above.y - line.y > 1.35 * leading) return true;
  if (/^(?:[•▪*–—-]|\d{1,2}[.)])\s/.test(line.text)) return true;
  return ended && (short || line.x - above.x > 0.8 * line.size);
}

/** "Thurs-" + "day" is "Thursday"; "anti-" + "government" keeps its hyphen where the text has it in the middle of a line. */
function joined(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  const broken = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text);
  const rest = /^(\p{Ll}\p{L}*)/u.exec(next);
  if (!broken || !rest) return `${text} ${next}`;
  return hyphenated.has(`${broken[1]}-${rest[1]}`.toLowerCase()) ? text + next : text.slice(0, -1) + next;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
