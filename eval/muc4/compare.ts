import { type Fill, SLOTS, type Slot } from "./slots.ts";

/** How well one fill answers another: the fixed rules that stand in for the human judges of 1992 ("lenient" in score_muc4.py). */

export const [NONE, PART, FULL] = [0, 1, 2] as const;
export type Level = 0 | 1 | 2;

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const PREMODIFIERS = list(
  "A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME ALL FEW ANY ANOTHER OTHER CERTAIN OF",
);
const STOP = new Set([
  ...PREMODIFIERS,
  ...list(
    "AND OR IN ON AT BY FOR FROM TO WITH WHO WHICH WHOSE WHERE HIS HER THEIR ITS WAS WERE IS ARE HAD HAS HAVE BEEN BE AS NEAR AGAINST BETWEEN",
  ),
]);
const POSTMODIFIERS = list("OF IN ON AT BY FOR FROM TO WITH WHO WHICH WHOSE WHERE THAT BELONGING NEAR AGAINST WEARING");

/** Response values that are half right for a key value: its ancestors. */
const PARENT: Partial<Record<Slot, Readonly<Record<string, string>>>> = {
  incident_type: Object.fromEntries(
    ["ARSON", "BOMBING", "KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE"].map((t) => [t, "ATTACK"]),
  ),
  incident_instrument_type: {
    "MACHINE GUN": "GUN",
    MORTAR: "GUN",
    HANDGUN: "GUN",
    RIFLE: "GUN",
    BOMB: "EXPLOSIVE",
    "VEHICLE BOMB": "BOMB",
    DYNAMITE: "BOMB",
    MINE: "BOMB",
    "AERIAL BOMB": "BOMB",
    GRENADE: "EXPLOSIVE",
    "MOLOTOV COCKTAIL": "EXPLOSIVE",
    MISSILE: "PROJECTILE",
    ROCKET: "PROJECTILE",
  },
  perp_organization_confidence: { "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED" },
  phys_tgt_type: { "GOVERNMENT OFFICE OR RESIDENCE": "POLITICAL FIGURE OFFICE OR RESIDENCE" },
  phys_tgt_effect: { "SOME DAMAGE": "DESTROYED" },
  hum_tgt_type: {
    "GOVERNMENT OFFICIAL": "POLITICAL FIGURE",
    "FORMER GOVERNMENT OFFICIAL": "GOVERNMENT OFFICIAL",
    "FORMER ACTIVE MILITARY": "ACTIVE MILITARY",
  },
  hum_tgt_effect: { "NO DEATH": "NO INJURY", "NO INJURY OR DEATH": "NO DEATH" },
};

const made = new Map<string, readonly string[]>();

