/** For tests: a document whose blocks are these strings, one paragraph each unless it names its kind. */
import type { Block, Document } from "../../core/document.ts";

export function documentOf(...blocks: (string | { readonly text: string; readonly kind: Block["kind"] })[]): Document {
  let text = "";
  const made: Block[] = [];
  for (const block of blocks) {
    if (text !== "") text += "\n\n";
    const content = typeof block === "string" ? block : block.text;
    made.push({
      span: [text.length, text.length + content.length],
      kind: typeof block === "string" ? "paragraph" : block.kind,
    });
    text += content;
  }
  return {
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: "en",
    encoding: "utf-8",
    blocks: made,
    sourceMap: [],
    notices: [],
  };
}
