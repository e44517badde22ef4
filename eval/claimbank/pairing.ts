import type { Ledger } from "../../src/core/ledger.ts";
import type { GoldReport } from "./gold.ts";
import { GoldNames } from "./names.ts";
import {
  anyOver,
  type ClaimSide,
  type EventSide,
  type GoldClaimSide,
  type GoldEventSide,
  goldSide,
  LedgerNames,
  over,
  predictedSide,
} from "./sides.ts";
import { SquashedText } from "./text.ts";

/** Both sides of one report, ready to be compared. */
export interface Context {
  readonly gold: GoldReport;
  readonly text: SquashedText;
  readonly names: GoldNames;
  readonly ledgerNames: LedgerNames;
  readonly goldEvents: GoldEventSide[];
  readonly goldClaims: GoldClaimSide[];
  readonly events: EventSide[];
  readonly claims: ClaimSide[];
}

/** Indices into the sides: gold to predicted. Optional gold events, and what was predicted on them, are left out. */
export interface Pairing {
  readonly goldEvents: readonly GoldEventSide[];
  readonly events: readonly EventSide[];
  readonly matched: ReadonlyMap<number, number>;
  readonly optional: ReadonlySet<number>;
  readonly skipped: ReadonlySet<number>;
  readonly wanted: readonly GoldClaimSide[];
  readonly given: readonly ClaimSide[];
  readonly claims: ReadonlyMap<number, number>;
  readonly wrong: (gold: GoldClaimSide, claim: ClaimSide) => string[];
}

export const top = (type: string): string => type.split("/")[0]!;

/** Pairs one to one by falling score, ties in order. */
export function greedy(
  pairs: readonly (readonly [score: number, gold: number, predicted: number])[],
): Map<number, number> {
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const [, i, j] of [...pairs].sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])) {
    if (taken.has(i) || used.has(j)) continue;
    taken.set(i, j);
    used.add(j);
  }
  return taken;
}

export function contextOf(gold: GoldReport, ledger: Ledger, fileText: string): Context {
  const text = new SquashedText(ledger.report.text || fileText, gold.report.title);
  const { events: goldEvents, claims: goldClaims } = goldSide(gold, text);
  const { events, claims } = predictedSide(ledger, text);
  const names = new GoldNames(gold);
  return {
    gold,
    text,
    names,
    ledgerNames: new LedgerNames(ledger, gold, text),
    goldEvents,
    goldClaims,
    events,
    claims,
  };
}

/** Which ledger event is which gold event: gold id -> ledger id. */
export function pairEvents(gold: GoldReport, ledger: Ledger): ReadonlyMap<string, string> {
  const context = contextOf(gold, ledger, "");
  const pairs = [...alignEvents(context).matched];
  return new Map(pairs.map(([i, j]) => [context.goldEvents[i]!.id, context.events[j]!.id]));
}

/** Gold events to predicted ones; which of them are optional, and which predictions are let go. */
export function alignEvents({ text, names, ledgerNames, goldEvents, events }: Context) {
  const pairs: [number, number, number][] = [];
  goldEvents.forEach((a, i) => {
    events.forEach((b, j) => {
      let score = 0;
      if (over(a.at, b.at)) score = 6;
      else if (anyOver([b.at], a.spans) || anyOver([a.at], b.spans)) score = 3;
      else if (a.at && b.at && text.sentenceOf(a.at) === text.sentenceOf(b.at)) score = 2;
      else if (!b.at && anyOver(a.spans, b.spans)) score = 2;
      if (score === 0) return;
      score += a.type === b.type ? 4 : top(a.type) === top(b.type) ? 2 : 0;
      if (a.stage === b.stage) score += 0.5;
      if (a.agent.some((x) => b.agent.some((y) => names.same(x, ledgerNames.forms(y))))) score += 0.2;
      if (a.optional) score -= 0.6;
      pairs.push([score, i, j]);
    });
  });
  const matched = greedy(pairs);
  const optional = new Set(goldEvents.flatMap((event, i) => (event.optional ? [i] : [])));
  const used = new Set(matched.values());
  const skipped = new Set([...matched].filter(([i]) => optional.has(i)).map(([, j]) => j));
  // A second prediction lying on an optional event is let go too; so is one only in the title.
  for (const [, i, j] of pairs) {
    if (!used.has(j) && optional.has(i) && over(goldEvents[i]!.at, events[j]!.at)) skipped.add(j);
  }
  events.forEach((event, j) => {
    if (!used.has(j) && text.inTitle(event.at)) skipped.add(j);
  });
  return { matched, optional, skipped };
}
