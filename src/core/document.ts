import type { Notice } from "./finding.ts";
import type { Span } from "./span.ts";

/** What a stretch of the clean text is. `quotation` is a block quotation; `credit` a by-line, an agency credit or a copyright line. */
export type BlockKind = "heading" | "paragraph" | "list-item" | "quotation" | "caption" | "credit";

export interface Block {
  readonly span: Span;
  readonly kind: BlockKind;
}

/** A run of clean text and where it stood in the original, both in UTF-16 offsets; between runs the map is interpolated. */
export interface SourceMapEntry {
  readonly clean: number;
  readonly original: number;
  readonly length: number;
}

/** Layer 1: the text that never changes. Blocks are in order, do not overlap, and cover all text but white space. */
export interface Document {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** ISO 8601 date or date-time; null where the report does not say. */
  readonly published: string | null;
  /** BCP 47. */
  readonly language: string;
  /** As found: "utf-8", "windows-1252" … */
  readonly encoding: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: readonly SourceMapEntry[];
  readonly notices: readonly Notice[];
}
