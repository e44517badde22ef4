import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reconcile } from "../../src/dossier/reconcile.ts";
import { read } from "../../src/index.ts";
import { type EvalArgs, lastLine } from "../args.ts";
import { loadGold } from "../claimbank/gold.ts";
import { goldLedger } from "../claimbank/gold-ledger.ts";
import { pairEvents } from "../claimbank/pairing.ts";
import { dataPath } from "../shared.ts";
import { loadDossiers } from "./gold.ts";
import { type ReadReport, scoreDossiers } from "./score.ts";

/**
 * `npm run eval -- dossiers [--data FOLDER] [--gold] [--errors] [--json]`
 * Reads all reports of a claimbank folder in one run, reconciles them, and scores the dossiers against `dossiers.json`.
 * `--gold`: takes the gold for the ledgers, which measures reconciling apart from reading.
 */
export async function run(args: EvalArgs): Promise<void> {
  const folder = dataPath(args.data, "data/claimbank");
  const useGold = args.rest.includes("--gold");
  const reports: ReadReport[] = [];
  for (const gold of loadGold(folder)) {
    const path = join(folder, gold.file);
    const ledger = useGold ? goldLedger(folder, gold) : await read(readFileSync(path), { name: gold.file });
    const pairs = useGold ? new Map(gold.events.map((e) => [e.id, e.id])) : pairEvents(gold, ledger);
    reports.push({ gold, ledger, pairs });
  }
  const started = performance.now();
  const dossiers = reconcile(reports.map((r) => r.ledger));
  const seconds = (performance.now() - started) / 1000;
  const scores = scoreDossiers(reports, dossiers, loadDossiers(folder));
  const { p, r } = scores.b3;
  const figures = {
    b3_f: p + r === 0 ? 0 : (200 * p * r) / (p + r),
    b3_p: 100 * p,
    b3_r: 100 * r,
    origins: (100 * scores.origins.right) / Math.max(1, scores.origins.of),
    cells: (200 * scores.cells.right) / Math.max(1, scores.cells.predicted + scores.cells.gold),
  };
  if (args.json) console.log(JSON.stringify({ figures, counts: scores, dossiers: dossiers.length, seconds }));
  else {
    if (args.rest.includes("--errors")) for (const error of scores.errors) console.log(error);
    console.log(`${reports.length} reports, ${dossiers.length} dossiers, reconciled in ${seconds.toFixed(2)} s`);
    console.log(
      `origins exact: ${scores.origins.right} of ${scores.origins.of}; cells: ${scores.cells.right} right, ${scores.cells.predicted} found, ${scores.cells.gold} wanted`,
    );
  }
  console.log(lastLine("dossiers", figures));
}