export function tokens(text: string): readonly string[] {
  const known = made.get(text);
  if (known) return known;
  const found = [
    ...text
      .toUpperCase()
      .replaceAll("’", "'")
      .replace(/["-]/g, " ")
      .matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.'&]*/gu),
  ]
    .map(([word]) => (/^([A-Z]\.)+$/.test(word) ? word : word.replace(/[.']+$/, "")))
    .map((word) => (word.endsWith("'S") ? word.slice(0, -2) : word));
  const kept = found.filter((word) => word !== "" && !PREMODIFIERS.has(word));
  const result = kept.length > 0 ? kept : found;
  made.set(text, result);
  return result;
}

const indexOf = (small: readonly string[], big: readonly string[]): number => {
  for (let i = 0; i + small.length <= big.length; i++) if (small.every((word, j) => big[i + j] === word)) return i;
  return -1;
};
const singular = (word: string): string => (word.length > 3 && /[^S]S$/.test(word) ? word.slice(0, -1) : word);
const headOf = (words: readonly string[]): string => {
  const at = words.findIndex((word, i) => i > 0 && POSTMODIFIERS.has(word));
  return words[at > 0 ? at - 1 : words.length - 1]!;
};

export function stringLevel(response: string, key: string): Level {
  const [r, k] = [tokens(response), tokens(key)];
  if (r.join(" ") === k.join(" ")) return FULL;
  if (r.length === 0 || k.length === 0) return NONE;
  const at = indexOf(k, r);
  if (at >= 0) {
    const tail = r.slice(at + k.length);
    const modifiers = r.length - k.length <= 4 && (tail.length === 0 || POSTMODIFIERS.has(tail[0]!));
    return modifiers && !response.includes(",") ? FULL : PART;
  }
  if (indexOf(r, k) >= 0 && r.some((word) => !STOP.has(word))) return PART;
  const [hr, hk] = [headOf(r), headOf(k)];
  return singular(hr) === singular(hk) && !STOP.has(hr) && hr.length > 2 ? PART : NONE;
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

function dayNumber(text: string): number | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
  if (iso) return Math.round(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) / 86_400_000);
  const m = /^(\d{1,2})\s*([A-Z]{3})[A-Z]*\.?\s*(\d{2,4})$/.exec(text.trim().toUpperCase());
  if (!m || !MONTHS.includes(m[2]!)) return null;
  const year = Number(m[3]) + (Number(m[3]) < 100 ? 1900 : 0);
  return Math.round(Date.UTC(year, MONTHS.indexOf(m[2]!), Number(m[1])) / 86_400_000);
}

type Range = readonly [number | null, number | null];

function dateRange(text: string): Range {
  const bits = text.split("-").map((bit) => bit.trim());
  if (bits.length === 1) return [dayNumber(bits[0]!), dayNumber(bits[0]!)];
  return [bits[0] ? dayNumber(bits[0]) : null, bits[1] ? dayNumber(bits[1]) : null];
}

function dateLevel(response: string, key: string): Level {
  const [rl, ru] = dateRange(response);
  const [kl, ku] = dateRange(key);
  if ((rl === null && ru === null) || (kl === null && ku === null)) return response.trim() === key.trim() ? FULL : NONE;
  if (rl === kl && ru === ku) return FULL;
  if (ru === null || ku === null) return NONE;
  if (rl === ru) return kl === null ? (ku - 7 <= ru && ru <= ku ? PART : NONE) : kl <= ru && ru <= ku ? PART : NONE;
  if (rl === null || kl === null) return ru === ku ? PART : NONE;
  return kl <= rl && ru <= ku ? PART : NONE;
}

function placePath(text: string): { country: string; names: string } {
  const [first, ...rest] = text
    .toUpperCase()
    .split(/:(?![^()]*\))/)
    .map((p) => p.trim())
    .filter((p) => p !== "");
  const names = rest
    .flatMap((p) => p.split(/(?<=\))\s*-\s*/))
    .map((q) => /^(.*?)\s*\([^()]*\)$/.exec(q.trim())?.[1]?.trim() ?? q.trim());
  return { country: (first ?? "").replace(/^[() ]+|[() ]+$/g, ""), names: names.join("|") };
}

function locationLevel(response: string, key: string): Level {
  const [r, k] = [placePath(response), placePath(key)];
  return r.country !== k.country ? NONE : r.names === k.names ? FULL : PART;
}

function numberRange(text: string): Range | null {
  const t = text.replaceAll(" ", "").toUpperCase().replace(/^~/, "");
  const m = /^(\d*)-(\d*)$/.exec(t);
  if (m && (m[1] || m[2])) return [m[1] ? Number(m[1]) : null, m[2] ? Number(m[2]) : null];
  return /^\d+$/.test(t) ? [Number(t), Number(t)] : null;
}

function numberLevel(response: string, key: string): Level {
  const [a, b] = [response.replaceAll(" ", "").toUpperCase(), key.replaceAll(" ", "").toUpperCase()];
  if (a === b) return FULL;
  const [r, k] = [numberRange(response), numberRange(key)];
  if (!r || !k) return NONE;
  if (r[0] === r[1] && ((b.startsWith("~") && r[0] === k[0]) || (k.includes(r[0]) && k[0] !== k[1]))) return PART;
  return a.startsWith("~") && r[0] === k[0] && r[1] === k[1] ? PART : NONE;
}

function setLevel(slot: Slot, response: string, key: string): Level {
  const [r, k] = [response.trim().toUpperCase(), key.trim().toUpperCase()];
  if (r === k) return FULL;
  const parents = PARENT[slot] ?? {};
  for (let up = parents[k]; up !== undefined; up = parents[up]) if (up === r) return PART;
  return NONE;
}

function valueLevel(slot: Slot, response: string, key: string): Level {
  switch (SLOTS[slot].kind) {
    case "set":
      return setLevel(slot, response, key);
    case "date":
      return dateLevel(response, key);
    case "location":
      return locationLevel(response, key);
    case "number":
      return numberLevel(response, key);
    case "string":
      return stringLevel(response, key);
  }
}

function refLevel(response: readonly (string | null)[] | null, key: readonly (string | null)[] | null): Level {
  let best: Level = NONE;
  for (const r of response ?? [null]) {
    for (const k of key ?? [null]) {
      const level = r === null || k === null ? (r === k ? FULL : NONE) : stringLevel(r, k);
      if (level > best) best = level;
    }
  }
  return best;
}

/** Best level over all alternatives; right with a wrong reference is half right. */
export function fillLevel(slot: Slot, key: Fill, response: Fill): Level {
  let best: Level = NONE;
  for (const k of key.alternatives) {
    for (const r of response.alternatives) {
      for (const kv of k.values) {
        for (const rv of r.values) {
          let level = valueLevel(slot, rv, kv);
          if (level === FULL && SLOTS[slot].refers && refLevel(r.refs, k.refs) !== FULL) level = PART;
          if (level > best) best = level;
          if (best === FULL) return FULL;
        }
      }
    }
  }
  return best;
}
