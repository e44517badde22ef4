import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { type RoughBlock, roughBlocks } from "./blocks.ts";
import { withoutLinkBlocks } from "./links.ts";
import { type PageMetadata, pageMetadata } from "./metadata.ts";

export interface Article {
  readonly blocks: readonly RoughBlock[];
  readonly metadata: PageMetadata;
}

/** Fewer words than this from the first extractor, and the others are asked too. */
const SCANT = 60;

/** Boils a page down to its article. Empty blocks where it has none. Works on the string alone: no request leaves. */
export async function extractArticle(html: string, url: string | null): Promise<Article> {
  const metadata = pageMetadata(dom(html), url);
  const candidates = [await byDefuddle(html, url)];
  if (words(candidates[0]!) < SCANT) candidates.push(byReadability(html), byStructure(html));
  // The first extractor is the most careful: another must find half as much again to be believed.
  const best = candidates.reduce((a, b) => (words(b) > 1.5 * words(a) ? b : a));
  return { blocks: best, metadata };
}

const words = (blocks: readonly RoughBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0);

async function byDefuddle(html: string, url: string | null): Promise<RoughBlock[]> {
  const { content } = await Defuddle(dom(html), url ?? undefined, {
    useAsync: false,
    fetch: offline,
    includeReplies: false,
    removeImages: true,
  });
  return withoutLinkBlocks(roughBlocks(fragment(content)));
}

function byReadability(html: string): RoughBlock[] {
  const content = new Readability(dom(html), { charThreshold: 0 }).parse()?.content;
  return content ? withoutLinkBlocks(roughBlocks(fragment(content))) : [];
}

/** For pages so small that extractors see no article in them. */
function byStructure(html: string): RoughBlock[] {
  const document = dom(html);
  const root = document.querySelector("article") ?? document.querySelector("main") ?? document.body;
  return root ? withoutLinkBlocks(roughBlocks(root)) : [];
}

function dom(html: string): Document {
  const { document } = parseHTML(html);
  // What defuddle expects of a browser and linkedom has not.
  const view = document.defaultView as unknown as { getComputedStyle?: unknown } | null;
  if (view && !view.getComputedStyle) view.getComputedStyle = () => ({ display: "" });
  if (!document.styleSheets) Object.assign(document, { styleSheets: [] });
  return document as unknown as Document;
}

const fragment = (content: string): Element =>
  dom(`<!doctype html><html><body>${content}</body></html>`).querySelector("body")!;

const offline = (): Promise<never> => Promise.reject(new Error("extraction asks nobody"));
