import { describe, expect, test } from "vitest";
import { type Ledger, read } from "../../src/index.ts";
import { loadLexicon } from "../../src/resources.ts";

/** Sides of one kind, and the words for them: X their name, X's adjective, X's capital. Swapping them must change names and nothing else. */
type Side = readonly [name: string, adjective: string, capital: string];
const STATES: readonly (readonly [Side, Side])[] = [
  [
    ["Armenia", "Armenian", "Yerevan"],
    ["Azerbaijan", "Azerbaijani", "Baku"],
  ],
  [
    ["Russia", "Russian", "Moscow"],
    ["Ukraine", "Ukrainian", "Kyiv"],
  ],
  [
    ["India", "Indian", "New Delhi"],
    ["Pakistan", "Pakistani", "Islamabad"],
  ],
  [
    ["Ethiopia", "Ethiopian", "Addis Ababa"],
    ["Eritrea", "Eritrean", "Asmara"],
  ],
  [
    ["Israel", "Israeli", "Jerusalem"],
    ["Iran", "Iranian", "Tehran"],
  ],
];
const STATE_REPORTS = [
  "The {a} army shelled a village held by {b} troops on Monday, killing four civilians, the {b} defence ministry said. The {a} defence ministry denied it.",
  "{A} accused {B} of having fired missiles at a border post. {B} said its troops had only returned fire and that two {a} soldiers were killed.",
  "{A}'s foreign ministry said {b} drones had bombed a depot. Officials in {cb} did not comment. At least 11 {a} soldiers were wounded, according to doctors.",
  "{B} may have shot down one {a} helicopter, an official in {ca} said. {B} rejected the charge as a terrorist lie.",
  "If {a} forces do not withdraw by Friday, {b} artillery will shell the town, {B}'s defence minister warned in {cb}.",
];
const GROUPS: readonly (readonly [string, string])[] = [
  ["Boko Haram", "Shabaab"],
  ["Taliban", "Islamic State"],
  ["M23", "FDLR"],
  ["FARC", "ELN"],
];
const GROUP_REPORTS = [
  "{A} fighters attacked a {B} checkpoint on Tuesday and killed three men, {B} said. {A} said it had lost nobody.",
  "{A} claimed responsibility for the bombing of a market. {B} denounced the terrorists and denied that its men had been there.",
  "At least nine civilians died in fighting between {A} and {B}, residents said. {A} blamed {B}.",
];

/** Pairs of armed groups drawn from the registry, the same ones each time. */
const DRAWN = 24;

const states = (text: string, [a, b]: readonly [Side, Side]): string =>
  text
    .replaceAll("{A}", a[0])
    .replaceAll("{B}", b[0])
    .replaceAll("{a}", a[1])
    .replaceAll("{b}", b[1])
    .replaceAll("{ca}", a[2])
    .replaceAll("{cb}", b[2]);
const groups = (text: string, [a, b]: readonly [string, string]): string =>
  text.replaceAll("{A}", a).replaceAll("{B}", b);

/** A ledger without names: actors and places stand by their number, words by nothing. Bodies that only the registry knows of are left out. */
function structure(ledger: Ledger): unknown {
  const named = ledger.actors.filter((actor) => actor.mentions.length > 0 || actor.kind === "media");
  const numbers = new Map(named.map(({ id }, i) => [id, i]));
  return JSON.parse(JSON.stringify(structureOf(ledger, named)), (_, value) => numbers.get(value) ?? value);
}

function structureOf(ledger: Ledger, named: Ledger["actors"]): unknown {
  return {
    actors: named.map(({ id, kind, memberOf, mentions, epithets }) => [
      id,
      kind,
      named.some((actor) => actor.id === memberOf) ? memberOf : null,
      mentions.length,
      epithets.length,
    ]),
    events: ledger.events.map(({ type, agent, target, objects, place, time, stage }) => ({
      type,
      agent,
      target,
      objects: objects.length,
      place: place !== null,
      time: time && [time.start, time.end],
      stage,
    })),
    claims: ledger.claims.map(({ event, source, via, act, polarity, certainty, modality, counts }) => ({
      event,
      source,
      via,
      act,
      polarity,
      certainty,
      modality,
      counts: counts.map(({ harm, who, low, high, bound }) => [harm, who, low, high, bound]),
    })),
    loaded: ledger.loaded.map(({ kind, neutral }) => [kind, neutral]),
  };
}

const options = { published: "2026-03-05", outlet: "Lakes Wire" };

describe("swapping two sides changes the names and nothing else", () => {
  for (const pair of STATES) {
    test.each(STATE_REPORTS)(`${pair[0][0]} and ${pair[1][0]}: %s`, async (report) => {
      const one = await read(states(report, pair), options);
      const other = await read(states(report, [pair[1], pair[0]]), options);
      expect(structure(other)).toEqual(structure(one));
    });
  }
  for (const pair of GROUPS) {
    test.each(GROUP_REPORTS)(`${pair[0]} and ${pair[1]}: %s`, async (report) => {
      const one = await read(groups(report, pair), options);
      const other = await read(groups(report, [pair[1], pair[0]]), options);
      expect(structure(other)).toEqual(structure(one));
    });
  }

  test.each(GROUP_REPORTS)(`${DRAWN} pairs from the registry: %s`, async (report) => {
    const lexicon = await loadLexicon();
    const known = lexicon.actors.filter(({ kind, countries }) => kind === "armed-group" && countries.length > 0);
    for (let i = 0; i < DRAWN; i++) {
      const pair = [known[(i * 7919) % known.length]!.name, known[(i * 104729 + 1) % known.length]!.name] as const;
      const one = await read(groups(report, pair), options);
      const other = await read(groups(report, [pair[1], pair[0]]), options);
      expect(structure(other), pair.join(" and ")).toEqual(structure(one));
    }
  });
});
