import type { Evidence, Notice } from "./finding.ts";
import type { Span } from "./span.ts";

/** The ledger: what Hearsay says of one report. The only thing that leaves the engine; `formats/ledger.ts` has its schema. */

/** A node of the event tree (`lexicon/event-types.yml`): "violence/bombing/suicide". */
export type EventType = string;

export const ACTOR_KINDS = [
  "government",
  "state-forces",
  "police",
  "armed-group",
  "political-militia",
  "communal-militia",
  "rioters",
  "protesters",
  "civilians",
  "external-forces",
  "international-organisation",
  "media",
  "monitor",
  "court",
  "person",
  "witness",
  "unknown",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
/** Kinds of bodies that bear arms. */
export const ARMED_KINDS: readonly ActorKind[] = [
  "state-forces", "police", "armed-group", "political-militia", "communal-militia", "external-forces",
]; // biome-ignore format: one thought

export interface Actor {
  readonly id: string;
  /** Neutral canonical name where known, else the report's own words. */
  readonly name: string;
  /** Id of the row in the actor registry. */
  readonly entry: string | null;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** Actor id: a unit's group, a spokesman's ministry. */
  readonly memberOf: string | null;
  readonly mentions: readonly Span[];
  /** Those of the mentions that are loaded ("puppet forces"). */
  readonly epithets: readonly Span[];
}

export interface Place {
  readonly id: string;
  readonly name: string;
  /** "geonames:2950159". */
  readonly entry: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** UCDP where_prec: 1 exact, 2 within 25 km, 3 second-order division, 4 first-order division, 5 vague or linear, 6 country, 7 sea or air. */
  readonly precision: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly mentions: readonly Span[];
}

export interface Time {
  /** ISO dates, or date-times where an hour is stated; both inclusive. */
  readonly start: string;
  readonly end: string;
  readonly precision: "hour" | "day" | "week" | "month" | "year";
  /** `implied`: worked out from another date; a notice says which. */
  readonly basis: "stated" | "implied";
  readonly evidence: readonly Span[];
}

export const STAGES = ["accomplished", "attempted", "threatened"] as const;
export type EventStage = (typeof STAGES)[number];

/** A thing that suffers an event: a house, a pipeline, a tank. */
export interface ThingHit {
  readonly name: string;
  readonly span: Span;
  readonly effect: "destroyed" | "damaged" | "none" | null;
}

export interface Event {
  readonly id: string;
  readonly type: EventType;
  readonly trigger: Span;
  /** Actor ids. */
  readonly agent: readonly string[];
  readonly target: readonly string[];
  readonly objects: readonly ThingHit[];
  readonly instrument: { readonly name: string; readonly span: Span } | null;
  /** Place id. */
  readonly place: string | null;
  readonly time: Time | null;
  readonly stage: EventStage;
}

export const ACTS = [
  "state",
  "confirm",
  "deny",
  "doubt",
  "accuse",
  "suspect",
  "claim-responsibility",
  "threaten",
  "demand",
  "promise",
  "predict",
] as const;
export type Act = (typeof ACTS)[number];
export type Polarity = "positive" | "negative";
export const CERTAINTIES = ["certain", "probable", "possible", "unknown"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const MODALITIES = ["actual", "future", "conditional", "hypothetical"] as const;
export type Modality = (typeof MODALITIES)[number];

export const HARMS = [
  "killed",
  "wounded",
  "captured",
  "missing",
  "displaced",
  "arrested",
  "killed-or-wounded",
] as const;
export type Harm = (typeof HARMS)[number];
export const BOUNDS = ["exact", "at-least", "at-most", "about", "vague"] as const;
export type Bound = (typeof BOUNDS)[number];

/** A toll: how many of whom suffered what, in one source's figure. */
/** How a figure stands to another of its event: counted in it ("five of them children"), replaced by it ("up from 12"), or told as replacing one ("rose to 18"). */
export const COUNT_ROLES = ["part", "earlier", "revised"] as const;
export type CountRole = (typeof COUNT_ROLES)[number];

export interface Count {
  readonly harm: Harm;
  /** Actor id of the side that suffered it. */
  readonly who: string | null;
  /** In the report's words. */
  readonly whoText: string;
  readonly low: number;
  /** "at least 10": low 10, high null. */
  readonly high: number | null;
  readonly bound: Bound;
  readonly span: Span;
  /** Absent where it stands by itself. */
  readonly role?: CountRole;
}

export interface Claim {
  readonly id: string;
  /** Event id. */
  readonly event: string;
  /** Actor id: whose claim it is. Where nobody is named, the outlet's own voice. */
  readonly source: string;
  /** Actor ids of the relays, nearest the source first, the outlet last; [] in the outlet's own voice. */
  readonly via: readonly string[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  readonly counts: readonly Count[];
  /** One neutral sentence that names the source. */
  readonly neutral: string;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

export const LOADED_KINDS = ["dehumanising", "glorifying", "delegitimising", "formula", "euphemism", "label"] as const;
export type LoadedKind = (typeof LOADED_KINDS)[number];

export interface LoadedTerm {
  readonly span: Span;
  readonly kind: LoadedKind;
  /** What a neutral editor would write; null where nothing would stand there. */
  readonly neutral: string | null;
}

export interface Ledger {
  readonly schema: "hearsay/ledger@1";
  /** Same text + same engine = same bytes. `lexicon` is the hash of the knowledge files. */
  readonly engine: { readonly version: string; readonly lexicon: string };
  readonly report: {
    /** "sha256:…" of the clean text. */
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly published: string | null;
    readonly language: string;
    readonly text: string;
  };
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
  readonly loaded: readonly LoadedTerm[];
  readonly notices: readonly Notice[];
}
