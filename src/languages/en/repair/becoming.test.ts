import { expect, test } from "vitest";
import { tokenText } from "../../../core/tree.ts";
import { loadLanguage } from "../../../resources.ts";
import { documentOf } from "../testing.ts";

test.each([
  ["Rebels stormed the base and took nine soldiers hostage.", "soldiers", "obj took"],
  ["Gunmen took the two engineers hostage in Port Harcourt.", "engineers", "obj took"],
  ["Gunmen took two hostages in Kidal.", "hostages", "obj took"],
  ["The court gave him a three years sentence.", "sentence", "obj gave"],
  ["Police seized two weapons caches.", "caches", "obj seized"],
])("what is taken and what becomes of it: %s", async (text, word, relation) => {
  const s = (await loadLanguage()).parse(documentOf(text));
  const t = [...s.deprel].findIndex((_, i) => tokenText(s, i) === word);
  expect(`${s.deprel[t]} ${tokenText(s, s.head[t]!)}`).toBe(relation);
});
