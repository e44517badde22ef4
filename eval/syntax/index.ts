/**
 * `npm run eval -- syntax [--data FILE.conllu.gz] [--json]`: the parser against a treebank, from gold words and from raw text.
 *
 * Attachment counts all words, punctuation included, and relations without their subtypes. From raw text a word is right where its
 * characters, its head's and its relation are (F of precision and recall, as in the CoNLL shared tasks); paragraphs are given, as a
 * report's blocks are. Speed is raw text to parsed columns, first reading, caches empty: words a second of processor time,
 * so that what else the machine does counts little.
 */
import type { Document } from "../../src/core/document.ts";
import { loadLanguage } from "../../src/resources.ts";
import { type EvalArgs, lastLine } from "../args.ts";
import { documentsOf, readTreebank } from "../conllu.ts";
import { dataPath } from "../shared.ts";
import { errorsOf } from "./errors.ts";
import { scoreGold } from "./gold-words.ts";
import { scoreRaw } from "./raw-text.ts";
import { printRelations } from "./relations.ts";

export async function run(args: EvalArgs): Promise<void> {
  const sentences = readTreebank(dataPath(args.data, "data/ud/dev.conllu.gz"));
  const documents = documentsOf(sentences);
  const english = await loadLanguage();

  const plain = (text: string, blocks: Document["blocks"]): Document => ({
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: "en",
    encoding: "utf-8",
    blocks,
    sourceMap: [],
    notices: [],
  });
  const raw = documents.map((document) =>
    plain(
      document.text,
      document.paragraphs.map((span) => ({ span, kind: "paragraph" as const })),
    ),
  );

  const before = process.cpuUsage();
  const parsed = raw.map((document) => english.parse(document));
  const spent = process.cpuUsage(before);
  const seconds = (spent.user + spent.system) / 1e6;
  const tokens = parsed.reduce((sum, syntax) => sum + syntax.length, 0);

  const gold = scoreGold(english, sentences, plain, (form) => form);
  const upper = scoreGold(english, sentences, plain, (form) => form.toUpperCase());
  const text = scoreRaw(documents, parsed);
  const figures = {
    upos: gold.upos,
    uas: gold.uas,
    las: gold.las,
    lemma: gold.lemma,
    raw_las: text.las,
    upper_las: upper.las,
    sentence_f: text.sentence,
    tokens_per_s: tokens / seconds,
    xpos: gold.xpos,
    raw_words_f: text.words,
    upper_upos: upper.upos,
  };
  if (args.rest.includes("--errors")) errorsOf(documents, parsed);
  if (args.json) {
    console.log(JSON.stringify({ ...figures, relations: Object.fromEntries(gold.relations) }));
  } else {
    printRelations(gold.relations);
  }
  console.log(lastLine("syntax", figures));
}
