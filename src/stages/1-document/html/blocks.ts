import type { BlockKind } from "../../../core/document.ts";
import { solid } from "./solid.ts";

/** A block of a page: its text, and what its place in the page says of it. */
export interface PageBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** The text nodes it is made of. */
  readonly nodes: readonly Node[];
  /** Share of its characters inside links, 0 to 1. */
  readonly linked: number;
  /** The element that holds it together with its neighbours: lists, tables and quotations are looked through. */
  readonly container: Element;
}

const SKIPPED = new Set(
  "head title script style template noscript svg math iframe object nav form button input select textarea dialog footer menu audio video canvas".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** Elements that hold a block rather than group several. */
const TRANSPARENT = new Set(
  "blockquote caption center dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  summary: "heading",
  li: "list-item",
  dd: "list-item",
  dt: "list-item",
  tr: "list-item",
  blockquote: "quotation",
  figcaption: "caption",
  caption: "caption",
};
/** A block without a single word ("12.4K 07:42") tells nothing. */
const WORD = /\p{L}{2}|[\p{Lo}]/u;
const BULLET = /^\s*[-*•‣▪●◦·–—■◆]\s+\S/;
const CELLS = new Set(["td", "th"]);
const LASTING: ReadonlySet<BlockKind> = new Set(["list-item", "quotation", "caption"]);

/** Blocks below an element, in order, without anything that only a browser shows. */
export function pageBlocks(root: Element): PageBlock[] {
  const found: PageBlock[] = [];
  let text = "";
  let nodes: Node[] = [];
  let linked = 0;
  let kind: BlockKind = "paragraph";
  let container = root;
  /** Inside a table that lays out a page, cells are places and not data. */
  let layout = false;
  const flush = (): void => {
    const length = solid(text).length;
    if (length > 0 && WORD.test(text)) found.push({ kind, text, nodes, linked: linked / length, container });
    text = "";
    nodes = [];
    linked = 0;
  };
  const walk = (node: Node, inLink: boolean): void => {
    const base = kind;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const value = child.nodeValue ?? "";
        text += value;
        nodes.push(child);
        if (inLink) linked += solid(value).length;
        continue;
      }
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const name = element.localName.toLowerCase();
      if (SKIPPED.has(name) || isHidden(element) || isNoteMark(element, name)) continue;
      if (name === "br") {
        const next = followingText(element);
        // Two line breaks in a row are how old pages end a paragraph, and some make lists of lines with bullets.
        if (next === null) {
          flush();
          kind = base;
        } else if (BULLET.test(next)) {
          flush();
          kind = "list-item";
        } else text += "\n";
      } else if (BLOCKS.has(name) || (layout && CELLS.has(name))) {
        const outer = [kind, container, layout] as const;
        flush();
        if (name === "tr") layout = laysOut(element);
        kind = name === "tr" && layout ? "paragraph" : (KINDS[name] ?? (LASTING.has(kind) ? kind : "paragraph"));
        if (!TRANSPARENT.has(name)) container = element;
        walk(element, inLink);
        flush();
        [kind, container, layout] = outer;
      } else {
        if (CELLS.has(name)) text += " ";
        walk(element, inLink || name === "a");
      }
    }
  };
  walk(root, false);
  flush();
  return found;
}

/** A row whose cells hold paragraphs or long text is a page layout; a row of data becomes one block. */
const laysOut = (row: Element): boolean =>
  row.querySelector("p, div, br, table, ul, h1, h2, h3") !== null || (row.textContent ?? "").length > 400;

/** The beginning of the line after a line break; null where another line break follows. */
function followingText(element: Element): string | null {
  let text = "";
  for (let next = element.nextSibling; next !== null && text.length < 8; next = next.nextSibling) {
    if (next.nodeType === 1 && (next as Element).localName.toLowerCase() === "br") return text === "" ? null : text;
    if (next.nodeType === 1 || next.nodeType === 3) text = (text + (next.textContent ?? "")).trimStart();
  }
  return text;
}

/** The raised number of a footnote, which would stick to the word before it. */
const isNoteMark = (element: Element, name: string): boolean => name === "sup" && element.querySelector("a") !== null;

const isHidden = (element: Element): boolean =>
  element.hasAttribute("hidden") ||
  element.getAttribute("aria-hidden") === "true" ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");
