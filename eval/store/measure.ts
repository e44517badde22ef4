import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ledger } from "../../src/core/ledger.ts";
import { Reconciler } from "../../src/dossier/reconcile.ts";
import { openCase } from "../../src/index.ts";
import { generate } from "./generate.ts";

/** One size measured, in a process of its own: `measure.ts memory|store SIZE`, answered to the process that asked. */
export interface Measured {
  readonly events: number;
  readonly groups: number;
  /** Of the adding alone, by the clock. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Median, and the longest, of reports added one by one afterwards. */
  readonly oneMoreMs: number;
  readonly worstMs: number;
  /** The most that the process held at any time. */
  readonly megabytes: number;
}

/** Ledgers added in one call, and reports added one at a time afterwards. */
const BATCH = 500;
const ONE_BY_ONE = 50;

async function measure(size: number, add: (ledgers: Ledger[]) => Promise<void>) {
  const source = generate(size + ONE_BY_ONE);
  // Made in portions, so that what is measured is not the memory of the ledgers.
  const next = (count: number): Ledger[] => Array.from({ length: count }, () => source.next().value as Ledger);
  const cpu = process.cpuUsage();
  let seconds = 0;
  for (let i = 0; i < size; i += BATCH) {
    const ledgers = next(Math.min(BATCH, size - i));
    const at = performance.now();
    await add(ledgers);
    seconds += (performance.now() - at) / 1000;
  }
  const { user, system } = process.cpuUsage(cpu);
  const one: number[] = [];
  for (const ledger of next(ONE_BY_ONE)) {
    const at = performance.now();
    await add([ledger]);
    one.push(performance.now() - at);
  }
  one.sort((a, b) => a - b);
  return { seconds, cpuSeconds: (user + system) / 1e6, oneMoreMs: one[one.length >> 1]!, worstMs: one.at(-1)! };
}

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

async function inMemory(size: number): Promise<Measured> {
  const reconciler = new Reconciler();
  const times = await measure(size, async (ledgers) => {
    for (const ledger of ledgers) reconciler.add(ledger);
  });
  const groups = reconciler.groups();
  const events = groups.reduce((n, g) => n + g.members.length, 0);
  return { ...times, events, groups: groups.length, megabytes: peak() };
}

async function inStore(size: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-eval-"));
  try {
    const opened = await openCase(join(folder, "case.hearsay"));
    const times = await measure(size, async (ledgers) => void (await opened.addLedgers(ledgers)));
    const { events, dossiers } = await opened.counts();
    await opened.close();
    return { ...times, events, groups: dossiers, megabytes: peak() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.send) {
  const [kind, size] = process.argv.slice(2);
  process.send(await (kind === "memory" ? inMemory : inStore)(Number(size)));
  process.disconnect();
}
