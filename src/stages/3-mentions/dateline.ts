import type { Block, Document } from "../../core/document.ts";
import type { Span } from "../../core/span.ts";

/** "KABUL, Jan 3 (AP) -": where and when a report was filed. `span` runs to the dash; `head` is what stands before the agency. */
export interface Dateline {
  readonly span: Span;
  readonly head: Span;
}

// Place, perhaps a date, perhaps an agency in brackets, then a dash. "SAN SALVADOR, 21 JUN 85 (RADIO IZALCO) --"
const DATELINE = /^\s*(\p{Lu}[^\n—–]{1,90}?)\s*(?:--+|—|–|(?<=[\s)])-(?=\s))\s*(?=[\p{Lu}"“'‘«[(\d])/u;
const SHOUTED = /^[\p{Lu}\p{M}'’.-]{2,}(?:[\s-][\p{Lu}\p{M}'’.-]{2,})*(?=[,\s(/]|$)/u;
const BRACKETS = /\s*[([][^)\]]{2,50}[)\]]/u;
const SENTENCE_END = /[!?;:]|\p{Ll}{3}\.\s/u;
const WORDS = 12;

/** The dateline of each block that opens with one. */
export function datelines(document: Document): Dateline[] {
  const found: Dateline[] = [];
  for (const block of document.blocks) {
    const dateline = block.kind === "heading" || block.kind === "credit" ? null : datelineOf(document.text, block);
    if (dateline) found.push(dateline);
  }
  return found;
}

function datelineOf(text: string, block: Block): Dateline | null {
  const opening = text.slice(block.span[0], Math.min(block.span[1], block.span[0] + 160));
  const match = DATELINE.exec(opening);
  if (!match) return null;
  const line = match[1]!;
  const brackets = BRACKETS.exec(line);
  const head = brackets ? line.slice(0, brackets.index) : line;
  // A clause set off by a dash is no dateline: it is neither in capitals, nor dated, nor credited.
  const shouted = SHOUTED.test(head) && head.replace(/\P{L}/gu, "").length >= 3;
  if (!shouted && !brackets && !/\d/.test(head)) return null;
  if (SENTENCE_END.test(head) || head.split(/\s+/).length > WORDS) return null;
  const start = block.span[0] + match[0].indexOf(line);
  return { span: [start, start + line.length], head: [start, start + head.length] };
}
