import type { Finding } from "./compare.ts";
import type { Profile, ProfilePlace } from "./profile.ts";
import { WEIGHTS } from "./weights.ts";

const W = WEIGHTS.place;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres. */
export function kilometres(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const h =
    Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) *
      Math.cos(b.latitude * RADIANS) *
      Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where a place of this precision may lie around its coordinates, in km: UCDP where_prec. */
const REACH = { 1: 5, 2: 25, 3: 50, 4: 200, 5: 200, 6: 1500, 7: 300 } as const;

export function comparePlaces(a: Profile, b: Profile): Finding[] {
  if (!a.place || !b.place) return [];
  return [placePair(a.place, b.place)];
}

function placePair(a: ProfilePlace, b: ProfilePlace): Finding {
  const coarse = Math.max(a.precision, b.precision);
  const same = a.name === b.name || (a.entry !== null && a.entry === b.entry);
  const foreign = a.country !== null && b.country !== null && a.country !== b.country;
  if (same && !foreign) {
    const weight = coarse >= 6 ? W.sameCountry : coarse >= 4 ? W.sameProvince : W.same;
    return { rule: "place/same", weight, words: () => `both at ${a.name}` };
  }
  const inside = (inner: ProfilePlace, outer: ProfilePlace): boolean =>
    outer.precision >= 4 &&
    outer.precision > inner.precision &&
    inner.country === outer.country &&
    (outer.precision === 6 || inner.admin1 === outer.name || (inner.admin1 !== null && inner.admin1 === outer.admin1));
  if (inside(a, b) || inside(b, a)) {
    return {
      rule: "place/inside",
      weight: coarse >= 6 ? W.sameCountry : W.inside,
      words: () => `${a.name} and ${b.name}: one lies in the other`,
    };
  }
  const located = a.latitude !== null && a.longitude !== null && b.latitude !== null && b.longitude !== null;
  if (!located) {
    if (foreign)
      return {
        rule: "place/other-country",
        weight: W.otherCountry,
        words: () => `${a.name} and ${b.name} lie in different countries`,
      };
    return { rule: "place/other-name", weight: W.apart, words: () => `${a.name} against ${b.name}` };
  }
  const km = kilometres(a as { latitude: number; longitude: number }, b as { latitude: number; longitude: number });
  const reach = Math.max(REACH[a.precision], REACH[b.precision]);
  const words = () => `${a.name} and ${b.name}, ${Math.round(km)} km apart`;
  if (km <= 12 && coarse <= 3) return { rule: "place/near", weight: W.near, words };
  if (foreign && km > reach) return { rule: "place/other-country", weight: W.otherCountry, words };
  if (km <= 40) return { rule: "place/district", weight: W.district, words };
  if (km <= reach && coarse >= 4) return { rule: "place/within-reach", weight: coarse >= 6 ? 0 : W.district, words };
  return km <= 100 ? { rule: "place/apart", weight: W.apart, words } : { rule: "place/far", weight: W.far, words };
}
