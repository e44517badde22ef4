import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ledger } from "../../src/core/ledger.ts";
import { Reconciler } from "../../src/dossier/reconcile.ts";
import { openCase } from "../../src/index.ts";
import { type EvalArgs, lastLine, option } from "../args.ts";
import { generate } from "./generate.ts";

/**
 * `npm run eval -- store [--sizes 1000,10000,100000] [--stored 2000] [--json]` (`--stored 100000` for the whole file)
 * What matching costs as a case grows: ledgers reconciled in memory, and the cost of one more; then reports a second into the SQLite store
 * with everything that goes with it (originals, full text, matching, dossier heads), and the time of one more report added to it.
 */
export async function run(args: EvalArgs): Promise<void> {
  const sizes = (option(args, "sizes") ?? "1000,10000,100000").split(",").filter(Boolean).map(Number);
  const stored = Number(option(args, "stored") ?? 2000);
  const figures: Record<string, number> = {};
  for (const size of sizes) {
    const row = inMemory(size);
    const name = size >= 1000 ? `${size / 1000}k` : `${size}`;
    figures[`match_${name}_s`] = row.seconds;
    figures[`one_more_${name}_ms`] = row.oneMoreMs;
    figures[`rss_${name}_mb`] = row.megabytes;
    if (!args.json)
      console.log(
        `${size} ledgers: ${row.events} events in ${row.groups} dossiers, ${row.seconds.toFixed(1)} s (processor ${row.cpuSeconds.toFixed(1)} s, making them included), ${row.megabytes} MB; one more ${row.oneMoreMs.toFixed(2)} ms`,
      );
  }
  Object.assign(figures, await inStore(stored, args.json));
  if (args.json) console.log(JSON.stringify(figures));
  console.log(lastLine("store", figures));
}

function inMemory(size: number) {
  const reconciler = new Reconciler();
  const extra = 200;
  let added = 0;
  let generating = 0;
  const started = performance.now();
  let oneMoreMs = 0;
  let seconds = 0;
  const cpu = process.cpuUsage();
  let cpuSeconds = 0;
  const source = generate(size + extra);
  for (;;) {
    const before = performance.now();
    const next = source.next();
    generating += performance.now() - before;
    if (next.done) break;
    const at = performance.now();
    reconciler.add(next.value);
    added++;
    if (added > size) oneMoreMs += performance.now() - at;
    if (added === size) {
      seconds = (performance.now() - started - generating) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      cpuSeconds = (user + system) / 1e6;
    }
  }
  const groups = reconciler.groups();
  const events = groups.reduce((n, g) => n + g.members.length, 0);
  return {
    seconds,
    cpuSeconds,
    oneMoreMs: oneMoreMs / extra,
    megabytes: Math.round(process.memoryUsage().rss / 1_048_576),
    events,
    groups: groups.length,
  };
}

/** Ledgers added in one call, and reports added one at a time afterwards. */
const BATCH = 500;
const ONE_BY_ONE = 20;

async function inStore(size: number, quiet: boolean): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-eval-"));
  try {
    const opened = await openCase(join(folder, "case.hearsay"));
    const source = generate(size + ONE_BY_ONE);
    // Made in portions, so that what is measured is the store's memory and time.
    const next = (count: number): Ledger[] => Array.from({ length: count }, () => source.next().value as Ledger);
    let seconds = 0;
    for (let i = 0; i < size; i += BATCH) {
      const ledgers = next(Math.min(BATCH, size - i));
      const at = performance.now();
      await opened.addLedgers(ledgers);
      seconds += (performance.now() - at) / 1000;
    }
    const one: number[] = [];
    for (const ledger of next(ONE_BY_ONE)) {
      const at = performance.now();
      await opened.addLedgers([ledger]);
      one.push(performance.now() - at);
    }
    const median = one.sort((a, b) => a - b)[one.length >> 1]!;
    const worst = one.at(-1)!;
    const { reports, events, dossiers } = await opened.counts();
    await opened.close();
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    if (!quiet)
      console.log(
        `store: ${reports} reports, ${events} events in ${dossiers} dossiers; ${size} in ${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)} a second; one more ${median.toFixed(0)} ms (worst ${worst.toFixed(0)}); at most ${megabytes} MB`,
      );
    return { reports_s: size / seconds, add_one_ms: median, add_one_worst_ms: worst, store_mb: megabytes };
  } finally {
    await rm(folder, { recursive: true });
  }
}
