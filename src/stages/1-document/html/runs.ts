import { Parser } from "htmlparser2";

/** A piece of text of a page, decoded, and where it stands in the page's source. */
export interface Run {
  readonly text: string;
  readonly start: number;
  /** Half-open. Longer than `text` where an entity ("&amp;") was decoded. */
  readonly end: number;
  /** `line` at a `<br>`, `block` where a block begins or ends: both break words apart. */
  readonly kind: "text" | "line" | "block";
}

export interface Page {
  readonly runs: readonly Run[];
  /** For each text node of the page, in order, its index in `runs`; -1 where it is not for reading (scripts, styles). */
  readonly texts: readonly number[];
  /** Deepest nesting of elements. */
  readonly depth: number;
}

const UNREAD = new Set(["script", "style", "template", "title", "svg", "math", "iframe", "object"]);
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/**
 * The text of a page in source order, with offsets, and how deep the page nests. One linear pass with the tokenizer
 * that the document tree is built with too, so both have the same text nodes in the same order. Stops early past `maxDepth`.
 */
export function pageRuns(html: string, maxDepth: number): Page {
  const runs: Run[] = [];
  const texts: number[] = [];
  let depth = 0;
  let deepest = 0;
  let unread = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        depth++;
        if (depth > deepest) deepest = depth;
        if (deepest > maxDepth) parser.pause();
        if (UNREAD.has(name)) unread++;
        if (name === "br") runs.push({ text: "\n", start: parser.startIndex, end: parser.endIndex + 1, kind: "line" });
        else if (!INLINE.has(name))
          runs.push({ text: " ", start: parser.startIndex, end: parser.endIndex + 1, kind: "block" });
      },
      onclosetag(name) {
        depth--;
        if (UNREAD.has(name)) unread--;
        if (!INLINE.has(name) && name !== "br") {
          runs.push({ text: " ", start: parser.startIndex, end: parser.endIndex + 1, kind: "block" });
        }
      },
      ontext(text) {
        texts.push(unread === 0 ? runs.length : -1);
        if (unread === 0) runs.push({ text, start: parser.startIndex, end: parser.endIndex + 1, kind: "text" });
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: false },
  );
  parser.write(html);
  if (deepest <= maxDepth) parser.end();
  return { runs, texts, depth: deepest };
}

/** The text of some runs on one line. */
export const runsText = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
