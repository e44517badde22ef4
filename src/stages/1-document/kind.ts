export type Markup = "html" | "plain";

const OPENING = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const ELEMENT = /<\/?(?:p|div|article|section|main|span|br|a|ul|h[1-6])\b[^<>]*>/gi;

/** What an input is: what the transport or the name says, else what it looks like. */
export function markupOf(text: string, name: string | undefined, contentType: string | undefined): Markup {
  if (contentType !== undefined && /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return "html";
  if (name !== undefined && /\.x?html?$/i.test(name)) return "html";
  const head = text.slice(0, 4_000);
  if (OPENING.test(head)) return "html";
  // A page cut out by hand: several tags, beginning with one.
  return /^\s*</.test(head) && (head.match(ELEMENT)?.length ?? 0) >= 2 ? "html" : "plain";
}
