import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACTS, type Ledger } from "../../src/core/ledger.ts";
import { hasShared, SHARED } from "../shared.ts";
import { loadGold, stem } from "./gold.ts";
import { goldLedger } from "./gold-ledger.ts";
import { METRICS, scoreReport, type Tally } from "./score.ts";

/** Numbers that look random and are the same on every run (mulberry32). */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A ledger with the kinds of mistake an engine makes: things lost, acts and polarity wrong, figures changed, sources lost. */
function spoil(ledger: Ledger, roll: () => number): Ledger {
  const some = <T>(items: readonly T[]): T => items[Math.floor(roll() * items.length)]!;
  const events = ledger.events
    .filter(() => roll() > 0.1)
    .map((event) => ({
      ...event,
      type: roll() < 0.2 ? "violence/armed-attack" : event.type,
      agent: roll() < 0.2 ? [] : event.agent,
      place: roll() < 0.2 && ledger.places.length > 0 ? some(ledger.places).id : event.place,
      stage: roll() < 0.1 ? ("attempted" as const) : event.stage,
    }));
  const claims = ledger.claims
    .filter(() => roll() > 0.1)
    .map((claim) => ({
      ...claim,
      act: roll() < 0.2 ? some(ACTS) : claim.act,
      source: roll() < 0.2 ? some(ledger.actors).id : claim.source,
      via: roll() < 0.15 ? [] : claim.via,
      polarity: roll() < 0.1 ? ("negative" as const) : claim.polarity,
      counts: claim.counts.map((count) => (roll() < 0.2 ? { ...count, low: count.low + 1 } : count)),
    }));
  return { ...ledger, events, claims, loaded: ledger.loaded.filter(() => roll() > 0.2) };
}

describe.skipIf(!hasShared("tools/score_ledgers.py"))(
  "the scorer agrees with the benchmark's own (skipped without the shared folder)",
  () => {
    const folder = join(SHARED, "data/claimbank");

    test.each([1, 2, 3])("on spoilt gold ledgers, seed %i", (seed) => {
      const roll = dice(seed);
      const out = mkdtempSync(join(tmpdir(), "hearsay-score-"));
      const ours = Object.fromEntries(METRICS.map((metric) => [metric, [0, 0, 0]])) as unknown as Record<string, Tally>;
      let laundered = 0;
      for (const gold of loadGold(folder)) {
        const ledger = spoil(goldLedger(folder, gold), roll);
        writeFileSync(join(out, `${stem(gold)}.json`), JSON.stringify(ledger));
        const score = scoreReport(gold, ledger);
        for (const metric of METRICS) for (const i of [0, 1, 2] as const) ours[metric]![i] += score.tallies[metric][i];
        laundered += score.laundered.length;
      }
      const run = spawnSync("python3", [join(SHARED, "tools/score_ledgers.py"), folder, out, "--json"], {
        encoding: "utf8",
      });
      rmSync(out, { recursive: true });
      const theirs = JSON.parse(run.stdout) as {
        metrics: Record<string, { tp: number; pred: number; gold: number }>;
        laundering: { violations: number };
      };
      for (const metric of METRICS.filter((m) => m !== "loaded")) {
        const { tp, pred, gold } = theirs.metrics[metric]!;
        expect([metric, ...ours[metric]!]).toEqual([metric, tp, pred, gold]);
      }
      expect(laundered).toBe(theirs.laundering.violations);
    });
  },
);
