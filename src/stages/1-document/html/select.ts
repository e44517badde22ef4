import { endsSentence } from "../lines.ts";
import type { PageBlock } from "./blocks.ts";
import { solid } from "./solid.ts";

/** Share of a block inside links from which on it leads elsewhere rather than tells. */
const LEADING = 0.6;
/** A block this long that stands within an extract, though cut differently, belongs to it. */
const LONG = 40;

const leadsElsewhere = (block: PageBlock): boolean =>
  block.linked >= LEADING && !(block.kind === "paragraph" && endsSentence(block.text.trim()));

/**
 * The blocks of a page that make its article, in page order: those an extractor kept, and their plain neighbours.
 * Extractors judge by English words and class names and lose lists, tables and short paragraphs ("Army: 14 dead"), so a
 * block in the same container as kept text comes back. What leads to other pages ("À lire aussi", "مواضيع ذات صلة")
 * goes, told by its links and not by its words, together with the heading above it.
 */
export function selectBlocks(page: readonly PageBlock[], extract: readonly PageBlock[]): PageBlock[] {
  const whole = new Set(extract.map((block) => solid(block.text)));
  const running = extract.map((block) => solid(block.text)).join("");
  const isKept = page.map((block) => {
    const key = solid(block.text);
    return whole.has(key) || (key.length >= LONG && running.includes(key));
  });
  const containers = new Set<Element>();
  page.forEach((block, i) => {
    if (!isKept[i] || block.kind === "heading" || leadsElsewhere(block)) return;
    containers.add(block.container);
    const article = block.container.closest("article");
    if (article) containers.add(article);
  });
  const first = page.findIndex((block, i) => isKept[i] && containers.has(block.container));
  const chosen = page.filter(
    (block, i) => !leadsElsewhere(block) && (isKept[i] || (i > first && containers.has(block.container))),
  );
  return withoutOrphans(page, chosen);
}

/** Drops headings, and lines like "Read also:", that stand right above links or above nothing. */
function withoutOrphans(page: readonly PageBlock[], chosen: readonly PageBlock[]): PageBlock[] {
  const following = new Map(page.map((block, i) => [block, page[i + 1]]));
  const isChosen = new Set(chosen);
  return chosen.filter((block) => {
    const next = following.get(block);
    const aboveLinks = next !== undefined && !isChosen.has(next) && leadsElsewhere(next);
    if (block.kind === "heading") return next !== undefined && !aboveLinks && block !== chosen.at(-1);
    return !(aboveLinks && /[:：]\s*$/.test(block.text) && block.text.length < 60);
  });
}
