import type { Harm } from "../core/ledger.ts";
import type { Finding } from "./compare.ts";
import type { Profile, ProfileToll } from "./profile.ts";
import { WEIGHTS } from "./weights.ts";

const W = WEIGHTS.toll;

const said = (t: ProfileToll): string =>
  t.high === t.low ? `${t.low}` : t.high === null ? `${t.low} or more` : `${t.low} to ${t.high}`;

/** How alike two figures are; a shared large number says more than a shared small one. */
function figures(a: ProfileToll, b: ProfileToll): number {
  if (a.low === b.low && a.high === b.high) {
    const exact = a.high === a.low;
    return a.low === 0 ? 0 : Math.min(W.atMost, (exact ? 0.4 : 0.3) + 0.5 * Math.log(1 + a.low));
  }
  const aHigh = a.high ?? Number.POSITIVE_INFINITY;
  const bHigh = b.high ?? Number.POSITIVE_INFINITY;
  const overlap = a.low <= bHigh && b.low <= aHigh;
  const ratio = Math.max(a.low + 1, b.low + 1) / Math.min(a.low + 1, b.low + 1);
  if (overlap) return ratio <= 3 ? W.overlap : 0;
  return ratio > 20 ? W.huge : ratio > 5 ? W.wide : W.differ;
}

/**
 * For each harm both reports count, the two figures that come nearest: rival sources in one report give rival figures, so one that
 * agrees speaks for the pair while others speak against it only where none does.
 */
export function compareTolls(a: Profile, b: Profile): Finding[] {
  const found: Finding[] = [];
  const harms = new Set<Harm>(a.tolls.map((t) => t.harm));
  let sum = 0;
  for (const harm of harms) {
    let best: { weight: number; x: ProfileToll; y: ProfileToll } | null = null;
    for (const x of a.tolls) {
      if (x.harm !== harm) continue;
      for (const y of b.tolls) {
        if (y.harm !== harm) continue;
        const weight = figures(x, y);
        if (best === null || weight > best.weight) best = { weight, x, y };
      }
    }
    if (best === null || best.weight === 0) continue;
    const weight = Math.min(best.weight, W.atMost - sum);
    if (weight > 0) sum += weight;
    const { x, y } = best;
    if (weight !== 0) found.push({ rule: `toll/${harm}`, weight, words: () => `${harm}: ${said(x)} and ${said(y)}` });
  }
  return found;
}
