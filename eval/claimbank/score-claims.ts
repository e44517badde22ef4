import { countRight, pairCounts } from "./counts.ts";
import type { GoldNames } from "./names.ts";
import { type Context, greedy, type Pairing, top } from "./pairing.ts";
import type { Metric, Tally } from "./score.ts";
import { anyOver, type ClaimSide, type GoldClaimSide, type LedgerNames, sourceRight, viaRight } from "./sides.ts";

/** Scores claims and counts; returns how they were paired, and the own-voice claims that the gold has too. */
export function scoreClaims(
  context: Context,
  matched: ReadonlyMap<number, number>,
  optional: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
  tallies: Record<Metric, Tally>,
): Pick<Pairing, "wanted" | "given" | "claims"> & { readonly justified: ReadonlySet<ClaimSide> } {
  const { text, names, ledgerNames, goldEvents, events } = context;
  const goldIndex = new Map(goldEvents.map((event, i) => [event.id, i]));
  const index = new Map(events.map((event, j) => [event.id, j]));
  const wanted = context.goldClaims.filter((claim) => !optional.has(goldIndex.get(claim.event) ?? -1));
  const given = context.claims.filter(
    (claim) =>
      !skipped.has(index.get(claim.event) ?? -1) &&
      !(claim.spans.length > 0 && claim.spans.every((span) => text.inTitle(span))),
  );
  const pairs: [number, number, number][] = [];
  wanted.forEach((a, i) => {
    given.forEach((b, j) => {
      const sameEvent = (matched.get(goldIndex.get(a.event)!) ?? -1) === (index.get(b.event) ?? -2);
      const sameWords = anyOver(a.spans, b.spans);
      const sameSource = sourceRight(a, b, names, ledgerNames);
      const pairable = sameEvent ? sameSource || sameWords : sameWords && (sameSource || a.act === b.act);
      if (!pairable) return;
      const score =
        (sameEvent ? 3 : 0) +
        (sameSource ? 3 : 0) +
        (sameWords ? 2 : 0) +
        (a.act === b.act ? 2 : 0) +
        (a.polarity === b.polarity ? 2 : 0) +
        (a.modality === b.modality ? 1 : 0) +
        (viaRight(a, b, names, ledgerNames) ? 0.5 : 0) +
        (a.certainty === b.certainty ? 0.5 : 0) +
        (pairCounts(a.counts, b.counts, names, ledgerNames) ? 1 : 0);
      pairs.push([score, i, j]);
    });
  });
  for (const metric of ["claims-found", "source", "via", "act", "polarity", "modality", "headline"] as const) {
    tallies[metric] = [0, given.length, wanted.length];
  }
  const justified = new Set<ClaimSide>();
  const paired = greedy(pairs);
  for (const [i, j] of paired) {
    const a = wanted[i]!;
    const b = given[j]!;
    const sameSource = sourceRight(a, b, names, ledgerNames);
    tallies["claims-found"][0]++;
    if (sameSource) tallies.source[0]++;
    if (sameSource && viaRight(a, b, names, ledgerNames)) tallies.via[0]++;
    for (const metric of ["act", "polarity", "modality"] as const) if (a[metric] === b[metric]) tallies[metric][0]++;
    const goldEvent = goldEvents[goldIndex.get(a.event)!]!;
    const event = events[index.get(b.event) ?? -1];
    const allRight =
      sameSource &&
      a.act === b.act &&
      a.polarity === b.polarity &&
      top(goldEvent.type) === top(event?.type ?? "") &&
      pairCounts(a.counts, b.counts, names, ledgerNames);
    if (allRight) tallies.headline[0]++;
    const asserts = ["state", "confirm", "claim-responsibility", "accuse"].includes(a.act);
    if (a.via.length === 0 && a.polarity === "positive" && asserts) justified.add(b);
  }
  tallies.counts = scoreFigures(wanted, given, names, ledgerNames);
  return { wanted, given, claims: paired, justified };
}

/** Figure, side and source together. */
function scoreFigures(
  wanted: readonly GoldClaimSide[],
  given: readonly ClaimSide[],
  names: GoldNames,
  ledgerNames: LedgerNames,
): Tally {
  const left = given.flatMap((claim) => claim.counts.map((count) => ({ claim, count })));
  const gold = wanted.flatMap((claim) => claim.counts.map((count) => ({ claim, count })));
  let right = 0;
  for (const { claim, count } of gold.filter(({ count }) => !count.optional)) {
    const k = left.findIndex(
      (x) => countRight(count, x.count, names, ledgerNames) && sourceRight(claim, x.claim, names, ledgerNames),
    );
    if (k < 0) continue;
    left.splice(k, 1);
    right++;
  }
  for (const { count } of gold.filter(({ count }) => count.optional)) {
    const k = left.findIndex(
      (x) => count.harm === x.count.harm && count.low === x.count.low && count.high === x.count.high,
    );
    if (k >= 0) left.splice(k, 1);
  }
  return [right, right + left.length, gold.filter(({ count }) => !count.optional).length];
}
