import { createHash } from "node:crypto";
import type { DocumentOptions } from "../stages/1-document/index.ts";
import type { LeftOut } from "./files.ts";

/** One report on its way in: its original bytes, what they are, and what the giver knows of it. */
export interface Source {
  /** File name, address, or row of a table: for messages and lists. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** "text/plain", "text/html", "application/pdf" … as stated or as the name and first bytes say. */
  readonly mediaType: string;
  readonly given: Given;
  /** Id within its table or feed: the same id again is an update, not another report. */
  readonly externalId: string | null;
}

export type Given = Pick<DocumentOptions, "title" | "outlet" | "url" | "published" | "contentType">;

/** What a walk through files, tables and feeds meets: reports, what is no report and left out, and what could not be taken. */
export type Met =
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "left"; readonly name: string; readonly why: LeftOut }
  /** A table or feed was opened that holds so many reports: they come next. */
  | { readonly kind: "many"; readonly count: number }
  | { readonly kind: "failed"; readonly name: string; readonly error: unknown };

export const sha256 = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
