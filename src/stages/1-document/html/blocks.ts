import type { BlockKind } from "../../../core/document.ts";

/** A block as the extractor left it: its text and how much of it is link. */
export interface RoughBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of its characters inside links, 0 to 1. */
  readonly linked: number;
}

const SKIPPED = new Set(
  "script style template noscript svg math iframe object nav form button input select textarea dialog footer menu audio video canvas".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody tfoot thead tr ul".split(
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

/** Blocks below an element, in order, without anything that only a browser shows. */
export function roughBlocks(root: Element): RoughBlock[] {
  const found: RoughBlock[] = [];
  let text = "";
  let linked = 0;
  let kind: BlockKind = "paragraph";
  const flush = (): void => {
    const solid = solidLength(text);
    if (solid > 0) found.push({ kind, text, linked: linked / solid });
    text = "";
    linked = 0;
  };
  const walk = (node: Node, inLink: boolean): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const value = child.nodeValue ?? "";
        text += value;
        if (inLink) linked += solidLength(value);
        continue;
      }
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const name = element.localName.toLowerCase();
      if (SKIPPED.has(name) || isHidden(element)) continue;
      if (name === "br") {
        // Two line breaks in a row are how old pages end a paragraph.
        if (followedByBreak(element)) flush();
        else text += "\n";
      } else if (BLOCKS.has(name)) {
        const outer = kind;
        flush();
        kind =
          KINDS[name] ?? (outer === "list-item" || outer === "quotation" || outer === "caption" ? outer : "paragraph");
        walk(element, inLink);
        flush();
        kind = outer;
      } else {
        if (name === "td" || name === "th") text += " ";
        walk(element, inLink || name === "a");
      }
    }
  };
  walk(root, false);
  flush();
  return found;
}

function followedByBreak(element: Element): boolean {
  let next = element.nextSibling;
  while (next !== null && next.nodeType === 3 && (next.nodeValue ?? "").trim() === "") next = next.nextSibling;
  return next !== null && next.nodeType === 1 && (next as Element).localName.toLowerCase() === "br";
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute("hidden") ||
  element.getAttribute("aria-hidden") === "true" ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");

function solidLength(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++;
  return count;
}
