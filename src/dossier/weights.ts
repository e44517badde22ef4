/**
 * What each likeness is worth, in log-odds: evidence that is e times likelier where two events are one weighs 1.
 * Rough values from reasoning, corrected by `eval/dossiers/calibrate.ts` on claimbank-train.
 */
export const WEIGHTS = {
  /** Two events drawn from one neighbourhood of the index are seldom one. */
  prior: -4.2,
  type: { equal: 1.9, ancestor: 1.5, akin: 0.5, sameFamily: -1.6, other: -2.8 },
  stage: { planned: -4.4, attempted: -0.3 },
  time: { hour: 3, day: 2.6, week: 1.3, month: 0.5, year: 0.1, nextDay: -2.2, twoDays: -3.2, days: -5, far: -8 },
  /** One or both have no date: what the days of publication say. */
  undated: { near: 0.6, weeks: 0.4, far: -1.8, afterPublication: -6 },
  place: {
    same: 2.6,
    near: 0.4,
    district: -1.4,
    inside: 0.9,
    sameProvince: 1,
    sameCountry: 0.2,
    apart: -2.2,
    far: -5,
    otherCountry: -6,
  },
  party: { same: 0.8, related: 0.6, generic: 0.2, swapped: 0, otherAgent: -0.8, otherTarget: -0.5 },
  toll: { atMost: 2.4, overlap: 0.4, differ: 0, wide: -0.8, huge: -1.2 },
  /** Stands in for a place that one of them does not give. */
  /** An event of neither day nor place is background more often than news: it joins by itself only as an only match. */
  bare: -1.3,
  context: { place: 1.4, sharedPlace: 0.9, story: 1.7, kindredStory: 1.3 },
  thing: 0.5,
  copy: 4,
  /** A report mostly tells each of its events once; what it tells apart is apart, unless it is a phase of one event. */
  sameReport: -1,
  /** Two sides' versions of one event, told apart by who did it. */
  rival: 0.4,
} as const;

/**
 * Each other's best match between two reports, where nothing speaks plainly against it and neither has a better one: what is left open
 * (a day, a place) is then more likely left out than different.
 */
export const ONLY_MATCH = 1.5;
/** A difference at or below this speaks plainly against a pair. */
export const PLAINLY_AGAINST = -1.4;

/** Joined above this. */
export const JOIN = 0;
/** Between this and JOIN a pair waits for a coder. */
export const WAIT = -1.6;
/** A difference at or below this is one that no other likeness can outweigh. */
export const IMPOSSIBLE = -4.5;
