import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../core/document.ts";
import type { Attribution, Scope } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { tokenAt } from "../../core/tree.ts";
import { loadLanguage, loadLexicon } from "../../resources.ts";
import { readAttributions } from "./index.ts";
import { NO_MENTIONS, plainDocument } from "./testing.ts";

interface Example {
  readonly id: string;
  readonly hits?: string;
  readonly misses?: string;
  readonly source?: string;
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

/** Share of the rows that may fail at a time: the sentences are read by a parser that is trained anew now and then. */
const TOLERATED = 0.03;

describe("rows of speech.yml", async () => {
  const all = rows("speech");
  const hits = all.map((row) => unmark(row.hits!));
  const { document, found } = await read([...hits.map((hit) => hit.text), ...all.map((row) => row.misses!)]);
  const at = (n: number, id: string) => {
    const [start, end] = document.blocks[n]!.span;
    const own = (a: Attribution) => a.by.entry === `speech/${id}` && a.value.cue[0] >= start && a.value.cue[1] <= end;
    return { start, own: found.attributions.filter(own) };
  };

  /** What is wrong with the reading of a hit; null where nothing is. */
  function fault(i: number): string | null {
    const { start, own } = at(i, all[i]!.id);
    if (own.length === 0) return "not found";
    const { content, sourceSpan } = own[0]!.value;
    const shift = (span: Span): Span => [span[0] + start, span[1] + start];
    const wanted = words(document.text, hits[i]!.marks["["]!.map(shift));
    const got = words(document.text, content);
    const both = [...wanted].filter((w) => got.has(w)).length;
    if ((2 * both) / (wanted.size + got.size) < 0.7)
      return `content "${content.map((c) => document.text.slice(...c)).join(" | ")}"`;
    const source = hits[i]!.marks["{"]!.map(shift)[0];
    // an impersonal cue ("is false") leaves the speaker to the cue around it
    if (!source || all[i]!.source) return null;
    if (!sourceSpan) return "no source";
    const last = document.text
      .slice(...source)
      .split(" ")
      .at(-1)!;
    return document.text.slice(...sourceSpan).includes(last) ? null : `source "${document.text.slice(...sourceSpan)}"`;
  }

  test("hits are found, with source and content", () => {
    const faults = all.flatMap(({ id }, i) => (fault(i) === null ? [] : [`${id}: ${fault(i)} in "${hits[i]!.text}"`]));
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(TOLERATED * all.length);
  });

  test("misses are not", () => {
    const faults = all
      .filter(({ id }, i) => at(all.length + i, id).own.length > 0)
      .map(({ id, misses }) => `${id}: ${misses}`);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(TOLERATED * all.length);
  });
});

describe("rows of hedges.yml", async () => {
  const all = rows("hedges");
  const hits = all.map((row) => unmark(row.hits!));
  const { syntax, document, found } = await read([...hits.map((hit) => hit.text), ...all.map((row) => row.misses!)]);
  const at = (n: number, id: string) => {
    const [start, end] = document.blocks[n]!.span;
    const own = (a: Scope) =>
      a.by.entry === `hedges/${id}` && a.value.operator[0] >= start && a.value.operator[1] <= end;
    return { start, own: found.scopes.filter(own) };
  };

  test("hits reach the marked word", () => {
    const faults = all.flatMap(({ id }, i) => {
      const { start, own } = at(i, id);
      const token = tokenAt(syntax, hits[i]!.marks["*"]![0]![0] + start);
      return own.some((scope) => scope.value.over.includes(token)) ? [] : [`${id}: ${hits[i]!.text}`];
    });
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(TOLERATED * all.length);
  });

  test("misses are not found", () => {
    const faults = all
      .filter(({ id }, i) => at(all.length + i, id).own.length > 0)
      .map(({ id, misses }) => `${id}: ${misses}`);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(TOLERATED * all.length);
  });
});
