/**
 * Makes models/en/sentences.bin: where sentences end, learnt from a treebank's documents with what the rules say as one of the features.
 * Logistic regression by AdaGrad, averaged, four of ten features left out at random in each step; a quarter of the documents is read a second time in capitals. Same data, same file.
 * Usage: tsx scripts/train/sentences.ts train.conllu.gz
 */
import { writeFileSync } from "node:fs";
import { documentsOf, readTreebank } from "../../eval/conllu.ts";
import { BUCKETS, FEATURES, features, wordCodes } from "../../src/languages/en/boundary.ts";
import { isOpen, makeRules } from "../../src/languages/en/sentences.ts";
import { makeTokeniser } from "../../src/languages/en/tokenise.ts";
import { loadLexicon } from "../../src/resources.ts";

const EPOCHS = 10;
const DROP = 0.4;
const RATE = 0.4;
const LEAST = 4;
const CALM = 1e-3;
const lexicon = await loadLexicon();
const tokenise = makeTokeniser(lexicon);
const rules = makeRules(lexicon);

// One row of feature buckets a place, and whether a sentence ends there.
const rows: number[] = [];
const ends: number[] = [];
const out = new Int32Array(FEATURES);
documentsOf(readTreebank(process.argv[2]!)).forEach((document, d) => {
  const gold = new Set(document.sentences.map(({ gold, at }) => at + gold.end[gold.end.length - 1]!));
  // Capitals of some characters ("ß") are longer: such a text is left as it is, so that offsets stay.
  const shouted = document.text.toUpperCase();
  const texts = d % 4 === 0 && shouted.length === document.text.length ? [document.text, shouted] : [document.text];
  for (const text of texts) {
    for (const [from, to] of document.paragraphs) {
      const tokens = tokenise(text, from, to);
      const cuts = rules(text, tokens, "paragraph");
      const codes = wordCodes(text, tokens);
      let first = 0;
      let previous = -1;
      for (let at = 0; at + 1 < tokens.length; at++) {
        const end = gold.has(tokens.end[at]!);
        const [before, after] = [tokens.end[at]!, tokens.start[at + 1]!];
        if (cuts[at] !== 0 || isOpen(text, before - 1, after)) {
          features(codes, { at, first, previous, spaced: after > before, ruled: cuts[at] !== 0 }, out);
          rows.push(...out);
          ends.push(end ? 1 : 0);
        }
        if (end) [previous, first] = [first, at + 1];
      }
    }
  }
});
const table = Int32Array.from(rows);
/** Features that are seen seldom teach only their own sentence: they are left at nothing. */
const seen = new Int32Array(BUCKETS);
for (const bucket of table) seen[bucket]!++;
const weights = new Float64Array(BUCKETS);
const squares = new Float64Array(BUCKETS).fill(1e-6);
const total = new Float64Array(BUCKETS);
let bias = -2;
let biasTotal = 0;
let averaged = 0;
/** A fixed shuffle: a linear congruential walk. */
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const heard = new Uint8Array(FEATURES);
const order = Int32Array.from(ends, (_, i) => i);
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let loss = 0;
  for (const place of order) {
    const row = table.subarray(place * FEATURES, (place + 1) * FEATURES);
    let odds = bias;
    for (let k = 0; k < FEATURES; k++) {
      heard[k] = random() < DROP ? 0 : 1;
      if (heard[k]) odds += weights[row[k]!]! / (1 - DROP);
    }
    const likely = 1 / (1 + Math.exp(-odds));
    const error = likely - ends[place]!;
    loss -= Math.log(Math.max(1e-9, ends[place] ? likely : 1 - likely));
    bias -= 0.002 * error;
    for (let k = 0; k < FEATURES; k++) {
      const bucket = row[k]!;
      if (!heard[k] || seen[bucket]! < LEAST) continue;
      const slope = error + CALM * weights[bucket]!;
      squares[bucket]! += slope * slope;
      weights[bucket]! -= (RATE * slope) / Math.sqrt(squares[bucket]!);
    }
  }
  if (epoch >= EPOCHS / 3) {
    averaged++;
    for (let i = 0; i < BUCKETS; i++) total[i]! += weights[i]!;
    biasTotal += bias;
  }
  console.log(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(5)} over ${order.length} places`);
}
const mean = total.map((sum) => sum / averaged);
const scale = mean.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127;
const file = Buffer.alloc(8 + BUCKETS);
file.writeFloatLE(biasTotal / averaged, 0);
file.writeFloatLE(scale, 4);
mean.forEach((x, i) => {
  file.writeInt8(Math.round(x / scale), 8 + i);
});
writeFileSync(new URL("../../models/en/sentences.bin", import.meta.url), file);
