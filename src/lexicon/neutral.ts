import type { EventType } from "../core/ledger.ts";

/** How Hearsay words an event of one type (`lexicon/en/neutral.yml`). */
export interface NeutralRow {
  readonly type: EventType;
  readonly base: string;
  readonly past: string;
  readonly alone: readonly [base: string, past: string];
  readonly noun: string;
  readonly on: string;
}
