import type { Document } from "./document.ts";
import type {
  Act,
  Bound,
  Certainty,
  CountRole,
  EventStage,
  EventType,
  Harm,
  Modality,
  Polarity,
  Time,
} from "./ledger.ts";
import type { Span } from "./span.ts";
import type { Syntax } from "./syntax.ts";

/** A number as words give it: "at least a dozen" is { low: 12, high: null, bound: "at-least" }. */
export interface NumberReading {
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  /** First and last token of the number phrase, its bound words included. */
  readonly first: number;
  readonly last: number;
  /** The number word itself. */
  readonly head: number;
}

/** What relative dates are reckoned from. */
export interface Anchor {
  /** ISO date. */
  readonly date: string;
  /** Where it comes from, for the notice: "publication date", "dateline", "the attack of 3 March". */
  readonly from: string;
}

/** Years in which all actors named in a report were there: what may fix a year that the text leaves out. */
export interface Lifetime {
  /** First and last year, both inclusive; null where it is open. */
  readonly from: number | null;
  readonly until: number | null;
  /** Of whom, for the notice. */
  readonly of: string;
}

export interface TimeReading {
  readonly time: Time;
  readonly span: Span;
  readonly head: number;
  readonly rule: string;
  /** For the notice that goes with an implied date: "reckoned from the publication date". */
  readonly note: string | null;
}

/** What a neutral sentence has to say, in names and codes; the language finds the words. */
export interface SentencePlan {
  readonly source: string;
  /** The source is the report's own outlet. */
  readonly ownVoice: boolean;
  /** The source is a group or institution, and no person. */
  readonly body: boolean;
  /** Relays between the source and the outlet, nearest the source first. */
  readonly via: readonly string[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  readonly stage: EventStage;
  readonly type: EventType;
  readonly agents: readonly string[];
  /** Whom it befell; things where no people are named. */
  readonly targets: readonly string[];
  /** The targets are things. */
  readonly things?: boolean;
  /** What is left open and not the event itself: "could not say who had done it"; null where nothing is. */
  readonly open?: "who" | "other" | null;
  /** The claim tells what happened; if not, it gives figures of what others tell of, or only answers them ("denied it"). */
  readonly tells: boolean;
  readonly place: string | null;
  readonly time: Time | null;
  readonly counts: readonly {
    readonly harm: Harm;
    readonly who: string;
    readonly low: number;
    readonly high: number | null;
    readonly bound: Bound;
    /** "27 killed, two of them children", "18, up from 12". */
    readonly role?: CountRole;
  }[];
}

/** All a stage may ask of a language. One object a language; `languages/en` makes the English one. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Words, sentences, tags, lemmas, syntax, names. Never throws; linear in the text but for very long sentences, which are cut. */
  parse(document: Document): Syntax;
  /** Numbers of countable things, left to right: digits, words, ranges, bounds, vague amounts. Articles ("a soldier") are left to the stage. */
  numbers(syntax: Syntax): readonly NumberReading[];
  /** Dates and times, left to right. `lifetime`: where nothing else gives the year, it may leave one in which a weekday falls on a date. `null` anchor: relative expressions and missing years stay unread and are returned in `unread`. */
  times(
    syntax: Syntax,
    anchor: Anchor | null,
    lifetime?: Lifetime | null,
  ): { readonly read: readonly TimeReading[]; readonly unread: readonly { span: Span; reason: string }[] };
  /** One neutral sentence, grammatical, in the past tense, never stronger than the claim. */
  sentence(plan: SentencePlan): string;
}
