import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { Actor, Claim, Event, Ledger, Place } from "../core/ledger.ts";
import type { actorSchema, claimSchema, eventSchema, ledgerSchema, placeSchema } from "./ledger.ts";
import { ledgerJsonSchema, parseLedger } from "./ledger.ts";

/** `readonly` of a property does not show in zod's types: compared without it, all the way down. */
type Plain<T> = T extends readonly [infer A, infer B]
  ? [Plain<A>, Plain<B>]
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T;

const ledger: Ledger = {
  schema: "hearsay/ledger@1",
  engine: { version: "0.1.0", lexicon: "0123456789abcdef" },
  report: {
    id: `sha256:${"0".repeat(64)}`,
    title: null,
    outlet: "Lakes Wire",
    url: null,
    published: "2026-03-05",
    language: "en",
    text: "Rebels shelled a camp near Goma, killing at least 10 civilians, the army said.",
  },
  actors: [
    {
      id: "a0",
      name: "Lakes Wire",
      entry: null,
      kind: "media",
      country: null,
      memberOf: null,
      mentions: [],
      epithets: [],
    },
    {
      id: "a1",
      name: "army",
      entry: null,
      kind: "state-forces",
      country: "COD",
      memberOf: null,
      mentions: [[64, 72]],
      epithets: [],
    },
    {
      id: "a2",
      name: "rebels",
      entry: null,
      kind: "armed-group",
      country: null,
      memberOf: null,
      mentions: [[0, 6]],
      epithets: [],
    },
  ],
  places: [
    {
      id: "p1",
      name: "Goma",
      entry: "geonames:216281",
      country: "COD",
      admin1: "North Kivu",
      latitude: -1.67,
      longitude: 29.22,
      precision: 2,
      mentions: [[27, 31]],
    },
  ],
  events: [
    {
      id: "e1",
      type: "violence/shelling",
      trigger: [7, 14],
      agent: ["a2"],
      target: [],
      objects: [],
      instrument: null,
      place: "p1",
      time: null,
      stage: "accomplished",
    },
  ],
  claims: [
    {
      id: "c1",
      event: "e1",
      source: "a1",
      via: ["a0"],
      act: "state",
      polarity: "positive",
      certainty: "certain",
      modality: "actual",
      counts: [
        { harm: "killed", who: null, whoText: "civilians", low: 10, high: null, bound: "at-least", span: [41, 62] },
      ],
      neutral: "The army said rebels shelled a camp near Goma, killing at least 10 civilians.",
      evidence: [{ span: [0, 62], role: "content", rule: "attribution/said" }],
    },
  ],
  loaded: [],
  notices: [],
};

test("the schema's types are those of core/ledger.ts", () => {
  expectTypeOf<Plain<z.infer<typeof ledgerSchema>>>().toEqualTypeOf<Plain<Ledger>>();
  expectTypeOf<Plain<z.infer<typeof actorSchema>>>().toEqualTypeOf<Plain<Actor>>();
  expectTypeOf<Plain<z.infer<typeof placeSchema>>>().toEqualTypeOf<Plain<Place>>();
  expectTypeOf<Plain<z.infer<typeof eventSchema>>>().toEqualTypeOf<Plain<Event>>();
  expectTypeOf<Plain<z.infer<typeof claimSchema>>>().toEqualTypeOf<Plain<Claim>>();
});

describe("parseLedger", () => {
  test("takes a ledger and gives it back", () => {
    expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
  });

  const claim = ledger.claims[0]!;
  test.each<[string, unknown, RegExp]>([
    ["nothing", null, /no ledger/],
    ["another schema", { ...ledger, schema: "hearsay/ledger@2" }, /schema/],
    ["a field too many", { ...ledger, extra: 1 }, /extra/],
    ["a claim without evidence", { ...ledger, claims: [{ ...claim, evidence: [] }] }, /evidence/],
    ["an act that is none", { ...ledger, claims: [{ ...claim, act: "shout" }] }, /act/],
    ["a source that is not there", { ...ledger, claims: [{ ...claim, source: "a9" }] }, /c1 names a9/],
    ["an event that is not there", { ...ledger, claims: [{ ...claim, event: "e9" }] }, /c1 names e9/],
    [
      "evidence past the end",
      { ...ledger, claims: [{ ...claim, evidence: [{ ...claim.evidence[0], span: [0, 999] }] }] },
      /outside/,
    ],
    ["a span backwards", { ...ledger, events: [{ ...ledger.events[0], trigger: [14, 7] }] }, /outside/],
    ["a date that is none", { ...ledger, report: { ...ledger.report, published: "yesterday" } }, /published/],
  ])("refuses %s", (_what, value, why) => {
    expect(() => parseLedger(value)).toThrow(why);
  });
});

test("the JSON Schema describes the whole ledger", () => {
  const schema = ledgerJsonSchema() as { required: string[]; properties: Record<string, unknown> };
  expect(schema.required.toSorted()).toEqual(Object.keys(ledger).toSorted());
  expect(JSON.stringify(schema)).not.toContain("$ref");
});
