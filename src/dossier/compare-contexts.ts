import type { Finding } from "./compare.ts";
import type { Profile } from "./profile.ts";
import { WEIGHTS } from "./weights.ts";

const W = WEIGHTS.context;

/** Reports further apart than this tell of one story only in looking back. */
const DAYS = 45;

/**
 * Where one event gives no place, or only a country, its report's other words stand in for it: that it names the other's place, and that
 * both reports name the same people and places. Two placed events are left to their places: one story holds many events.
 */
export function compareContexts(a: Profile, b: Profile): Finding[] {
  const placed = (p: Profile) => p.place !== null && p.place.precision < 6;
  if ((placed(a) && placed(b)) || a.ref.report === b.ref.report) return [];
  if (a.published !== null && b.published !== null && Math.abs(a.published - b.published) > DAYS) return [];
  const found: Finding[] = [];
  const bare = [a, b].filter((p) => p.time === null && !placed(p));
  if (bare.length > 0) {
    const words = () => (bare.length === 2 ? "neither gives a day or a place" : "one gives neither day nor place");
    found.push({ rule: "context/bare", weight: WEIGHTS.bare, words });
  }
  const named = placed(a) ? b.nearby.includes(a.place!.name) : placed(b) && a.nearby.includes(b.place!.name);
  const shared = a.nearby.filter((name) => b.nearby.includes(name));
  if (named)
    found.push({
      rule: "context/place-named",
      weight: W.place,
      words: () => `the other report names ${(a.place ?? b.place)!.name}`,
    });
  else if (!placed(a) && !placed(b) && shared.length > 0) {
    found.push({
      rule: "context/shared-place",
      weight: W.sharedPlace,
      words: () => `both reports name ${shared.slice(0, 3).join(", ")}`,
    });
  }
  const share = commonShare(a.story, b.story);
  if (share >= 0.25) {
    const weight = share >= 0.4 ? W.story : W.kindredStory;
    found.push({
      rule: "context/story",
      weight,
      words: () => `${Math.round(100 * share)} % of the names in the shorter report stand in both`,
    });
  }
  return found;
}

/** Of two sorted lists, the part of the shorter one that both have. */
function commonShare(a: readonly number[], b: readonly number[]): number {
  if (a.length < 5 || b.length < 5) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return common / Math.min(a.length, b.length);
}
