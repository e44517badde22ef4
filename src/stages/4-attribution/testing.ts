import type { Document } from "../../core/document.ts";
import type { Mentions } from "../../core/layers.ts";

/** For tests: a report of these paragraphs, and one in which no actor is known. */
export function plainDocument(paragraphs: readonly string[]): Document {
  let text = "";
  const blocks: Document["blocks"][number][] = [];
  for (const paragraph of paragraphs) {
    if (text !== "") text += "\n\n";
    blocks.push({ span: [text.length, text.length + paragraph.length], kind: "paragraph" });
    text += paragraph;
  }
  return {
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: "en",
    encoding: "utf-8",
    blocks,
    sourceMap: [],
    notices: [],
  };
}

export const NO_MENTIONS: Mentions = {
  actors: [],
  places: [],
  actorMentions: [],
  placeMentions: [],
  times: [],
  written: null,
  quantities: [],
  loaded: [],
  refusals: [],
  notices: [],
};
