import { expect, test } from "vitest";
import type { Document } from "../../core/document.ts";
import { tokenText } from "../../core/tree.ts";
import { loadLanguage } from "../../resources.ts";

const document = (...blocks: string[]): Document => {
  const text = blocks.join("\n\n");
  let at = 0;
  return {
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: "en",
    encoding: "utf-8",
    sourceMap: [],
    notices: [],
    blocks: blocks.map((block) => {
      const start = text.indexOf(block, at);
      at = start + block.length;
      return { span: [start, at], kind: "paragraph" };
    }),
  };
};

test("the walk of one sentence", async () => {
  const language = await loadLanguage();
  const s = language.parse(
    document("Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said."),
  );
  const word = (t: number) => (t < 0 ? "ROOT" : tokenText(s, t));
  const arcs = [...s.deprel].map((rel, t) => `${word(t)} ${rel} ${word(s.head[t]!)}`);
  expect(arcs).toContain("said root ROOT");
  expect(arcs).toContain("shelled ccomp said");
  expect(arcs).toContain("killing advcl shelled");
  expect(arcs).toContain("Rebels nsubj shelled");
  expect(s.lemma.slice(0, 4)).toEqual(["rebel", "shell", "a", "camp"]);
});

test("sentences respect blocks", async () => {
  const s = (await loadLanguage()).parse(document("Twelve dead in blast", "Police said. The army denied it."));
  expect([...s.sentenceStart]).toEqual([0, 4, 7, s.length]);
  expect([...s.block]).toEqual([0, 1, 1]);
});

test("an empty report has no tokens", async () => {
  const s = (await loadLanguage()).parse(document(""));
  expect(s.length).toBe(0);
  expect([...s.sentenceStart]).toEqual([0]);
});
