import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../core/document.ts";
import type { Attribution, Scope } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { tokenAt, tokenSpan } from "../../core/tree.ts";
import { loadLanguage, loadLexicon } from "../../resources.ts";
import { readAttributions } from "./index.ts";
import { NO_MENTIONS, plainDocument } from "./testing.ts";

interface Example {
  readonly id: string;
  readonly hits?: string;
  readonly misses?: string;
}
const rows = (name: string): Example[] =>
  (parse(readFileSync(new URL(`../../../lexicon/en/${name}.yml`, import.meta.url), "utf8")) as Example[]).filter(
    (r) => r.hits,
  );

/** A marked sentence: its text, and the spans between the marks. */
function unmark(marked: string): { text: string; marks: Record<string, Span[]> } {
  let text = "";
  const marks: Record<string, Span[]> = { "{": [], "[": [], "*": [] };
  const open: Record<string, number> = {};
  for (const c of marked) {
    if (c === "{" || c === "[") open[c] = text.length;
    else if (c === "}") marks["{"]!.push([open["{"]!, text.length]);
    else if (c === "]") marks["["]!.push([open["["]!, text.length]);
    else if (c === "*") {
      if (open["*"] === undefined) open["*"] = text.length;
      else {
        marks["*"]!.push([open["*"], text.length]);
        delete open["*"];
      }
    } else text += c;
  }
  return { text, marks };
}

/** All sentences of a section as paragraphs of one report: one parse, one reading. */
async function read(sentences: readonly string[]) {
  const document: Document = plainDocument(sentences);
  const language = await loadLanguage();
  const syntax = language.parse(document);
  return { syntax, document, found: readAttributions(syntax, NO_MENTIONS, await loadLexicon()) };
}

const words = (text: string, spans: readonly Span[]): Set<string> => {
  const set = new Set<string>();
  for (const [start, end] of spans)
    for (const m of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) set.add(`${start + m.index}`);
  return set;
};

const speech = rows("speech");
const hits = speech.map((row) => unmark(row.hits!));
const speechRead = await read([...hits.map((h) => h.text), ...speech.map((row) => row.misses!)]);

describe.each(speech.map((row, i) => ({ ...row, i })))("speech/$id", ({ id, i }) => {
  const within = (n: number) => {
    const [start, end] = speechRead.document.blocks[n]!.span;
    const own = (a: Attribution) => a.by.entry === `speech/${id}` && a.value.cue[0] >= start && a.value.cue[1] <= end;
    return { start, found: speechRead.found.attributions.filter(own) };
  };

  test("hits", () => {
    const { start, found } = within(i);
    expect(found.length, `no finding in: ${hits[i]!.text}`).toBeGreaterThan(0);
    const text = speechRead.document.text;
    const shift = (span: Span): Span => [span[0] + start, span[1] + start];
    const wanted = words(text, hits[i]!.marks["["]!.map(shift));
    const got = words(text, found[0]!.value.content);
    const both = [...wanted].filter((w) => got.has(w)).length;
    expect(
      (2 * both) / (wanted.size + got.size),
      found[0]!.value.content.map((c) => text.slice(...c)).join(" | "),
    ).toBeGreaterThanOrEqual(0.7);
    const source = hits[i]!.marks["{"]!.map(shift)[0];
    // an impersonal cue ("is false") leaves the speaker to the cue around it
    if (source && found[0]!.by.entry && !/^\[/.test(speech[i]!.hits!.replace(/^\["/, ""))) {
      const span = found[0]!.value.sourceSpan;
      if (span)
        expect(text.slice(...span)).toContain(
          text
            .slice(...source)
            .split(" ")
            .at(-1),
        );
      else expect.fail("no source");
    }
  });

  test("misses", () => {
    expect(within(speech.length + i).found.map((a) => a.value.content)).toEqual([]);
  });
});

const hedges = rows("hedges");
const scoped = hedges.map((row) => unmark(row.hits!));
const hedgeRead = await read([...scoped.map((h) => h.text), ...hedges.map((row) => row.misses!)]);

describe.each(hedges.map((row, i) => ({ ...row, i })))("hedges/$id", ({ id, i }) => {
  const within = (n: number) => {
    const [start, end] = hedgeRead.document.blocks[n]!.span;
    const own = (a: Scope) =>
      a.by.entry === `hedges/${id}` && a.value.operator[0] >= start && a.value.operator[1] <= end;
    return { start, found: hedgeRead.found.scopes.filter(own) };
  };

  test("hits", () => {
    const { start, found } = within(i);
    const mark = scoped[i]!.marks["*"]![0]!;
    const token = tokenAt(hedgeRead.syntax, mark[0] + start);
    expect(
      found.flatMap((f) => f.value.over.map((o) => hedgeRead.document.text.slice(...tokenSpan(hedgeRead.syntax, o)))),
    ).toContain(hedgeRead.document.text.slice(...tokenSpan(hedgeRead.syntax, token)));
  });

  test("misses", () => {
    expect(within(hedges.length + i).found.map((f) => f.value.operator)).toEqual([]);
  });
});
