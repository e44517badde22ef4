import type { Camp, Dossier } from "./dossier.ts";
import type { Act, ActorKind, Bound, Certainty, EventType, Harm, Modality, Polarity } from "./ledger.ts";
import type { Span } from "./span.ts";

/** A dossier with all that an export writes of it: its parties, figures, claims and reports, ready to be put in rows. */
export interface Story {
  readonly dossier: Dossier;
  readonly agents: readonly StoryParty[];
  readonly targets: readonly StoryParty[];
  readonly figures: readonly Figure[];
  readonly claims: readonly StoryClaim[];
  /** In order of publication. */
  readonly reports: readonly StoryReport[];
  /** What was used, in the reports' words. */
  readonly instruments: readonly string[];
  readonly stage: "accomplished" | "attempted" | "threatened";
}

export interface StoryParty {
  readonly name: string;
  readonly entry: string | null;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Body it belongs to, by name. */
  readonly memberOf: string | null;
  /** Keys of the origins that name it in this role; empty where no origin's words do. */
  readonly saidBy: readonly string[];
}

/** One origin's figure for one harm to one side. */
export interface Figure {
  readonly harm: Harm;
  /** Whose side: the matrix row. */
  readonly side: string;
  /** Whether the side is among those said to have acted, or to have suffered; "people" otherwise. */
  readonly role: "agent" | "target" | "people";
  /** Name of the party whose side it is; null where it is none of the event's. */
  readonly sideParty: string | null;
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  readonly stance: "asserts" | "denies" | "doubts";
  readonly origin: string;
  readonly actor: string;
  readonly camp: Camp;
  readonly party: boolean;
  readonly standing: "origin" | "objector" | "voice";
  readonly published: string | null;
  /** Counted in a figure of another side. */
  readonly part: boolean;
  /** A later figure of the same origin stands in its place. */
  readonly superseded: boolean;
  readonly claims: readonly string[];
}

export interface StoryClaim {
  readonly report: string;
  readonly id: string;
  readonly event: string;
  readonly type: EventType;
  readonly source: string;
  readonly origin: string;
  readonly via: readonly string[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  readonly counts: readonly {
    readonly harm: Harm;
    readonly who: string;
    readonly low: number;
    readonly high: number | null;
    readonly bound: Bound;
    readonly span: Span;
  }[];
  readonly neutral: string;
  /** The words it rests on. */
  readonly span: Span;
  readonly quote: string;
  readonly published: string | null;
  /** "accepted", "corrected" or null where nobody has looked at it. */
  readonly review: "accepted" | "corrected" | null;
  /** What coders noted on it. */
  readonly notes: readonly string[];
}

export interface StoryReport {
  /** What coders noted on it. */
  readonly notes: readonly string[];
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
}
