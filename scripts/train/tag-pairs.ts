/**
 * Makes models/en/tag-pairs.tsv: which Penn tags go with which universal tags (three sightings in the treebank at least), so that the
 * parser never gives a word two tags that contradict each other. Usage: tsx scripts/train/tag-pairs.ts train.conllu.gz
 */
import { writeFileSync } from "node:fs";
import { readTreebank } from "../../eval/conllu.ts";

const counts = new Map<string, number>();
for (const { upos, xpos } of readTreebank(process.argv[2]!)) {
  upos.forEach((tag, i) => {
    const pair = `${tag}\t${xpos[i]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
}
const pairs = [...counts].filter(([, count]) => count >= 3).map(([pair]) => pair);
writeFileSync(new URL("../../models/en/tag-pairs.tsv", import.meta.url), `${pairs.sort().join("\n")}\n`);
console.log(`${pairs.length} pairs`);
