import type { Ledger } from "../../src/core/ledger.ts";
import { pairCounts } from "./counts.ts";
import type { GoldReport } from "./gold.ts";
import { alignEvents, contextOf, type Pairing } from "./pairing.ts";
import { scoreClaims } from "./score-claims.ts";
import { scoreEvents } from "./score-events.ts";
import { findLaundered, scoreAliases, scoreLoaded } from "./score-words.ts";
import { sourceRight, viaRight } from "./sides.ts";

export const METRICS = [
  "events-leaf",
  "events-top",
  "date",
  "place",
  "agents",
  "targets",
  "claims-found",
  "source",
  "via",
  "act",
  "polarity",
  "modality",
  "counts",
  "loaded",
  "headline",
] as const;
export type Metric = (typeof METRICS)[number];

/** Right, predicted, wanted. */
export type Tally = [right: number, predicted: number, gold: number];

export interface ReportScore {
  readonly tallies: Record<Metric, Tally>;
  /** Gold loaded words found, all gold; predicted ones that are gold, all predicted. */
  readonly loaded: readonly [found: number, gold: number, right: number, predicted: number];
  /** Must-not statements put out as fact, and how many there are. */
  readonly laundered: readonly { readonly event_type: string; readonly why: string }[];
  readonly mustNot: number;
  /** How the two sides were paired, for reading the misses. */
  readonly pairing: Pairing;
  /** Forms of gold actors that the ledger unites in one actor, and all such forms. */
  readonly aliases: readonly [right: number, gold: number];
}

/** Scores one ledger; `fileText` stands in where the ledger has no text. Agrees with shared/tools/score_ledgers.py. */
export function scoreReport(gold: GoldReport, ledger: Ledger, fileText = ""): ReportScore {
  const context = contextOf(gold, ledger, fileText);
  const { text, names, ledgerNames } = context;
  const tallies = Object.fromEntries(METRICS.map((metric) => [metric, [0, 0, 0]])) as unknown as Record<Metric, Tally>;

  const { matched, optional, skipped } = alignEvents(context);
  scoreEvents(context, ledger, matched, optional, skipped, tallies);
  const { justified, ...claimPairs } = scoreClaims(context, matched, optional, skipped, tallies);
  return {
    tallies,
    loaded: scoreLoaded(gold, ledger, text),
    laundered: findLaundered(context, justified),
    mustNot: gold.must_not.length,
    aliases: scoreAliases(gold, ledger, text),
    pairing: {
      goldEvents: context.goldEvents,
      events: context.events,
      matched,
      optional,
      skipped,
      ...claimPairs,
      wrong: (a, b) =>
        [
          sourceRight(a, b, names, ledgerNames) ? "" : "source",
          viaRight(a, b, names, ledgerNames) ? "" : "via",
          ...(["act", "polarity", "certainty", "modality"] as const).map((f) =>
            a[f] === b[f] ? "" : `${f} ${a[f]}>${b[f]}`,
          ),
          pairCounts(a.counts, b.counts, names, ledgerNames) ? "" : "counts",
        ].filter((field) => field !== ""),
    },
  };
}
