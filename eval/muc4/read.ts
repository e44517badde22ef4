import type { ReadResult } from "../../src/index.ts";
import { readDocument, readDocumentWith } from "../../src/index.ts";
import type { Knowledge } from "../../src/read.ts";
import type { RawDocument } from "./slots.ts";

/** The message as a report: dateline and story, without the bracketed header items; published on the day of its dateline. */
export async function readMessage(raw: RawDocument, knowledge: Knowledge): Promise<ReadResult> {
  const story = raw.text.slice(raw.body_offset).trim();
  const text = raw.dateline ? `${raw.dateline} -- ${story}` : story;
  const document = await readDocument(text, { name: `${raw.id}.txt`, ...(raw.date && { published: raw.date }) });
  return readDocumentWith(document, knowledge);
}
