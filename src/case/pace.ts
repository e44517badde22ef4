import type { Progress } from "./case.ts";

/** Rate over this long: steady enough to read, quick enough to follow. */
const WINDOW_MS = 10_000;

/** Counts what is done and says how fast and how long still. */
export class Pace {
  private readonly started = performance.now();
  private readonly times: number[] = [];
  private done = 0;

  constructor(
    private readonly onProgress: ((progress: Progress) => void) | undefined,
    private total: number,
  ) {}

  /** So many more have come into view. */
  expect(more: number): void {
    this.total += more;
  }

  did(current: string): void {
    const at = performance.now();
    this.done++;
    this.times.push(at);
    while (this.times[0]! < at - WINDOW_MS) this.times.shift();
    const window = Math.min(WINDOW_MS, at - this.started) / 1000;
    const rate = window > 0 ? this.times.length / window : 0;
    const total = Math.max(this.total, this.done);
    const secondsLeft = rate === 0 ? null : (total - this.done) / rate;
    this.onProgress?.({ done: this.done, total, current, rate, secondsLeft });
  }

  seconds = (): number => (performance.now() - this.started) / 1000;
}
