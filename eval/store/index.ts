import { fork } from "node:child_process";
import { type EvalArgs, lastLine, option } from "../args.ts";
import type { Measured } from "./measure.ts";

/**
 * `npm run eval -- store [--sizes 1000,10000,100000] [--only memory|store] [--json]`
 * What a case costs as it grows, each size in a process of its own, so that its memory is its own: ledgers reconciled in memory, and the
 * cost of one more; then the same ledgers into the SQLite store with everything that goes with it (originals, full text, matching,
 * dossier heads), reports a second, and the time of one more report added to it.
 */
export async function run(args: EvalArgs): Promise<void> {
  const sizes = (option(args, "sizes") ?? "1000,10000,100000").split(",").filter(Boolean).map(Number);
  const only = option(args, "only");
  const figures: Record<string, number> = {};
  for (const kind of ["memory", "store"] as const) {
    if (only !== null && only !== kind) continue;
    for (const size of sizes) {
      const row = await measured(kind, size);
      const name = `${kind}_${size >= 1000 ? `${size / 1000}k` : size}`;
      figures[`${name}_s`] = row.seconds;
      figures[`${name}_per_s`] = size / row.seconds;
      figures[`${name}_one_more_ms`] = row.oneMoreMs;
      figures[`${name}_mb`] = row.megabytes;
      if (!args.json)
        console.log(
          `${kind}: ${size} ledgers, ${row.events} events in ${row.groups} dossiers, ${row.seconds.toFixed(1)} s (processor ${row.cpuSeconds.toFixed(1)} s, making the ledgers included), ${(size / row.seconds).toFixed(0)} a second; one more ${row.oneMoreMs.toFixed(1)} ms (worst ${row.worstMs.toFixed(0)}); at most ${row.megabytes} MB`,
        );
    }
  }
  if (args.json) console.log(JSON.stringify(figures));
  console.log(lastLine("store", figures));
}

function measured(kind: "memory" | "store", size: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("./measure.ts", import.meta.url), [kind, String(size)]);
    let answer: Measured | null = null;
    child.on("message", (message) => {
      answer = message as Measured;
    });
    child.on("exit", (code) =>
      answer && code === 0 ? resolve(answer) : reject(new Error(`Measuring ${kind} of ${size} ended with ${code}.`)),
    );
  });
}
