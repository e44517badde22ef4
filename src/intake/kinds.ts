import { basename, extname } from "node:path";

/** Media types by the ending of a name. */
const BY_ENDING: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".md": "text/plain",
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "text/html",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".eml": "message/rfc822",
  ".csv": "text/csv",
  ".tsv": "text/tab-separated-values",
  ".jsonl": "application/x-ndjson",
  ".ndjson": "application/x-ndjson",
  ".rss": "application/rss+xml",
  ".atom": "application/atom+xml",
};

export const DOCX = BY_ENDING[".docx"]!;

/** Whether a walk through a folder takes this file up. */
export const isReadable = (path: string): boolean => extname(path).toLowerCase() in BY_ENDING;

/** Files that by custom tell of the folder they lie in, and so are no reports: README.md, LICENSE, CHANGELOG.txt. */
const NOTES = /^(?:readme|licen[cs]e|copying|changelog|contributing|code[-_]of[-_]conduct)(?:[-._]\w+)*$/i;
/** These words begin names of reports too: only in capitals are they such files. */
const NOTES_IN_CAPITALS = /^(?:CHANGES|NOTICE|AUTHORS|SECURITY|TODO|MANIFEST|CHECKSUMS|SHA\d+SUMS)(?:\.\w+)?$/;

export const isFolderNote = (path: string): boolean =>
  NOTES.test(basename(path)) || NOTES_IN_CAPITALS.test(basename(path));

const starts = (bytes: Uint8Array, text: string): boolean => [...text].every((c, i) => bytes[i] === c.charCodeAt(0));

/** What some bytes are: by their first ones, by what a server stated, by their name, in this order. */
export function mediaTypeOf(name: string, bytes: Uint8Array, stated?: string): string {
  if (starts(bytes, "%PDF-")) return "application/pdf";
  if (/^(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/s.test(head(bytes)))
    return "application/rss+xml";
  const ending = extname(name.replace(/[?#].*$/, "")).toLowerCase();
  if (starts(bytes, "PK\u0003\u0004")) return ending === ".docx" || stated === DOCX ? DOCX : "application/zip";
  const plain = (stated ?? "").split(";")[0]!.trim().toLowerCase();
  if (plain && plain !== "application/octet-stream" && plain !== "text/plain")
    return plain === "application/xhtml+xml" ? "text/html" : plain;
  return BY_ENDING[ending] ?? (looksLikeHtml(bytes) ? "text/html" : "text/plain");
}

const head = (bytes: Uint8Array): string =>
  new TextDecoder("latin1")
    .decode(bytes.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();

const looksLikeHtml = (bytes: Uint8Array): boolean => /^(?:<!doctype html|<html)/i.test(head(bytes));
