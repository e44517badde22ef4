import { readFileSync } from "node:fs";
import { loadKnowledge } from "../../src/resources.ts";
import { type EvalArgs, lastLine } from "../args.ts";
import { dataPath } from "../shared.ts";
import { ceafRee } from "./entities.ts";
import { type Lesson, learnAll } from "./learn.ts";
import { readMessage } from "./read.ts";
import { loadRelevance } from "./relevance.ts";
import { figures, type Scores, scoreAll, type Tally } from "./score.ts";
import { answerTemplate, keyTemplate, type RawDocument, SLOT_NAMES, type Template } from "./slots.ts";
import { type Draft, draftsOf, fillAll, loadLearned } from "./templates.ts";

/**
 * `npm run eval -- muc4 [--data FILE.jsonl] [--json] [--learn]`
 * Reads the messages, turns their ledgers into templates and scores them (tst1 unless --data says otherwise).
 * --learn trains on the file (the development messages unless --data says otherwise) and writes `weights/`.
 */
export async function run(args: EvalArgs): Promise<void> {
  const learn = args.rest.includes("--learn");
  const path = dataPath(args.data, learn ? "data/muc4/dev.jsonl" : "data/muc4/tst1.jsonl");
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const raws = lines.map((line) => JSON.parse(line) as RawDocument);
  const knowledge = await loadKnowledge();
  const read = async (raw: RawDocument): Promise<Draft[]> =>
    draftsOf(raw, await readMessage(raw, knowledge), knowledge.lexicon.nounClasses);

  if (learn) {
    const lessons: Lesson[] = [];
    for (const raw of raws) lessons.push({ raw, drafts: await read(raw) });
    return learnAll(lessons);
  }
  const [learned, relevant] = [loadLearned(), loadRelevance()];
  const documents: { raw: RawDocument; keys: Template[]; responses: Template[] }[] = [];
  for (const raw of raws) {
    const filled = fillAll(await read(raw), learned);
    const responses = filled.filter((f) => relevant(f.features)).map((f) => answerTemplate(f.answers));
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
