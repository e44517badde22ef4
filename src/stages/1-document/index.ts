import type { Document } from "../../core/document.ts";
import type { Notice } from "../../core/finding.ts";
import { CleanText } from "./clean-text.ts";
import { decode } from "./decode.ts";
import { frontMatter } from "./front-matter.ts";
import { readPageAside } from "./html/extractor.ts";
import { markupOf } from "./kind.ts";
import { detectLanguage } from "./language.ts";
import { plainTextBlocks } from "./plain-text.ts";
import { MAX_SIZE, MAX_TEXT, problems } from "./problems.ts";
import { publicationDate } from "./publication-date.ts";

export { MAX_SIZE } from "./problems.ts";
export { publicationDate } from "./publication-date.ts";

/** What the caller knows of the report. It goes before what the report says of itself. */
export interface DocumentOptions {
  /** File name or address, for messages; an ending of .html says that it is a page. */
  readonly name?: string;
  readonly title?: string;
  readonly outlet?: string;
  /** Where it was read from; the canonical address of a page goes before it. */
  readonly url?: string;
  /** Day of publication; ISO 8601, or words like "3 March 2026". Anything else throws `E-DOCUMENT-07`. */
  readonly published?: string;
  /** As HTTP states it: "text/html; charset=utf-8". */
  readonly contentType?: string;
}

interface Body {
  readonly text: string;
  readonly blocks: Document["blocks"];
  readonly sourceMap: Document["sourceMap"];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** As written, best first. */
  readonly published: readonly string[];
}

/**
 * Stage 1: bytes or text to the clean text that never changes, with blocks, metadata, encoding, language and a map back.
 * Throws a `Problem` (`E-DOCUMENT-01` to `09`) for what is no readable report; doubts become notices. A page is read in
 * a worker, in bounded time, and nothing is fetched.
 */
export async function readDocument(input: Uint8Array | string, options: DocumentOptions = {}): Promise<Document> {
  const name = options.name ?? "The input";
  const stated = options.published === undefined ? null : publicationDate(options.published);
  if (options.published !== undefined && stated === null) throw problems.noDate(options.published);
  if (input.length > MAX_SIZE) throw problems.tooLarge(name, input.length);

  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(options.contentType ?? "")?.[1] ?? null;
  const decoded =
    typeof input === "string"
      ? { text: input, encoding: "utf-16", notices: [] }
      : await decode(input, { name, stated: charset });
  const original = decoded.text.charCodeAt(0) === 0xfeff ? decoded.text.slice(1) : decoded.text;
  if (original.trim() === "") throw problems.empty(name);

  const html = markupOf(original, options.name, options.contentType) === "html";
  if (!html && original.length > MAX_TEXT) throw problems.tooLong(name, original.length);
  const body = html ? await pageBody(original, options.url ?? null, name) : await textBody(original, name);
  if (body.text === "") throw problems.empty(name);
  if (body.text.length > MAX_TEXT) throw problems.tooLong(name, body.text.length);

  const dated = stated === null ? firstDate(body.published) : { published: stated, notices: [] };
  const { language, notices } = await detectLanguage(body.text);
  return {
    text: body.text,
    title: options.title ?? body.title,
    outlet: options.outlet ?? body.outlet,
    url: body.url ?? options.url ?? null,
    published: dated.published,
    language,
    encoding: decoded.encoding,
    blocks: body.blocks,
    sourceMap: body.sourceMap,
    notices: [...decoded.notices, ...notices, ...dated.notices],
  };
}

async function pageBody(html: string, url: string | null, name: string): Promise<Body> {
  const reading = await readPageAside(html, url);
  if (reading === null) throw problems.tooSlow(name);
  if (reading.kind === "too-deep") throw problems.tooDeep(name);
  if (reading.kind === "no-article") throw problems.noArticle(name);
  if (reading.kind === "failed") throw problems.brokenPage(name, reading.why);
  return { ...reading.body, ...reading.metadata };
}

async function textBody(original: string, name: string): Promise<Body> {
  const front = await frontMatter(original, name);
  const start = front?.end ?? 0;
  const lead = /^\s*/.exec(original.slice(start))![0].length;
  const clean = new CleanText();
  let at = start + lead;
  // Line ends become "\n", so that one report has one text on every machine; all else stays as it is.
  for (const match of original
    .slice(at)
    .trimEnd()
    .matchAll(/[^\r]+|\r\n?/g)) {
    if (match[0][0] === "\r") clean.insert("\n");
    else clean.copy(match[0], at);
    at += match[0].length;
  }
  const { text, sourceMap } = clean.finish();
  const blocks = plainTextBlocks(text);
  const headline = blocks[0]?.kind === "heading" ? text.slice(...blocks[0].span) : null;
  return {
    text,
    sourceMap,
    blocks,
    title: front?.title ?? headline,
    outlet: front?.outlet ?? null,
    url: front?.url ?? null,
    published: front?.published == null ? [] : [front.published],
  };
}

/** The first date that is one; a notice where the report states only others. */
function firstDate(candidates: readonly string[]): { published: string | null; notices: readonly Notice[] } {
  for (const candidate of candidates) {
    const date = publicationDate(candidate);
    if (date !== null) return { published: date, notices: [] };
  }
  if (candidates.length === 0) return { published: null, notices: [] };
  return {
    published: null,
    notices: [
      {
        code: "N-DOCUMENT-05",
        message: `The report gives "${candidates[0]}" as its day of publication, which is no date that can be read with certainty. State it with --published year-month-day.`,
        span: null,
      },
    ],
  };
}
