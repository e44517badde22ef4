import type { ActorKind, Bound, EventType, Harm, Place, Polarity, Time } from "./ledger.ts";

/** The dossier: what many reports say of one real event. Ledgers stay as they are; a dossier points into them. */

/** An event of one ledger. */
export interface EventRef {
  /** Report id, "sha256:…". */
  readonly report: string;
  /** Event id within that ledger. */
  readonly event: string;
}

/** An actor as reports name it: by its row in the registry where it has one, else by its name. */
export interface ActorRef {
  readonly name: string;
  readonly entry: string | null;
}

/** Why two events are, or are not, taken to be one. `weight` is in log-odds: positive speaks for, negative against. */
export interface Reason {
  readonly rule: string;
  readonly weight: number;
  readonly words: string;
}

/** An event taken to be this dossier's event. `score` is its mean log-odds against the other members. */
export interface Member extends EventRef {
  readonly score: number;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

/** A near miss: an event that may be this one, waiting for a coder. */
export interface Waiting extends Member {
  /** The member it comes nearest to. */
  readonly nearest: EventRef;
}

export const CAMPS = ["state", "armed-group", "monitor-or-media", "medical-or-witness", "not-settled"] as const;
export type Camp = (typeof CAMPS)[number];

/** The camp that a kind of actor speaks from. */
export const CAMP: Readonly<Record<ActorKind, Camp>> = {
  government: "state",
  "state-forces": "state",
  police: "state",
  court: "state",
  "external-forces": "state",
  "armed-group": "armed-group",
  "political-militia": "armed-group",
  "communal-militia": "armed-group",
  media: "monitor-or-media",
  monitor: "monitor-or-media",
  "international-organisation": "monitor-or-media",
  witness: "medical-or-witness",
  civilians: "medical-or-witness",
  person: "not-settled",
  protesters: "not-settled",
  rioters: "not-settled",
  unknown: "not-settled",
};

/**
 * Who vouches for a version, not who carries it. `origin` asserts something of the event; `objector` only denies, doubts,
 * suspects or threatens; `voice` is an outlet speaking for itself, which makes nobody an independent origin.
 */
export interface Origin {
  /** Unique within the dossier; cells name it. */
  readonly key: string;
  /** Name of the body, person or witness. */
  readonly actor: string;
  /** Id in the actor registry, where it is known there. */
  readonly entry: string | null;
  /** Every name under which the reports have it: the body, its press office, its spokesman. */
  readonly aliases: readonly string[];
  readonly standing: "origin" | "objector" | "voice";
  readonly camp: Camp;
  /** Whether it does or suffers the event in any version. */
  readonly party: boolean;
  readonly carriedBy: readonly { readonly report: string; readonly via: readonly string[] }[];
}

export type Field = "what" | "agent" | "target" | "place" | "time" | "cause" | `${Harm}:${string}`;
export type Verdict = "agree" | "differ" | "contradict" | "one-voice" | "silent";
export type Stance = "asserts" | "denies" | "doubts" | "silent";

export type CellValue =
  | { readonly kind: "type"; readonly type: EventType }
  | { readonly kind: "parties"; readonly names: readonly string[] }
  | { readonly kind: "place"; readonly place: Omit<Place, "id" | "mentions"> }
  | { readonly kind: "time"; readonly time: Omit<Time, "evidence"> }
  | {
      readonly kind: "toll";
      readonly low: number;
      readonly high: number | null;
      readonly bound: Bound;
      readonly who: string;
      /** Counted in a figure of another side: "18 killed, two of them soldiers". */
      readonly part?: true;
    }
  | { readonly kind: "cause"; readonly words: string };

/** One origin's version of one field. Revisions of one origin are cells of their own, joined by `supersedes`. */
export interface Cell {
  readonly id: string;
  /** Key of the origin. */
  readonly origin: string;
  readonly stance: Stance;
  /** Which way the claims lean: a doubt may lean either way. Null where the origin is silent. */
  readonly polarity: Polarity | null;
  readonly value: CellValue | null;
  /** "REPORT/CLAIM". Empty where the origin is silent. */
  readonly claims: readonly string[];
  /** When the report that carries it was published. */
  readonly published: string | null;
  /** Id of the cell that this one revises. */
  readonly supersedes: string | null;
}

export interface Row {
  readonly field: Field;
  readonly verdict: Verdict;
  readonly cells: readonly Cell[];
}

/** A coder's word over the machine's. Decisions are an overlay: taking one back restores both dossiers exactly. */
export type Decision = {
  readonly id: string;
  readonly author: string;
  /** ISO 8601 date-time. */
  readonly time: string;
  readonly reason: string;
} & DecisionBody;

export type DecisionBody =
  /** One real event. */
  | { readonly kind: "join"; readonly a: EventRef; readonly b: EventRef }
  /** Not one real event, now and whatever else comes in. */
  | { readonly kind: "never"; readonly a: EventRef; readonly b: EventRef }
  /** These members leave `rest`, the others of their dossier, and stay together. */
  | { readonly kind: "split"; readonly members: readonly EventRef[]; readonly rest: readonly EventRef[] }
  /** Undecided on purpose: keeps a pair out of the queue without joining or parting it. */
  | { readonly kind: "hold"; readonly a: EventRef; readonly b: EventRef }
  /** Two names of actors: one actor, never one, or left open on purpose. Holds in the whole case. */
  | {
      readonly kind: "alias";
      readonly verdict: "one" | "never" | "hold";
      readonly a: ActorRef;
      readonly b: ActorRef;
    }
  /** The value a coder takes for a field of the dossier that holds `member`, and by which rule. */
  | {
      readonly kind: "value";
      readonly member: EventRef;
      readonly field: Field;
      readonly value: CellValue;
      readonly rule: string;
    };

export interface Dossier {
  readonly schema: "hearsay/dossier@1";
  /** Stable while its founding member stays: derived from the member that came in first. */
  readonly id: string;
  /** Neutral: what, where, when. */
  readonly title: string;
  /** The most specific value that no member contradicts; null where they clash. */
  readonly type: EventType;
  readonly place: Place | null;
  readonly time: Time | null;
  readonly members: readonly Member[];
  readonly waiting: readonly Waiting[];
  readonly origins: readonly Origin[];
  /** How many of `origins` stand as origins. */
  readonly independent: number;
  readonly matrix: readonly Row[];
  readonly decisions: readonly Decision[];
}

export const refKey = (ref: EventRef): string => `${ref.report}/${ref.event}`;
