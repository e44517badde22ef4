import { readFileSync, writeFileSync } from "node:fs";
import { train } from "../../scripts/train/logistic.ts";
import { loadKnowledge } from "../../src/resources.ts";
import { type EvalArgs, lastLine } from "../args.ts";
import { dataPath } from "../shared.ts";
import { ceafRee } from "./entities.ts";
import { readMessage } from "./read.ts";
import { loadRelevance, THRESHOLD } from "./relevance.ts";
import { align, figures, type Scores, scoreAll, type Tally } from "./score.ts";
import { answerTemplate, keyTemplate, type RawDocument, SLOT_NAMES, type Template } from "./slots.ts";
import { candidatesOf } from "./templates.ts";

/**
 * `npm run eval -- muc4 [--data FILE.jsonl] [--json] [--learn]`
 * Reads the messages, turns their ledgers into templates and scores them (tst1 unless --data says otherwise).
 * --learn trains the relevance of incidents on every second message of the file and writes relevance.tsv.
 */
export async function run(args: EvalArgs): Promise<void> {
  const learn = args.rest.includes("--learn");
  const path = dataPath(args.data, learn ? "data/muc4/dev.jsonl" : "data/muc4/tst1.jsonl");
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const raws = lines.map((line) => JSON.parse(line) as RawDocument);
  if (learn) return learnRelevance(raws.filter((_, i) => i % 2 === 0));

  const knowledge = await loadKnowledge();
  const relevance = loadRelevance();
  const documents: { raw: RawDocument; keys: Template[]; responses: Template[] }[] = [];
  for (const raw of raws) {
    const candidates = candidatesOf(raw, await readMessage(raw, knowledge));
    const responses = candidates.filter((c) => relevance(c.features)).map((c) => answerTemplate(c.answers));
    documents.push({ raw, keys: raw.templates.map(keyTemplate), responses });
  }
  const scores = scoreAll(documents);
  const all = figures(scores.all);
  const entities = ceafRee(documents);
  if (args.json)
    console.log(JSON.stringify({ documents: raws.length, ...scores, all_figures: all, ceaf_ree: entities }));
  else print(scores, raws.length);
  console.log(lastLine("muc4", { all_r: all.r, all_p: all.p, all_f: all.f, ree_f: entities.f }));
}

function print({ slots, templates, all, filtering }: Scores, messages: number): void {
  const row = (name: string, t: Tally): void => {
    const { r, p, f } = figures(t);
    const counts = [t.pos, t.act, t.cor, t.par, t.inc, t.spu, t.mis].map((n) => String(n).padStart(6)).join("");
    console.log(`${name.padEnd(30)}${counts}${[r, p, f].map((x) => x.toFixed(1).padStart(7)).join("")}`);
  };
  console.log(`${messages} messages${" ".repeat(16)}   POS   ACT   COR   PAR   INC   SPU   MIS    REC    PRE      F`);
  row("template", templates);
  for (const slot of SLOT_NAMES) row(slot, slots[slot]);
  row("ALL TEMPLATES", all);
  const { a, b, c, d } = filtering;
  console.log(
    `text filtering: relevant and answered ${a}, irrelevant and answered ${b}, relevant and missed ${c}, neither ${d}`,
  );
}

/** An incident is relevant where its template can be paired with one of the keys. */
async function learnRelevance(raws: readonly RawDocument[]): Promise<void> {
  const knowledge = await loadKnowledge();
  const examples: { features: readonly string[]; same: boolean }[] = [];
  for (const raw of raws) {
    const candidates = candidatesOf(raw, await readMessage(raw, knowledge));
    const paired = new Set(
      align(
        raw.templates.map(keyTemplate),
        candidates.map((c) => answerTemplate(c.answers)),
      ).map(([, j]) => j),
    );
    candidates.forEach((c, j) => {
      examples.push({ features: c.features, same: paired.has(j) });
    });
  }
  const weights = train(examples, 400, 0.3, 2e-3);
  const rows = [...weights].filter(([, w]) => Math.abs(w) >= 0.01).map(([name, w]) => `${name}\t${w.toFixed(2)}`);
  const note = `# Learned by \`npm run eval -- muc4 --learn\` from ${examples.length} incidents of ${raws.length} messages; listed from ${THRESHOLD} up.`;
  writeFileSync(new URL("relevance.tsv", import.meta.url), `${note}\n${rows.join("\n")}\n`);
  console.log(note);
}
