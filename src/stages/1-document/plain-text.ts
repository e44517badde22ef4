import type { Block } from "../../core/document.ts";
import type { Span } from "../../core/span.ts";
import { isCredit } from "./credits.ts";
import { endsSentence, type Line, startsAnew } from "./lines.ts";

/** Longest line that can be a headline. */
const HEADLINE = 160;
/** Lines longer than this were not wrapped by hand: each is a paragraph. */
const WRAPPED = 132;

const BULLET = /^(?:[-*•‣▪●◦·–—]|\(?\d{1,3}[.)]|\(?\p{Ll}{1,3}\))\s+\S/u;
const QUOTED = /^>/;
/** "KABUL, Jan. 29" and "LIMA, 8 MAY 89 --": a dateline on a line of its own is no headline. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.'’-]+,.*\d/u;

/**
 * Blocks of a text without markup. Blank lines part paragraphs; within a paragraph a line break counts as a paragraph's
 * end only where the next word would have fitted on the line, so hard-wrapped text stays whole.
 */
export function plainTextBlocks(text: string): readonly Block[] {
  const chunks = chunksOf(text);
  let width = 0;
  for (const lines of chunks) for (const line of lines) if (line.text.length > width) width = line.text.length;
  const blocks: Block[] = [];
  chunks.forEach((lines, index) => {
    for (const part of paragraphsOf(lines, width, index === 0)) {
      blocks.push({ span: [part[0]!.start, part.at(-1)!.end], kind: "paragraph" });
    }
  });
  return blocks.map((block, i) => ({ span: block.span, kind: kindOf(text, block.span, i, blocks.length) }));
}

/** Groups of lines between blank lines; a form feed parts them too. */
function chunksOf(text: string): Line[][] {
  const chunks: Line[][] = [];
  let open: Line[] | null = null;
  for (const match of text.matchAll(/[^\n\f]+/g)) {
    const raw = match[0];
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed === "") {
      open = null;
      continue;
    }
    const line: Line = {
      start: match.index + lead,
      end: match.index + lead + trimmed.length,
      indent: lead,
      text: trimmed,
    };
    const previous: Line | undefined = open?.at(-1);
    if (open === null || previous === undefined || /\n[^\S\n]*\n|\f/.test(text.slice(previous.end, line.start))) {
      open = [];
      chunks.push(open);
    }
    open.push(line);
  }
  return chunks;
}

function paragraphsOf(lines: readonly Line[], width: number, first: boolean): Line[][] {
  const parts: Line[][] = [];
  const listed = BULLET.test(lines[0]!.text);
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const whole = parts.at(-1);
    if (previous === undefined || whole === undefined || breaks(previous, line, width, listed, first && i === 1)) {
      parts.push([line]);
    } else {
      whole.push(line);
    }
  });
  return parts;
}

/** Whether a new block begins at `line`. */
function breaks(previous: Line, line: Line, width: number, listed: boolean, afterFirst: boolean): boolean {
  const nextWord = line.text.search(/\s|$/);
  const fits = width > WRAPPED || previous.text.length + 1 + nextWord < width - 2;
  if (BULLET.test(line.text)) return listed || (fits && endsSentence(previous.text));
  if (QUOTED.test(line.text) !== QUOTED.test(previous.text)) return true;
  if (endsSentence(previous.text))
    return (fits && startsAnew(line.text)) || (line.indent >= previous.indent + 2 && !listed);
  // A headline set right above the text.
  return (
    afterFirst && fits && previous.text.length <= HEADLINE && startsAnew(line.text) && !DATELINE.test(previous.text)
  );
}

function kindOf(text: string, span: Span, index: number, count: number): Block["kind"] {
  const words = text.slice(...span);
  if (QUOTED.test(words)) return "quotation";
  if (isCredit(words, index, count)) return "credit";
  if (BULLET.test(words)) return "list-item";
  const last = index === count - 1;
  return !last && !words.includes("\n") && isHeadline(words) ? "heading" : "paragraph";
}

const isHeadline = (words: string): boolean =>
  words.length <= HEADLINE && !endsSentence(words) && !/[:;,]$/.test(words) && !DATELINE.test(words);
