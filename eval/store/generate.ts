import type { Actor, Claim, Event, Ledger, Place } from "../../src/core/ledger.ts";

/** Repeatable chance. (mulberry32, public domain) */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TYPES = [
  "violence/armed-attack",
  "violence/armed-clash",
  "violence/bombing",
  "violence/shelling",
  "violence/air-strike",
  "violence/abduction",
  "force/raid",
  "coercion/arrest",
  "violence/bombing/suicide",
  "protest/demonstration",
];
const PLACES = 3000;
const PARTIES = 80;
const DAYS = 5 * 365;
const START = Date.parse("2021-01-01") / 86_400_000;

interface World {
  readonly type: string;
  readonly place: number;
  readonly day: number;
  readonly agent: number;
  readonly target: number;
  readonly killed: number;
}

/**
 * Ledgers as a reader of war news would hand them on: about two and a half reports to a real event, each report with one to three events,
 * days off by one, places and parties left out, figures that differ. Places are as unevenly struck as in life: a tenth of them take half the events.
 */
export function* generate(count: number, seed = 1): Generator<Ledger> {
  const random = chance(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const skewed = (n: number) => Math.floor(n * random() ** 3);
  const world: World[] = [];
  for (let i = 0; i < count; i++) {
    const events: World[] = [];
    for (let k = 0; k < 1 + pick(3); k++) {
      // News tells of what is recent: an event of the last few made, or a new one.
      const again = world.length > 50 && random() < 0.6 ? world[world.length - 1 - pick(50)] : undefined;
      const fresh = (): World => {
        const made = {
          type: TYPES[pick(TYPES.length)]!,
          place: skewed(PLACES),
          day: Math.floor((i / count) * DAYS) - pick(4),
          agent: skewed(PARTIES),
          target: skewed(PARTIES),
          killed: Math.floor(60 * random() ** 4),
        };
        world.push(made);
        return made;
      };
      events.push(again ?? fresh());
    }
    yield ledgerOf(i, events, random);
  }
}

const iso = (day: number): string => new Date((START + day) * 86_400_000).toISOString().slice(0, 10);

function ledgerOf(index: number, told: readonly World[], random: () => number): Ledger {
  const outlet = `Outlet ${Math.floor(random() * 40)}`;
  const id = `sha256:${index.toString(16).padStart(64, "0")}`;
  const actors: Actor[] = [
    { id: "a0", name: outlet, entry: null, kind: "media", country: null, memberOf: null, mentions: [], epithets: [] },
  ];
  const actor = (party: number): string => {
    const name = `Party ${party}`;
    const known = actors.find((a) => a.name === name);
    if (known) return known.id;
    const made: Actor = {
      id: `a${actors.length}`,
      name,
      entry: `p${party}`,
      kind: party % 2 ? "armed-group" : "state-forces",
      country: null,
      memberOf: null,
      mentions: [],
      epithets: [],
    };
    actors.push(made);
    return made.id;
  };
  const places: Place[] = [];
  const events: Event[] = [];
  const claims: Claim[] = [];
  let text = `${outlet}, report ${index}.\n\n`;
  for (const [k, { type, place, day, agent, target, killed }] of told.entries()) {
    const at = text.length;
    text += `${FILLER[Math.floor(random() * FILLER.length)]} Event ${k} of report ${index} near Place ${place} left ${killed} dead, officials of Party ${target} said. `;
    const span = [at, text.length - 1] as const;
    const placed = random() < 0.9;
    if (placed) {
      places.push({
        id: `p${k}`,
        name: `Place ${place}`,
        entry: `geonames:${place}`,
        country: `C${String(place % 40).padStart(2, "0")}`,
        admin1: `Province ${place % 400}`,
        latitude: ((place * 37) % 120) - 60 + (place % 10) / 100,
        longitude: ((place * 71) % 360) - 180,
        precision: 1,
        mentions: [span],
      });
    }
    const off = random() < 0.1 ? 1 : 0;
    const time =
      random() < 0.85
        ? {
            start: iso(day + off),
            end: iso(day + off),
            precision: "day" as const,
            basis: "stated" as const,
            evidence: [span],
          }
        : null;
    events.push({
      id: `e${k}`,
      type: random() < 0.85 ? type : TYPES[Math.floor(random() * TYPES.length)]!,
      trigger: [at, at + 5],
      agent: random() < 0.7 ? [actor(agent)] : [],
      target: random() < 0.8 ? [actor(target)] : [],
      objects: [],
      instrument: null,
      place: placed ? `p${k}` : null,
      time,
      stage: "accomplished",
    });
    const low = Math.max(0, killed + (random() < 0.3 ? Math.floor(random() * 5) : 0));
    claims.push({
      id: `c${k}`,
      event: `e${k}`,
      source: actor(random() < 0.5 ? target : agent),
      via: ["a0"],
      act: "state",
      polarity: "positive",
      certainty: "certain",
      modality: "actual",
      counts: low > 0 ? [{ harm: "killed", who: null, whoText: "people", low, high: low, bound: "exact", span }] : [],
      neutral: `Party ${target} said so.`,
      evidence: [{ span, role: "content", rule: "made" }],
    });
  }
  const last = Math.max(...told.map((t) => t.day));
  const report = { id, title: `Report ${index}`, outlet, url: null, published: iso(last + 1), language: "en", text };
  return {
    schema: "hearsay/ledger@1",
    engine: { version: "made", lexicon: "made" },
    report,
    actors,
    places,
    events,
    claims,
    loaded: [],
    notices: [],
  };
}

const FILLER = Array.from({ length: 400 }, (_, i) => {
  const random = chance(1000 + i);
  const words =
    "market road village river bridge school night morning men women families district council convoy post field hill border camp station harvest water power line".split(
      " ",
    );
  return `${Array.from({ length: 60 }, () => words[Math.floor(random() * words.length)]).join(" ")}.`;
});
