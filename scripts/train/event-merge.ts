/**
 * Learns which mentions of a report tell of one event: logistic regression over the pair features of stage 5, from the annotated
 * reports of claimbank-train. Writes lexicon/en/merge.tsv.
 *
 *   tsx scripts/train/event-merge.ts FOLDER...      folders such as ../shared/data/claimbank-train/a; part c stays aside
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldReport, loadGold } from "../../eval/claimbank/gold.ts";
import { goldSide } from "../../eval/claimbank/sides.ts";
import { SquashedText } from "../../eval/claimbank/text.ts";
import type { Attributions, Mentions } from "../../src/core/layers.ts";
import { overlaps, type Span } from "../../src/core/span.ts";
import type { Syntax } from "../../src/core/syntax.ts";
import type { LexiconData } from "../../src/lexicon/index.ts";
import { loadKnowledge, loadLexicon } from "../../src/resources.ts";
import { readDocument } from "../../src/stages/1-document/index.ts";
import { readMentions } from "../../src/stages/3-mentions/index.ts";
import { readAttributions } from "../../src/stages/4-attribution/index.ts";
import { readDrafts } from "../../src/stages/5-events/drafts.ts";
import type { Draft } from "../../src/stages/5-events/merge.ts";
import { pairFeatures } from "../../src/stages/5-events/pair.ts";
import { type Example, train } from "./logistic.ts";

export interface Layers {
  readonly gold: GoldReport;
  readonly syntax: Syntax;
  readonly mentions: Mentions;
  readonly attributions: Attributions;
}

/** Chosen by cross-validation over the parts (each scored by the weights of the four others): a weaker penalty learns the reports by heart. */
const [ROUNDS, RATE, PENALTY] = [300, 0.3, 1e-2];

/** All pairs of mentions of a report whose events the annotators tell. */
export function examplesOf({ gold, syntax, mentions, attributions }: Layers, lexicon: LexiconData): Example[] {
  const { s, drafts } = readDrafts(syntax, mentions, attributions, lexicon);
  const text = new SquashedText(syntax.text, gold.report.title);
  const { events } = goldSide(gold, text);
  const places = new Map(mentions.places.map((place) => [place.id, place]));
  const labels = drafts.map((draft) => labelOf(draft, events, text));
  const firstEvent = labels.find((label) => label !== null);
  const examples: Example[] = [];
  for (let j = 1; j < drafts.length; j++) {
    for (let i = 0; i < j; i++) {
      if (labels[i] === null || labels[j] === null) continue;
      const features = pairFeatures(s, drafts[i]!, drafts[j]!, places, labels[i] === firstEvent);
      examples.push({ features, same: labels[i] === labels[j] });
    }
  }
  return examples;
}

/** The event a mention is a trigger of; else the one whose evidence is the narrowest around it. */
export function labelOf(
  draft: Draft,
  events: ReturnType<typeof goldSide>["events"],
  text: SquashedText,
): string | null {
  const at = text.span(draft.trigger.span);
  if (!at) return null;
  const size = (span: Span): number => span[1] - span[0];
  let best: string | null = null;
  let narrow = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (event.at && overlaps(event.at, at)) return event.id;
    for (const span of event.spans) {
      if (!overlaps(span, at)) continue;
      const fits = size(span) + (event.type === draft.type ? -0.5 : 0);
      if (fits < narrow) {
        narrow = fits;
        best = event.id;
      }
    }
  }
  return best;
}

export function tableOf(weights: ReadonlyMap<string, number>, note: string): string {
  const rows = [...weights].filter(([, w]) => Math.abs(w) >= 0.005).map(([name, w]) => `${name}\t${w.toFixed(2)}`);
  return `# ${note}\nfeature\tweight\n${rows.join("\n")}\n`;
}

async function layersOf(folder: string, lexicon: LexiconData): Promise<Layers[]> {
  const { language, gazetteer } = await loadKnowledge();
  const found: Layers[] = [];
  for (const gold of loadGold(folder)) {
    const document = await readDocument(readFileSync(join(folder, gold.file)));
    const syntax = language.parse(document);
    const mentions = readMentions(syntax, lexicon, gazetteer, language);
    found.push({ gold, syntax, mentions, attributions: readAttributions(syntax, mentions, lexicon) });
  }
  return found;
}

if (process.argv[1]?.endsWith("event-merge.ts")) {
  const lexicon = await loadLexicon();
  const folders = process.argv.slice(2);
  const examples: Example[] = [];
  for (const folder of folders)
    for (const layers of await layersOf(folder, lexicon)) examples.push(...examplesOf(layers, lexicon));
  const note = `Learned by scripts/train/event-merge.ts from ${examples.length} pairs of mentions: what speaks for (+) or against one event.`;
  writeFileSync(
    new URL("../../lexicon/en/merge.tsv", import.meta.url),
    tableOf(train(examples, ROUNDS, RATE, PENALTY), note),
  );
  console.log(note);
}
