/**
 * Source, cue and content: `npm run eval -- attribution [--data FILE.jsonl] [--json] [--misses]`.
 *
 * cue_f, source_f   F1 of the marked words, by overlap (exactly in the lines above)
 * content_f         F1 of the words told, in the sentences where the gold marks any
 *
 * The data marks attributing clauses, so cues that take a mere noun or an infinitive ("confirmed the attack", "asked them to leave") are not counted.
 */
import { readFileSync } from "node:fs";
import type { AttributionForm } from "../../src/core/layers.ts";
import { loadLanguage, loadLexicon } from "../../src/resources.ts";
import { readAttributions } from "../../src/stages/4-attribution/index.ts";
import { NO_MENTIONS, plainDocument } from "../../src/stages/4-attribution/testing.ts";
import { type EvalArgs, lastLine } from "../args.ts";
import { dataPath } from "../shared.ts";
import { emptyScore, type GoldDocument, scoreDocument, type Tally } from "./score.ts";

/** Forms that the data does not mark: infinitives and mere nouns are no clauses of their own there. */
const ASIDE = new Set<AttributionForm>(["event-object", "infinitive", "continued"]);

export async function run(args: EvalArgs): Promise<void> {
  const file = dataPath(args.data, "data/gum-attribution/dev.jsonl");
  const [language, lexicon] = await Promise.all([loadLanguage(), loadLexicon()]);
  const documents = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldDocument);
  const score = emptyScore();
  for (const gold of documents) {
    const document = paragraphs(gold.text);
    const syntax = language.parse(document);
    const { attributions } = readAttributions(syntax, NO_MENTIONS, lexicon);
    const clausal = attributions.filter((a) => !ASIDE.has(a.value.form));
    const sentences = Array.from({ length: syntax.sentenceStart.length - 1 }, (_, i) => {
      const [first, next] = [syntax.sentenceStart[i]!, syntax.sentenceStart[i + 1]!];
      return [syntax.start[first]!, syntax.end[next - 1]!] as const;
    });
    const { missed, extra, poor } = scoreDocument(gold, clausal, sentences, score);
    if (!args.rest.includes("--misses")) continue;
    const t = (spans: readonly (readonly [number, number])[]) =>
      spans.map((s) => gold.text.slice(s[0], s[1])).join(" … ");
    for (const g of missed)
      console.log(`${gold.id} MISSED <${t(g.source)}> [${t(g.cue)}] clause(${t(g.clause)}) ${t(g.content)}`);
    for (const a of extra)
      console.log(
        `${gold.id} EXTRA <${t(a.value.sourceSpan ? [a.value.sourceSpan] : [])}> [${t([a.value.cue])}] ${t(a.value.content)}`,
      );
    for (const [g, a] of poor)
      console.log(
        `${gold.id} POOR <${t(a.value.sourceSpan ? [a.value.sourceSpan] : [])}> not <${t(g.source)}> [${t([a.value.cue])}] ${t(a.value.content)} NOT ${t(g.content)}`,
      );
  }
  const figures = {
    cue_f: f(score.cue),
    source_f: f(score.source),
    content_f: f(score.content),
    cue_exact: f(score.cueExact),
    source_exact: f(score.sourceExact),
  };
  if (args.json) console.log(JSON.stringify({ ...figures, tallies: score }));
  else
    for (const [name, [right, found, wanted]] of Object.entries(score) as [string, Tally][])
      console.log(
        `${name.padEnd(14)} P ${share(right, found)}  R ${share(right, wanted)}  right ${right} found ${found} wanted ${wanted}`,
      );
  console.log(lastLine("attribution", figures));
}

const share = (a: number, b: number): string => ((100 * a) / Math.max(1, b)).toFixed(1).padStart(5);
const f = ([right, found, wanted]: Tally): number => (found + wanted === 0 ? 0 : (200 * right) / (found + wanted));

/** The text with its paragraphs as they stand: lines are blocks, and offsets stay. */
function paragraphs(text: string) {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    span: [line.index, line.index + line[0].length] as const,
    kind: "paragraph" as const,
  }));
  return { ...plainDocument([]), text, blocks };
}
