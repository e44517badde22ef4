import { Problem } from "../core/problem.ts";
import type { DocumentOptions } from "../stages/1-document/index.ts";
import { DOCX } from "./kinds.ts";
import type { Source } from "./source.ts";

/** What stage 1 reads: bytes of text or a page, or text got out of another format. */
export interface Prepared {
  readonly content: Uint8Array | string;
  readonly options: DocumentOptions;
}

/** Gets the text out of a source. Each format's library is loaded when it is first met. */
export async function prepare(source: Source): Promise<Prepared> {
  const { name, bytes, mediaType, given } = source;
  const options: DocumentOptions = { name, ...given };
  switch (mediaType) {
    case "application/pdf":
      return withFound(options, await (await import("./pdf.ts")).readPdf(bytes, name));
    case DOCX:
      return withFound(options, await (await import("./docx.ts")).readDocx(bytes, name));
    case "message/rfc822":
      return withFound(options, await (await import("./eml.ts")).readMail(bytes, name));
    case "text/html":
      return { content: bytes, options: { ...options, contentType: given.contentType ?? "text/html" } };
    default:
      if (mediaType.startsWith("text/")) return { content: bytes, options };
      throw new Problem(
        "E-INTAKE-05",
        `${name} is ${mediaType}, which cannot be read.`,
        "Give text, html, pdf, docx, eml, csv, jsonl or a feed.",
      );
  }
}

/** What a format says of itself stands behind what the giver says. */
export interface Found {
  readonly content: Uint8Array | string;
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly contentType?: string;
}

function withFound(options: DocumentOptions, found: Found): Prepared {
  const known = (value: string | null | undefined) => value ?? undefined;
  return {
    content: found.content,
    options: {
      ...options,
      title: options.title ?? known(found.title),
      outlet: options.outlet ?? known(found.outlet),
      published: options.published ?? known(found.published),
      contentType: options.contentType ?? found.contentType ?? "text/plain",
    },
  };
}
