import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { type PageBlock, pageBlocks } from "./blocks.ts";
import { type PageMetadata, pageMetadata } from "./metadata.ts";
import { selectBlocks } from "./select.ts";

export interface Article {
  readonly blocks: readonly PageBlock[];
  readonly metadata: PageMetadata;
}

/** Fewer words than this from the first extractor, and the others are asked too. */
const SCANT = 60;

/** Boils a page down to its article. Empty blocks where it has none. Works on the string alone: no request leaves. */
export async function extractArticle(html: string, url: string | null): Promise<Article> {
  const source = lowerCaseAttributes(html);
  const document = dom(source);
  const metadata = pageMetadata(document, url);
  const page = pageBlocks(document.body);
  const found = [selectBlocks(page, await byDefuddle(source, url))];
  if (words(found[0]!) < SCANT) {
    found.push(selectBlocks(page, byReadability(source)), selectBlocks(page, byStructure(document)));
  }
  // The first extractor is the most careful: another must find half as much again to be believed.
  return { blocks: found.reduce((a, b) => (words(b) > 1.5 * words(a) ? b : a)), metadata };
}

const words = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0);

async function byDefuddle(html: string, url: string | null): Promise<PageBlock[]> {
  // `useAsync` would ask third parties about pages without content, and so tell them what is being read.
  const options = { useAsync: false, fetch: offline, includeReplies: false, removeImages: true };
  const { content } = await Defuddle(dom(html), url ?? undefined, options);
  return pageBlocks(fragment(content));
}

function byReadability(html: string): PageBlock[] {
  const content = new Readability(dom(html), { charThreshold: 0 }).parse()?.content;
  return content ? pageBlocks(fragment(content)) : [];
}

/** For pages so small that extractors see no article in them. */
function byStructure(document: Document): PageBlock[] {
  const root = document.querySelector("article") ?? document.querySelector("main") ?? document.body;
  return pageBlocks(root);
}

function dom(html: string): Document {
  const { document } = parseHTML(/<body\b|<html\b/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // What defuddle expects of a browser and linkedom has not.
  const view = document.defaultView as unknown as { getComputedStyle?: unknown } | null;
  if (view && !view.getComputedStyle) view.getComputedStyle = () => ({ display: "" });
  if (!document.styleSheets) Object.assign(document, { styleSheets: [] });
  return document as unknown as Document;
}

const fragment = (content: string): Element => dom(`<!doctype html><html><body>${content}</body></html>`).body;

/** `<META NAME=…>`: old pages shout, and the parser keeps the case of attribute names. */
const lowerCaseAttributes = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\s[A-Z][A-Za-z-]*(?=\s*=)/g, (attribute) => attribute.toLowerCase()),
  );

const offline = (): Promise<never> => Promise.reject(new Error("extraction asks nobody"));
