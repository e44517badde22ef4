import type { Block, SourceMapEntry } from "../../../core/document.ts";
import { CleanText } from "../clean-text.ts";
import { isCredit } from "../credits.ts";
import { Alignment } from "./align.ts";
import { extractArticle } from "./article.ts";
import { type Part, withoutHead } from "./head.ts";
import type { PageMetadata } from "./metadata.ts";
import { pageRuns, type Run, runsText } from "./runs.ts";

export interface PageBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: readonly SourceMapEntry[];
}

/** What became of a page; the caller words what went wrong. */
export type PageReading =
  | { readonly kind: "read"; readonly body: PageBody; readonly metadata: PageMetadata }
  | { readonly kind: "too-deep" }
  | { readonly kind: "no-article" }
  | { readonly kind: "failed"; readonly why: string };

/** Everything that is done to a page, from its source to clean text with blocks and map. Runs in a worker. */
export async function readPage(html: string, url: string | null, maxDepth: number): Promise<PageReading> {
  const page = pageRuns(html, maxDepth);
  if (page.depth > maxDepth) return { kind: "too-deep" };
  const article = await extractArticle(html, url);
  const source = new Alignment(article.document, page);
  const parts: readonly Part[] = article.blocks.map((block) => ({ kind: block.kind, runs: source.runsOf(block) }));
  const headlineEnd = article.headline === null ? null : source.runsOf(article.headline).at(-1)!.end;
  const { body, metadata } = withoutHead(parts, article.metadata, page.runs, headlineEnd);
  if (!body.some((part) => isProse(runsText(part.runs)))) return { kind: "no-article" };
  return { kind: "read", body: cleanBody(body), metadata };
}

function cleanBody(parts: readonly Part[]): PageBody {
  const clean = new CleanText();
  const blocks: Block[] = [];
  parts.forEach((part, i) => {
    if (i > 0) clean.insert("\n\n");
    const start = clean.length;
    copyCollapsed(part.runs, clean);
    const kind = isCredit(runsText(part.runs), i, parts.length) ? "credit" : part.kind;
    blocks.push({ span: [start, clean.length], kind });
  });
  return { ...clean.finish(), blocks };
}

/** Copies runs, white space collapsed as browsers do: one space, or a line break where the page has one. */
function copyCollapsed(runs: readonly Run[], clean: CleanText): void {
  let gap = "";
  let begun = false;
  /** Where the gap is a single space of the page itself, its place: the map then runs on without a seam. */
  let gapAt: number | null = null;
  for (const run of runs) {
    if (run.kind !== "text") {
      gapAt = null;
      if (run.kind === "line" || gap === "") gap = run.text;
      continue;
    }
    const literal = run.end - run.start === run.text.length;
    for (const match of run.text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      const at = run.start + match.index;
      if (/^[ \t\n\r\f]/.test(match[0])) {
        gapAt = literal && gap === "" && match[0] === " " ? at : null;
        gap ||= " ";
        continue;
      }
      if (begun && gapAt !== null) clean.copy(gap, gapAt);
      else if (begun) clean.insert(gap);
      begun = true;
      gap = "";
      gapAt = null;
      if (literal) clean.copy(match[0], at);
      else clean.decode(match[0], run.start);
    }
  }
}

/** Several words in a row: what tells an article from a shell of buttons. */
const isProse = (text: string): boolean => (text.match(/\p{L}+/gu)?.length ?? 0) >= 5;
