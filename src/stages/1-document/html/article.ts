import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { type PageBlock, pageBlocks } from "./blocks.ts";
import { type PageMetadata, pageMetadata } from "./metadata.ts";
import { selectBlocks } from "./select.ts";
import { sameWords } from "./words.ts";

export interface Article {
  /** The tree that the blocks' nodes belong to. */
  readonly document: Document;
  readonly blocks: readonly PageBlock[];
  /** The block that holds the title, where one does. */
  readonly headline: PageBlock | null;
  readonly metadata: PageMetadata;
}

/** Fewer words than this from the first extractor, and the others are asked too. */
const SCANT = 60;

/** Boils a page down to its article. Empty blocks where it has none. Works on the string alone: no request leaves. */
export async function extractArticle(html: string, url: string | null): Promise<Article> {
  const source = lowerCaseAttributes(html);
  const document = dom(source);
  const metadata = pageMetadata(document, url);
  const page = pageBlocks(document.querySelector("body") ?? document.documentElement);
  const found = [selectBlocks(page, await byDefuddle(source, url))];
  if (words(found[0]!) < SCANT) {
    found.push(selectBlocks(page, byReadability(source)), selectBlocks(page, byStructure(document)));
  }
  // The first extractor is the most careful: another must find half as much again to be believed.
  const blocks = found.reduce((a, b) => (words(b) > 1.5 * words(a) ? b : a));
  const { title } = metadata;
  const headline = title === null ? null : (page.find((block) => sameWords(block.text, title)) ?? null);
  return { document, blocks, headline, metadata };
}

const words = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0);

async function byDefuddle(html: string, url: string | null): Promise<PageBlock[]> {
  // `useAsync` would ask third parties about pages without content, and so tell them what is being read.
  const options = { useAsync: false, fetch: offline, includeReplies: false, removeImages: true };
  const { content } = await Defuddle(bodied(html), url ?? undefined, options);
  return pageBlocks(fragment(content));
}

function byReadability(html: string): PageBlock[] {
  const content = new Readability(bodied(html), { charThreshold: 0 }).parse()?.content;
  return content ? pageBlocks(fragment(content)) : [];
}

/** For pages so small that extractors see no article in them. */
function byStructure(document: Document): PageBlock[] {
  const root = document.querySelector("article, main, body") ?? document.documentElement;
  return pageBlocks(root);
}

/** A tree of the page as it is: its text nodes are those of the source. */
function dom(html: string): Document {
  const { document } = parseHTML(/<html\b/i.test(html) ? html : `<html>${html}</html>`);
  // What defuddle expects of a browser and linkedom has not.
  const view = document.defaultView as unknown as { getComputedStyle?: unknown } | null;
  if (view && !view.getComputedStyle) view.getComputedStyle = () => ({ display: "" });
  if (!document.styleSheets) Object.assign(document, { styleSheets: [] });
  return document as unknown as Document;
}

/** A tree for extractors, which need a body. */
const bodied = (html: string): Document =>
  dom(/<body\b/i.test(html) ? html : `<html><body>${html.replace(/<\/?html[^<>]*>/gi, "")}</body></html>`);

const fragment = (content: string): Element => dom(`<!doctype html><html><body>${content}</body></html>`).body;

/** `<META NAME=…>`: old pages shout, and the parser keeps the case of attribute names. */
const lowerCaseAttributes = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\s[A-Z][A-Za-z-]*(?=\s*=)/g, (attribute) => attribute.toLowerCase()),
  );

const offline = (): Promise<never> => Promise.reject(new Error("extraction asks nobody"));
