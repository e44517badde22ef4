import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tokenText, upos } from "../../core/tree.ts";
import { loadLanguage } from "../../resources.ts";
import { documentOf } from "./testing.ts";

/**
 * The parse of some news sentences, word by word, as this model gives it on every machine. After a change of model or tokeniser:
 * UPDATE_GOLDEN=1 npx vitest run src/languages/en/golden.test.ts, and read the difference.
 */
const GOLDEN = new URL("../../../corpus/syntax.conllu", import.meta.url);

const TEXT = [
  "GOMA, Congo (Reuters) - Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.",
  "“We didn’t fire,” said Lt. Gen. Salah al-Dīn Nūr, the U.S.-backed force’s spokesman. Nobody else had been there.",
  "Twelve dead in market blast, officials say",
  "A suicide bomber who had been disguised as a policeman blew himself up outside the ministry, wounding dozens.",
  "The ministry denied that its troops had been involved in the attack, which it blamed on the separatists.",
  "According to Médecins Sans Frontières, between 35 and 40 people were treated; five of them, all children, died.",
  "THE U.S. EMBASSY WAS HIT BY TWO ROCKETS LAST NIGHT, A SPOKESMAN FOR COL. LOPEZ TOLD ACAN-EFE.",
  "Kabul's police chief, Gen. Abdul Rahman Rahimi, told reporters that no one had claimed responsibility.",
];

test("the golden parse", async () => {
  const s = (await loadLanguage()).parse(documentOf(...TEXT));
  const lines: string[] = [];
  for (let t = 0; t < s.length; t++) {
    const first = s.sentenceStart[s.sentence[t]!]!;
    if (t === first)
      lines.push("", `# text = ${s.text.slice(s.start[t], s.end[s.sentenceStart[s.sentence[t]! + 1]! - 1])}`);
    const head = s.head[t]! < 0 ? 0 : s.head[t]! - first + 1;
    const name = s.name[t] === 0 ? "_" : `Name=${s.nameStart[t] ? "B" : "I"}${s.name[t]}`;
    lines.push(
      [t - first + 1, tokenText(s, t), s.lemma[t], upos(s, t), s.xpos[t], "_", head, s.deprel[t], "_", name].join("\t"),
    );
  }
  const parsed = `${lines.slice(1).join("\n")}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, parsed);
  expect(existsSync(GOLDEN), "corpus/syntax.conllu is missing").toBe(true);
  expect(parsed).toBe(readFileSync(GOLDEN, "utf8"));
});
