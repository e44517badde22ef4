import { Problem } from "../core/problem.ts";
import { type Item, type Line, pageLines, paragraphs } from "./pdf-layout.ts";
import type { Found } from "./prepare.ts";

/** Pages read of one file: a report has fewer. */
const MAX_PAGES = 500;

/** Text of a PDF in reading order: columns one after the other, words broken at line ends made whole, running heads and page numbers left out. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Found> {
  const { extractTextItems, getDocumentProxy, getMeta } = await import("unpdf");
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 }).catch((error: Error) => {
    const locked = /password/i.test(error.message);
    throw locked
      ? new Problem("E-INTAKE-06", `${name} is protected by a password.`, "Save it without one.")
      : new Problem(
          "E-INTAKE-07",
          `${name} is no readable PDF (${error.message}).`,
          "Open it in a viewer and save it anew.",
        );
  });
  try {
    if (pdf.numPages > MAX_PAGES) {
      throw new Problem(
        "E-INTAKE-08",
        `${name} has ${pdf.numPages} pages; at most ${MAX_PAGES} are read.`,
        "Cut out the pages of the report.",
      );
    }
    const { items } = await extractTextItems(pdf);
    const pages = items.map((page) => pageLines(page.filter((item) => item.str.trim() !== "") as Item[]));
    const text = paragraphs(withoutRunningHeads(pages)).join("\n\n");
    if (text.trim() === "") {
      throw new Problem("E-INTAKE-02", `${name} has no text layer.`, "Run OCR first, or pass the text.");
    }
    const { info } = await getMeta(pdf);
    const title =
      typeof info.Title === "string" && info.Title.trim() !== "" && text.includes(info.Title.trim())
        ? info.Title.trim()
        : null;
    return { content: text, title };
  } finally {
    await pdf.destroy();
  }
}

/** A line at the edge of a page that stands on three pages or more but for its numbers, and lines of a page number alone. */
function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const shape = (line: Line) => line.text.replace(/\d+/g, "#").trim();
  const times = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(shape))) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter(
      (line) =>
        !edge.has(line) ||
        !(/^\W*(?:page\s*)?#(?:\s*(?:of|\/)\s*#)?\W*$/i.test(shape(line)) || times.get(shape(line))! >= 3),
    );
  });
}

/** The two highest and two lowest lines of a page. */
function edges(page: readonly Line[]): Line[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y);
  return [...byHeight.slice(0, 2), ...byHeight.slice(-2)];
}
