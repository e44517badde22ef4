import { expect, test } from "vitest";
import { loadLexicon } from "../../resources.ts";
import { makeTokeniser } from "./tokenise.ts";

const tokenise = makeTokeniser(await loadLexicon());
const cut = (text: string) => {
  const { start, end, length } = tokenise(text, 0, text.length);
  return Array.from({ length }, (_, i) => text.slice(start[i], end[i])).join("|");
};

test.each([
  // clitics, and names that only look as if they had one
  ["We didn't fire.", "We|did|n't|fire|."],
  ["We didn’t fire; he’d seen it.", "We|did|n’t|fire|;|he|’d|seen|it|."],
  ["The army's men cannot go.", "The|army|'s|men|can|not|go|."],
  ["The rebels' camp", "The|rebels|'|camp"],
  ["Qa'ida's men in Sana'a and Ma'arib", "Qa'ida|'s|men|in|Sana'a|and|Ma'arib"],
  ["Sa'd al-Dīn Nūr of Ta‘izz", "Sa'd|al|-|Dīn|Nūr|of|Ta‘izz"],
  ["Côte d’Ivoire and O'Neill", "Côte|d’Ivoire|and|O'Neill"],
  // hyphens
  ["an anti-tank car-bomb in Buulo-Xaawo", "an|anti-tank|car|-|bomb|in|Buulo|-|Xaawo"],
  ["an AK-47, 3-5 men, 35-40", "an|AK|-|47|,|3|-|5|men|,|35|-|40"],
  // stops
  ["U.S. troops and the U.N.-backed SDF", "U.S.|troops|and|the|U.N.|-|backed|SDF"],
  ["Lt. Gen. Salah and Dr. J. B. Smith", "Lt.|Gen.|Salah|and|Dr.|J.|B.|Smith"],
  ["GEN. BUSTILLO AND COL. LOPEZ", "GEN.|BUSTILLO|AND|COL.|LOPEZ"],
  ["Jan. 3, No. 5; No. He said no.", "Jan.|3|,|No.|5|;|No|.|He|said|no|."],
  ["at 6.30 a.m. or 5:30 p.m. GMT", "at|6.30|a.m.|or|5:30|p.m.|GMT"],
  ["Acme Inc. said so.", "Acme|Inc.|said|so|."],
  // numbers
  ["2,500 men, 10km, $5 million, 40%", "2,500|men|,|10|km|,|$|5|million|,|40|%"],
  ["the 1930's, the 3rd, 9/11, 16/08/2000", "the|1930's|,|the|3rd|,|9/11|,|16/08/2000"],
  // marks
  ["“Why?!” he asked… (no answer)", "“|Why|?!|”|he|asked|…|(|no|answer|)"],
  ["dead -- or alive — or", "dead|--|or|alive|—|or"],
  ["See https://x.org/a.b?c=d. Mail a.b@c.org!", "See|https://x.org/a.b?c=d|.|Mail|a.b@c.org|!"],
  // characters that are nobody's
  ["a\u200bb \ufeffc\u00a0d", "a|b|c|d"],
  ["كتائب القسام said", "كتائب|القسام|said"],
])("cuts %s", (text, expected) => {
  expect(cut(text)).toBe(expected);
});
