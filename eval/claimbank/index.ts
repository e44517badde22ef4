import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Ledger } from "../../src/core/ledger.ts";
import { read } from "../../src/index.ts";
import { type EvalArgs, lastLine, option } from "../args.ts";
import { dataPath } from "../shared.ts";
import { describeErrors } from "./errors.ts";
import { type GoldReport, loadGold, stem } from "./gold.ts";
import { METRICS, type Metric, type ReportScore, scoreReport, type Tally } from "./score.ts";

/**
 * `npm run eval -- claimbank [--data FOLDER] [--pred FOLDER_OF_LEDGERS] [--per-report] [--errors] [--json]`
 * Reads the reports of a claimbank folder and scores the ledgers. FOLDER may hold several such folders (claimbank-train/a, b …).
 */
export async function run(args: EvalArgs): Promise<void> {
  const root = dataPath(args.data, "data/claimbank");
  const pred = option(args, "pred");
  const scores = new Map<string, ReportScore>();
  const errors = args.rest.includes("--errors");
  for (const folder of folders(root)) {
    for (const gold of loadGold(folder)) {
      const ledger = pred === null ? await readReport(folder, gold) : loadLedger(pred, gold);
      const score = scoreReport(gold, ledger);
      scores.set(stem(gold), score);
      if (errors) console.log(describeErrors(stem(gold), score, ledger));
    }
  }
  const all = [...scores.values()];
  const table = Object.fromEntries(METRICS.map((m) => [m, figures(sum(all.map((s) => s.tallies[m])))])) as Record<
    Metric,
    Figures
  >;
  table.loaded = loadedFigures(all);
  const laundered = all.reduce((n, s) => n + s.laundered.length, 0);
  const mustNot = all.reduce((n, s) => n + s.mustNot, 0);
  const aliases = sum(all.map((s): Tally => [s.aliases[0], s.aliases[1], s.aliases[1]]));
  if (args.json) {
    const per = Object.fromEntries(
      [...scores].map(([name, s]) => [name, { headline: figures(s.tallies.headline), laundered: s.laundered }]),
    );
    console.log(JSON.stringify({ metrics: table, laundering: { violations: laundered, of: mustNot }, reports: per }));
  } else {
    if (args.rest.includes("--per-report")) {
      for (const [name, s] of scores)
        console.log(
          `${name.padEnd(34)} headline ${figures(s.tallies.headline).f1.toFixed(1).padStart(5)}  laundered ${s.laundered.length}`,
        );
    }
    printTable(table, laundered, mustNot);
  }
  const keys = {
    headline: table.headline.f1,
    events_leaf: table["events-leaf"].f1,
    events_top: table["events-top"].f1,
    agents: table.agents.f1,
    targets: table.targets.f1,
    counts: table.counts.f1,
    place: table.place.f1,
    date: table.date.f1,
    source: table.source.f1,
    via: table.via.f1,
    act: table.act.f1,
    polarity: table.polarity.f1,
    modality: table.modality.f1,
    loaded: table.loaded.f1,
    laundered,
    aliases: figures(aliases).r,
  };
  console.log(lastLine("claimbank", keys));
}

function folders(root: string): string[] {
  const inside = readdirSync(root);
  if (inside.includes("gold.jsonl")) return [root];
  const found = inside
    .sort()
    .map((name) => join(root, name))
    .filter((path) => {
      try {
        return readdirSync(path).includes("gold.jsonl");
      } catch {
        return false;
      }
    });
  if (found.length === 0) throw new Error(`${root} holds no gold.jsonl`);
  return found;
}

async function readReport(folder: string, gold: GoldReport): Promise<Ledger> {
  const file = join(folder, gold.file);
  return read(readFileSync(file), { name: basename(file) });
}

const loadLedger = (folder: string, gold: GoldReport): Ledger =>
  JSON.parse(readFileSync(join(folder, `${stem(gold)}.json`), "utf8")) as Ledger;

interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly tp: number;
  readonly pred: number;
  readonly gold: number;
}

const round = (x: number): number => Math.round(x * 10) / 10;
const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce<Tally>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);

function figures([tp, pred, gold]: Tally): Figures {
  const p = pred > 0 ? tp / pred : gold > 0 ? 0 : 1;
  const r = gold > 0 ? tp / gold : pred > 0 ? 0 : 1;
  const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0;
  return { p: round(100 * p), r: round(100 * r), f1: round(100 * f1), tp, pred, gold };
}

function loadedFigures(scores: readonly ReportScore[]): Figures {
  const total = (i: 0 | 1 | 2 | 3) => scores.reduce((n, s) => n + s.loaded[i], 0);
  const [found, gold, right, pred] = [total(0), total(1), total(2), total(3)];
  const p = pred > 0 ? right / pred : 0;
  const r = gold > 0 ? found / gold : 0;
  return {
    p: round(100 * p),
    r: round(100 * r),
    f1: p + r > 0 ? round((200 * p * r) / (p + r)) : 0,
    tp: found,
    pred,
    gold,
  };
}

function printTable(table: Record<Metric, Figures>, laundered: number, mustNot: number): void {
  const cell = (x: number, width: number, digits: number) => x.toFixed(digits).padStart(width);
  console.log(
    `${"".padEnd(14)}${["P", "R", "F1"].map((h) => h.padStart(7)).join("")}${"right".padStart(8)}${"pred".padStart(7)}${"gold".padStart(7)}`,
  );
  for (const metric of METRICS) {
    const { p, r, f1, tp, pred, gold } = table[metric];
    console.log(
      `${metric.padEnd(14)}${cell(p, 7, 1)}${cell(r, 7, 1)}${cell(f1, 7, 1)}${cell(tp, 8, 0)}${cell(pred, 7, 0)}${cell(gold, 7, 0)}`,
    );
  }
  console.log(`laundering    ${laundered} of ${mustNot} must-not statements put out as fact (lower is better)`);
}
