import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Problem } from "../../core/problem.ts";
import { readPage } from "./html/read-page.ts";
import { readDocument } from "./index.ts";
import { MAX_DEPTH } from "./problems.ts";

/** Pages beside what is to be read of them: one line a field or block. A page without expectations fails. */
const folder = new URL("./fixtures/", import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith(".html"));

async function readable(file: string): Promise<string> {
  try {
    const read = await readDocument(readFileSync(new URL(file, folder)), { name: file });
    return [
      `title | ${read.title}`,
      `outlet | ${read.outlet}`,
      `published | ${read.published}`,
      `url | ${read.url}`,
      `encoding | ${read.encoding}`,
      ...read.blocks.map((block) => `${block.kind} | ${read.text.slice(...block.span).replace(/\n/g, "⏎")}`),
    ].join("\n");
  } catch (error) {
    if (error instanceof Problem) return `problem | ${error.code}`;
    throw error;
  }
}

test.each(pages)("%s", async (file) => {
  const expected = readFileSync(new URL(file.replace(".html", ".expected"), folder), "utf8");
  expect(await readable(file)).toBe(expected.trimEnd());
});

test("every character of a page's text is found again in its source", async () => {
  const html = readFileSync(new URL("blog-theme.html", folder), "utf8");
  const read = await readDocument(html, { name: "blog-theme.html" });
  let mapped = 0;
  for (const { clean, original, length } of read.sourceMap) {
    const words = read.text.slice(clean, clean + length);
    const source = html.slice(original, original + length);
    if (source.startsWith("&")) expect(length, "an entity stands for one character").toBe(1);
    else expect(source).toBe(words);
    mapped += length;
  }
  const solid = read.text.replace(/\s/g, "").length;
  expect(mapped).toBeGreaterThanOrEqual(solid);
});

test("nothing is asked of the network", async () => {
  const fetched: unknown[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = (...asked) => {
    fetched.push(asked);
    return Promise.reject(new Error("no network in tests"));
  };
  try {
    // Addresses for which extractors know a service to ask.
    for (const url of ["https://x.com/someone/status/1", "https://www.reddit.com/r/a/comments/b/c/"]) {
      const reading = await readPage("<html><body><p></p></body></html>", url, MAX_DEPTH);
      expect(reading.kind).toBe("no-article");
    }
  } finally {
    globalThis.fetch = before;
  }
  expect(fetched).toEqual([]);
});
