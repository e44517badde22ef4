import { expect, test } from "vitest";
import { tokenText } from "../../../core/tree.ts";
import { loadLanguage } from "../../../resources.ts";
import { documentOf } from "../testing.ts";

test.each([
  ["Last year militants killed 300 people in the province.", "year", "killed"],
  ["Last week gunmen burned nine houses.", "week", "burned"],
  ["The same day police arrested two men.", "day", "arrested"],
  ["In 2012 rebels attacked the post.", "2012", "attacked"],
  ["Since Thursday police have searched the tents.", "Thursday", "searched"],
  ["Night raids killed nine men.", "Night", "raids"],
  ["Two year olds were killed.", "year", "olds"],
])("a time before a subject is no part of its name: %s", async (text, time, head) => {
  const s = (await loadLanguage()).parse(documentOf(text));
  const at = (word: string) => [...s.deprel].findIndex((_, i) => tokenText(s, i) === word);
  expect(s.head[at(time)]).toBe(at(head));
});
