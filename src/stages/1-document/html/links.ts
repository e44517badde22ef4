import { endsSentence } from "../lines.ts";
import type { RoughBlock } from "./blocks.ts";

/** Share of a block inside links from which on it leads elsewhere rather than tells. */
const LEADING = 0.75;

const leadsElsewhere = (block: RoughBlock): boolean =>
  block.linked >= LEADING && !(block.kind === "paragraph" && endsSentence(block.text.trim()));

/**
 * Takes out what only points to other pages ("À lire aussi", "مواضيع ذات صلة", "Read more: …"): told by links, not by
 * words, so that it holds in every language. A heading with nothing left under it goes too.
 */
export function withoutLinkBlocks(blocks: readonly RoughBlock[]): RoughBlock[] {
  const kept: RoughBlock[] = [];
  blocks.forEach((block, i) => {
    if (leadsElsewhere(block)) return;
    const next = blocks[i + 1];
    if (block.kind === "heading" && (next === undefined || leadsElsewhere(next))) return;
    // "Read also:" as a paragraph above a list of links.
    if (next && leadsElsewhere(next) && next.kind === "list-item" && /:\s*$/.test(block.text) && block.text.length < 60)
      return;
    kept.push(block);
  });
  return kept;
}
