import { expect, test } from "vitest";
import { tokenText } from "../../../core/tree.ts";
import { loadLanguage } from "../../../resources.ts";
import { documentOf } from "../testing.ts";

test.each([
  ["The army gave the rebels until Monday to withdraw from Kidal.", "withdraw", "xcomp"],
  ["The kidnappers gave the government 48 hours to release the prisoners.", "release", "xcomp"],
  ["Rebels attacked the post on Monday to seize weapons.", "seize", "advcl"],
  ["The rebels took three days to reach Goma.", "reach", "advcl"],
])("who is given a term has to do it: %s", async (text, word, relation) => {
  const s = (await loadLanguage()).parse(documentOf(text));
  const t = [...s.deprel].findIndex((_, i) => tokenText(s, i) === word);
  expect(s.deprel[t]).toBe(relation);
});
