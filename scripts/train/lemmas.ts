/**
 * Makes models/en/lemmas.tsv: the words whose lemma the spelling rules of languages/en/lemma.ts miss, as found in a treebank.
 * Usage: tsx scripts/train/lemmas.ts train.conllu.gz
 */
import { writeFileSync } from "node:fs";
import { readTreebank } from "../../eval/conllu.ts";
import { lowered } from "../../src/languages/en/fold.ts";
import { lemmaClass, makeLemmatiser } from "../../src/languages/en/lemma.ts";

const rules = makeLemmatiser("");
const counts = new Map<string, Map<string, number>>();
for (const sentence of readTreebank(process.argv[2]!)) {
  sentence.form.forEach((form, i) => {
    const xpos = sentence.xpos[i]!;
    if (/^(?:NNPS?|CD|ADD|FW|GW|LS|SYM|NFP|XX)$/.test(xpos)) return;
    const key = `${lowered(form)}\t${lemmaClass(xpos)}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    lemmas.set(sentence.lemma[i]!, (lemmas.get(sentence.lemma[i]!) ?? 0) + 1);
    counts.set(key, lemmas);
  });
}
const rows = new Map<string, string[]>();
for (const [key, lemmas] of counts) {
  const [form, tag] = key.split("\t") as [string, string];
  const best = [...lemmas].sort((a, b) => b[1] - a[1])[0]![0];
  if (best === rules.lemma(form, form, tag)) continue;
  const row = `${form}\t${best}`;
  rows.set(row, [...(rows.get(row) ?? []), tag]);
}
const lines = [...rows].map(([row, tags]) => {
  const [form, lemma] = row.split("\t");
  return `${form}\t${tags.sort().join(" ")}\t${lemma}`;
});
writeFileSync(new URL("../../models/en/lemmas.tsv", import.meta.url), `${lines.sort().join("\n")}\n`);
console.log(`${lines.length} exceptions`);
