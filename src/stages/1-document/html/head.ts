import type { BlockKind } from "../../../core/document.ts";
import { publicationDate } from "../publication-date.ts";
import type { PageMetadata } from "./metadata.ts";
import type { Run } from "./runs.ts";
import { sameWords } from "./words.ts";

/** A block of the article as the page has it. */
export interface Part {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
}

const SEPARATED = /\s*[:|–—·»-]\s*$/;

/**
 * Parts the head of an article from its text: the headline stands in the metadata and is not told twice, and a date
 * right below it is the day of publication where the page does not state one. Dates elsewhere may be today's.
 */
export function withoutHead(
  parts: readonly Part[],
  stated: PageMetadata,
  page: readonly Run[],
  headlineEnd: number | null,
): { readonly body: readonly Part[]; readonly metadata: PageMetadata } {
  const first = parts[0];
  if (first === undefined) return { body: parts, metadata: stated };
  const lines = linesOf(first.runs);
  const metadata = withoutPrefix(stated, lines[0]!);
  const dates = lines.slice(1);
  const isHead =
    metadata.title !== null &&
    sameWords(lines[0]!, metadata.title) &&
    dates.every((line) => publicationDate(line) !== null);
  const published = [
    ...metadata.published,
    ...(isHead ? dates : []),
    ...datesBetween(page, headlineEnd, first.runs[0]!.start),
  ];
  return { body: isHead ? parts.slice(1) : parts, metadata: { ...metadata, published } };
}

/** `<title>Weekly Post: Navy sinks boat</title>` above "Navy sinks boat": the rest names the outlet. */
function withoutPrefix(metadata: PageMetadata, line: string): PageMetadata {
  const title = metadata.title;
  if (title === null || title === line || !title.endsWith(line)) return metadata;
  const prefix = title.slice(0, -line.length);
  if (!SEPARATED.test(prefix)) return metadata;
  return { ...metadata, title: line, outlet: metadata.outlet ?? (prefix.replace(SEPARATED, "").trim() || null) };
}

/** Lines between the headline and the text that are a date and nothing else. */
function datesBetween(page: readonly Run[], headlineEnd: number | null, textStart: number): string[] {
  if (headlineEnd === null) return [];
  return page
    .filter((run) => run.kind === "text" && run.start >= headlineEnd && run.end <= textStart && run.text.length < 60)
    .map((run) => run.text.trim())
    .filter((text) => publicationDate(text) !== null);
}

const linesOf = (runs: readonly Run[]): string[] =>
  runs
    .map((run) => (run.kind === "line" ? "\n" : run.text.replace(/\s+/g, " ")))
    .join("")
    .split("\n")
    .map((line) => line.trim());
