import { randomUUID } from "node:crypto";
import type { AddOptions, AddSummary, Case, Input, Progress } from "../../index.ts";

/** An import that goes on while the page does something else. */
export interface Job {
  readonly id: string;
  readonly label: string;
  readonly state: "running" | "done" | "failed" | "stopped";
  readonly progress: Progress | null;
  readonly summary: AddSummary | null;
  readonly problem: string | null;
}

const KEPT = 50;

/** Imports of this server, the latest last; the oldest finished ones are forgotten. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();
  private readonly stops = new Map<string, AbortController>();

  constructor(private readonly hearsay: Case) {}

  start(label: string, inputs: readonly Input[], offline: boolean): Job {
    return this.run(label, (options) => this.hearsay.add(inputs, { ...options, offline }));
  }

  /** Fetches what is new in the feeds of the case. */
  pull(label: string): Job {
    return this.run(label, (options) => this.hearsay.pullFeeds(options));
  }

  private run(label: string, work: (options: AddOptions) => Promise<AddSummary>): Job {
    const id = randomUUID();
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.set({ id, label, state: "running", progress: null, summary: null, problem: null });
    work({ signal: stop.signal, onProgress: (progress) => this.update(id, { progress }) })
      .then((summary) => this.update(id, { summary, state: stop.signal.aborted ? "stopped" : "done" }))
      .catch((error: Error) =>
        this.update(id, { problem: error.message, state: stop.signal.aborted ? "stopped" : "failed" }),
      )
      .finally(() => this.stops.delete(id));
    return this.get(id)!;
  }

  stop(id: string): Job | null {
    this.stops.get(id)?.abort();
    return this.get(id);
  }

  get = (id: string): Job | null => this.jobs.get(id) ?? null;
  list = (): Job[] => [...this.jobs.values()];

  private update(id: string, change: Partial<Job>): void {
    this.set({ ...this.jobs.get(id)!, ...change });
  }

  private set(job: Job): void {
    this.jobs.set(job.id, job);
    for (const [id, { state }] of this.jobs) {
      if (this.jobs.size <= KEPT) break;
      if (state !== "running") this.jobs.delete(id);
    }
  }
}
