import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";

/** Words in quotation marks, the marks included. A quotation that runs over paragraphs is one. */
export interface Quote {
  readonly first: number;
  readonly last: number;
  /** Sentences it touches. */
  readonly firstSentence: number;
  readonly lastSentence: number;
}

const OPENING = "“«„";
const CLOSING = "”»";
const isSpace = (c: string): boolean => c === "" || /[\s([{—–-]/.test(c);
const isWord = (c: string): boolean => /[\p{L}\p{N}\p{Sc}[.…]/u.test(c);
const endsWord = (c: string): boolean => c === "" || /[\s.,;:!?)\]}—–-]/.test(c);

/**
 * Pairs quotation marks: curly, angled, straight double, and single ones that stand at the edges of words. A paragraph that ends
 * inside a quotation goes on in the next one where that begins with a mark; otherwise the mark opened nothing (5" pipe).
 */
export function findQuotes(s: Syntax): Quote[] {
  const quotes: Quote[] = [];
  let open: { at: number; single: boolean } | null = null;
  const close = (end: number) => {
    if (!open) return;
    const first = tokenAt(s, open.at);
    const last = tokenAt(s, end - 1);
    open = null;
    if (first >= s.length || last < first) return;
    const to = Math.min(last, s.length - 1);
    quotes.push({ first, last: to, firstSentence: s.sentence[first]!, lastSentence: s.sentence[to]! });
  };
  for (const [n, block] of s.document.blocks.entries()) {
    const [start, end] = block.span;
    for (let i = start; i < end; i++) {
      const c = s.text[i]!;
      const before = i > start ? s.text[i - 1]! : "";
      const after = i + 1 < end ? s.text[i + 1]! : "";
      const single: boolean = c === "'" || c === "‘" || c === "’";
      if (!single && c !== '"' && !OPENING.includes(c) && !CLOSING.includes(c)) continue;
      const canOpen: boolean =
        OPENING.includes(c) || ((c === '"' || c === "'" || c === "‘") && isSpace(before) && isWord(after));
      const canClose: boolean =
        CLOSING.includes(c) || c === '"' || ((c === "'" || c === "’") && !isSpace(before) && endsWord(after));
      if (open !== null) {
        const current: { at: number; single: boolean } = open;
        if (i === start && canOpen && current.at < start) continue; // the mark that opens a continued paragraph
        if (current.single === single && canClose && !(canOpen && isSpace(before))) close(i + 1);
      } else if (canOpen) open = { at: i, single };
    }
    if (open !== null) {
      const next = s.document.blocks[n + 1];
      const goesOn: boolean = next !== undefined && /["“«„]/.test(s.text[next.span[0]] ?? "");
      if (open.single || !goesOn) open = null;
    }
  }
  return quotes;
}
