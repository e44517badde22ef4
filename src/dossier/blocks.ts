import type { Party, Profile, ProfilePlace } from "./profile.ts";

/**
 * The candidate index: two events are compared only where one seeks a key that the other posts. Keys join a stretch of days with a
 * place (map square, name, province) or, for events without a place, with a party; so work stays near-linear in the number of events.
 */
export interface BlockKeys {
  /** Where the event is found. */
  readonly posts: readonly string[];
  /** Where it looks for others. Symmetric: a seeks what b posts exactly when b seeks what a posts. */
  readonly seeks: readonly string[];
}

/** Days in one bucket. Spans are widened by a day at both ends, so events up to two days apart share a bucket. */
const BUCKET = 4;
/** Reports without dates mostly tell of the last weeks before publication. */
const UNDATED_DAYS = 20;
/** A toll from which on the number is remembered. */
const MEMORABLE = 5;
/** Days looked at of a long stretch. */
const WIDEST = 45;

function buckets(profile: Profile): number[] {
  const { time, published } = profile;
  let from: number;
  let to: number;
  if (time) {
    // Of a long stretch its end is looked at: a siege of years is told of with what is latest.
    from = Math.max(time.start, time.end - WIDEST) - 1;
    to = time.end + 1;
  } else if (published !== null) {
    from = published - UNDATED_DAYS;
    to = published + 1;
  } else return [];
  const found: number[] = [];
  for (let bucket = Math.floor(from / BUCKET); bucket <= Math.floor(to / BUCKET); bucket++) found.push(bucket);
  return found;
}

/** Two overlaid grids of one degree, so that near places share a square even at a border. */
function squares({ latitude, longitude }: ProfilePlace): string[] {
  if (latitude === null || longitude === null) return [];
  return [
    `g${Math.floor(latitude)},${Math.floor(longitude)}`,
    `h${Math.floor(latitude + 0.5)},${Math.floor(longitude + 0.5)}`,
  ];
}

const NOBODY = new Set(["civilians", "unknown", "witness"]);
const partyKeys = (parties: readonly Party[]): string[] =>
  parties.filter((p) => !NOBODY.has(p.kind) && p.name !== "").flatMap((p) => [p.entry ?? p.name, ...p.bodies]);

export function blockKeys(profile: Profile): BlockKeys {
  const days = buckets(profile);
  const place = profile.place && profile.place.precision < 6 ? profile.place : null;
  const parties = [...new Set(partyKeys([...profile.agents, ...profile.targets]))];
  const posts = new Set<string>();
  const seeks = new Set<string>();
  for (const day of days) {
    if (place) {
      const province = place.admin1 ?? (place.precision === 4 ? place.name : null);
      for (const where of [
        ...(place.precision <= 3 ? squares(place) : []),
        `n${place.name}`,
        ...(province === null ? [] : [`a${place.country ?? ""}/${province}`]),
      ]) {
        posts.add(`${day}|${where}`);
        seeks.add(`${day}|${where}`);
      }
    }
    for (const party of parties) {
      posts.add(`${day}|p${party}`);
      if (place) seeks.add(`${day}|u${party}`);
      else {
        posts.add(`${day}|u${party}`);
        seeks.add(`${day}|p${party}`);
      }
    }
    // Nobody and nowhere: a denial of "the massacre", to be found by its kind and country, or by its kind alone.
    if (!place) {
      for (const name of profile.nearby) {
        posts.add(`${day}|n${name}`);
        seeks.add(`${day}|n${name}`);
      }
      const country = profile.place?.country ?? "";
      posts.add(`${day}|t${profile.type}/${country}`);
      seeks.add(`${day}|t${profile.type}/${country}`);
    }
  }
  // Told without a date, long after: the place and an exact toll still find it.
  const undated = profile.time === null;
  if (profile.place) {
    for (const { harm, low } of profile.tolls) {
      if (low < MEMORABLE) continue;
      const toll = `${profile.place.name}|${harm}${low}`;
      posts.add(`x${toll}`);
      seeks.add(`${undated ? "x" : "y"}${toll}`);
      if (undated) posts.add(`y${toll}`);
    }
  }
  return { posts: [...posts], seeks: [...seeks] };
}

/** Keys under which more events than this stand say too little: only the latest are looked at. */
export const BLOCK_LIMIT = 100;
