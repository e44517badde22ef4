import type { EventType } from "../core/ledger.ts";

/** How Hearsay words an event of one type (`lexicon/en/neutral.yml`). */
export interface NeutralRow {
  readonly type: EventType;
  readonly base: string;
  readonly past: string;
  readonly alone: readonly [base: string, past: string];
  readonly noun: string;
  readonly on: string;
  /** Base, past and `on` where only things are named as target. */
  readonly thing?: readonly [base: string, past: string, on: string];
  /** Before the place; "in" unless given. */
  readonly at?: string;
  /** It befalls people alone: things are left out. */
  readonly people?: true;
}
