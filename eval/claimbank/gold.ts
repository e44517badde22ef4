import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Act, Certainty, EventStage, Harm, Modality, Polarity } from "../../src/core/ledger.ts";

/** One line of a claimbank `gold.jsonl`; its README has the rules. */
export interface GoldReport {
  readonly file: string;
  readonly event_set: string;
  readonly report: {
    readonly title: string;
    readonly outlet: string;
    readonly published: string | null;
    readonly url: string | null;
  };
  readonly events: readonly GoldEvent[];
  readonly claims: readonly GoldClaim[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly loaded: readonly string[];
  readonly must_not: readonly { readonly event_type: string; readonly why: string; readonly text?: string }[];
}

export interface GoldEvent {
  readonly id: string;
  readonly type: string;
  readonly agent: readonly string[];
  readonly target: readonly string[];
  readonly place: GoldPlace | null;
  readonly date: { readonly start: string; readonly end: string; readonly precision: string } | null;
  readonly stage: EventStage;
  readonly trigger: string;
  readonly world_event: string | null;
  readonly optional?: boolean;
}

export interface GoldPlace {
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly also?: readonly string[];
}

export interface GoldCount {
  readonly harm: Harm;
  readonly who: string;
  readonly low: number;
  readonly high: number | null;
  readonly bound: string;
  readonly text: string;
  readonly optional?: boolean;
}

export interface GoldClaim {
  readonly event: string;
  readonly source: string;
  readonly source_kind: string;
  readonly source_alt?: readonly string[];
  readonly via: readonly string[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  readonly counts: readonly GoldCount[];
  readonly evidence: string;
}

export function loadGold(folder: string): GoldReport[] {
  return readFileSync(join(folder, "gold.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldReport);
}

/** "reports/x-1-wire.txt" -> "x-1-wire". */
export const stem = (gold: GoldReport): string => basename(gold.file).replace(/\.[^.]+$/, "");
