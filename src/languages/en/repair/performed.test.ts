import { expect, test } from "vitest";
import { tokenText } from "../../../core/tree.ts";
import { loadLanguage } from "../../../resources.ts";
import { documentOf } from "../testing.ts";

test.each([
  ["Nine people died in air strikes allegedly carried out by the army in Kaga.", "carried", "acl strikes"],
  ["Nine people died in an air strike reportedly carried out by the army in Kaga.", "carried", "acl strike"],
  ["Nine people fled the town, pursued by soldiers.", "pursued", "advcl fled"],
  ["Nine people died when the post was attacked by rebels.", "attacked", "advcl died"],
])("a participle with a doer says something of the noun right before it: %s", async (text, word, relation) => {
  const s = (await loadLanguage()).parse(documentOf(text));
  const t = [...s.deprel].findIndex((_, i) => tokenText(s, i) === word);
  expect(`${s.deprel[t]} ${tokenText(s, s.head[t]!)}`).toBe(relation);
});
