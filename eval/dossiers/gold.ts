import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Harm, Polarity } from "../../src/core/ledger.ts";

/** A claimbank `dossiers.json`; the claimbank README has the rules. */
export interface GoldDossiers {
  readonly event_sets: readonly { readonly event_set: string; readonly world_events: readonly WorldEvent[] }[];
}

export interface WorldEvent {
  readonly id: string;
  readonly reports: readonly string[];
  readonly independent_origins: number;
  readonly origins: Readonly<Record<string, readonly string[]>>;
  readonly versions: readonly {
    readonly source: string;
    readonly role: "origin" | "objector" | "outlet voice";
    readonly versions: readonly {
      readonly file: string;
      readonly said_by: string;
      readonly polarity: Polarity;
      readonly counts: readonly {
        readonly harm: Harm;
        readonly who: string;
        readonly low: number;
        readonly high: number | null;
      }[];
    }[];
  }[];
}

export const loadDossiers = (folder: string): WorldEvent[] =>
  (JSON.parse(readFileSync(join(folder, "dossiers.json"), "utf8")) as GoldDossiers).event_sets.flatMap(
    (s) => s.world_events,
  );
