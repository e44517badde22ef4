import type { FindingKind } from "../core/correction.ts";
import {
  ACTOR_KINDS,
  ACTS,
  BOUNDS,
  CERTAINTIES,
  COUNT_ROLES,
  HARMS,
  type Ledger,
  LOADED_KINDS,
  MODALITIES,
  STAGES,
} from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";

/** A reference to an actor or place that survives re-reading: ids change, names and registry ids do not. */
export interface NamedRef {
  readonly name: string;
  readonly entry: string | null;
}

type Check = (value: unknown) => boolean;
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const text: Check = (value) => typeof value === "string" && value.length > 0 && value.length <= 2000;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const finite: Check = (value) => typeof value === "number" && Number.isFinite(value);
const span: Check = (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((n) => Number.isInteger(n) && n >= 0) &&
  value[0] < value[1];
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= 1000 && value.every(check);
const record =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const ref: Check = record({ name: text });
const isoDate: Check = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const time = record({ start: isoDate, end: isoDate, precision: oneOf(["hour", "day", "week", "month", "year"]) });
const count = record({
  harm: oneOf(HARMS),
  whoText: (v) => typeof v === "string",
  low: finite,
  high: orNull(finite),
  bound: oneOf(BOUNDS),
  role: oneOf([undefined, ...COUNT_ROLES]),
});

/** What a coder may correct, and what may stand there. Names of actors and places are `NamedRef`s by the time they are checked. */
const FIELDS: Readonly<Record<FindingKind, Readonly<Record<string, Check>>>> = {
  claim: {
    source: ref,
    via: list(ref),
    act: oneOf(ACTS),
    polarity: oneOf(["positive", "negative"]),
    certainty: oneOf(CERTAINTIES),
    modality: oneOf(MODALITIES),
    counts: list(count),
    neutral: text,
    span,
  },
  event: {
    type: text,
    agent: list(ref),
    target: list(ref),
    place: orNull(ref),
    time: orNull(time),
    stage: oneOf(STAGES),
    span,
  },
  actor: { name: text, entry: orNull(text), kind: oneOf(ACTOR_KINDS), country: orNull(text), memberOf: orNull(ref) },
  place: {
    name: text,
    entry: orNull(text),
    country: orNull(text),
    admin1: orNull(text),
    latitude: orNull(finite),
    longitude: orNull(finite),
    precision: oneOf([1, 2, 3, 4, 5, 6, 7]),
  },
  loaded: { kind: oneOf(LOADED_KINDS), neutral: orNull(text) },
  report: {},
};

const REFS = new Set(["source", "via", "agent", "target", "place", "memberOf"]);

/** Turns ids of this ledger into names, and checks the value. Throws E-CORRECT-02 for an unknown field, E-CORRECT-03 for a value that cannot stand there. */
export function checkedValue(ledger: Ledger, kind: FindingKind, field: string, value: unknown): unknown {
  const check = FIELDS[kind][field];
  if (!check) {
    throw new Problem(
      "E-CORRECT-02",
      `A ${kind} has no field "${field}".`,
      `Give one of: ${Object.keys(FIELDS[kind]).join(", ")}.`,
    );
  }
  const named = REFS.has(field) ? toNames(ledger, field, value) : value;
  if (!check(named)) {
    throw new Problem(
      "E-CORRECT-03",
      `${JSON.stringify(value)} cannot be the ${field} of a ${kind}.`,
      "See the ledger schema for what may stand there.",
    );
  }
  return named;
}

function toNames(ledger: Ledger, field: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => toNames(ledger, field, one));
  if (typeof value !== "string") return value;
  const known = (field === "place" ? ledger.places : ledger.actors).find((f) => f.id === value);
  return known ? { name: known.name, entry: known.entry } : { name: value, entry: null };
}
