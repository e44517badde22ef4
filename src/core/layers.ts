import type { Finding, Notice, Refusal } from "./finding.ts";
import type {
  Act,
  Actor,
  Bound,
  Certainty,
  Claim,
  CountRole,
  Event,
  EventStage,
  EventType,
  Harm,
  LoadedTerm,
  Modality,
  Place,
  Polarity,
  ThingHit,
  Time,
} from "./ledger.ts";
import type { Span } from "./span.ts";
import type { Syntax } from "./syntax.ts";

/**
 * What each stage adds. A stage takes the layers it needs as arguments, so calling stages out of order does not compile.
 * Findings of a layer are in text order. Losers are kept in `refusals` with the reason.
 */

// ── 3 mentions ────────────────────────────────────────────────────────────────────────────────────────────────

/** How an actor is named: "the Taliban" name, "the army" description, "they" pronoun, "its spokesman" office, "the puppets" epithet. */
export type ActorForm = "name" | "description" | "pronoun" | "office" | "epithet";

export interface ActorMentionValue {
  /** Actor id. */
  readonly actor: string;
  readonly form: ActorForm;
}
export type ActorMention = Finding<"actor", ActorMentionValue>;

export interface PlaceMentionValue {
  /** Place id. */
  readonly place: string;
  /** Only `location` can be where an event happened; `actor` is "Washington said", `part` a name inside another name, `dateline` the dateline. */
  readonly use: "location" | "actor" | "part" | "dateline";
}
export type PlaceMention = Finding<"place", PlaceMentionValue>;

export type TimeMention = Finding<"time", Time>;

/** A number of something: "at least 10 civilians", "a soldier", "scores", "no casualties". `head` is the number word or article. */
export interface QuantityValue {
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  /** Token of what is counted ("civilians"); -1 where it is left out ("killed 12"). */
  readonly of: number;
}
export type Quantity = Finding<"quantity", QuantityValue>;

export interface Mentions {
  /** `actors[0]` is the outlet, "a0"; named or not, it is the report's own voice. */
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly actorMentions: readonly ActorMention[];
  readonly placeMentions: readonly PlaceMention[];
  readonly times: readonly TimeMention[];
  /** The day that relative dates of the report are reckoned from; null where it has none. */
  readonly written: string | null;
  readonly quantities: readonly Quantity[];
  readonly loaded: readonly LoadedTerm[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** Id of the report's own voice. */
export const OUTLET = "a0";

// ── 4 attribution ─────────────────────────────────────────────────────────────────────────────────────────────

export type AttributionForm =
  | "direct" // "…," he said: words in quotation marks
  | "indirect" // he said that …
  | "infinitive" // urged both sides to withdraw; is said to have fled
  | "according-to" // according to X; in the words of X
  | "noun" // the claim that …; X's denial; a statement released by X
  | "headline" // Army: 12 rebels dead; 12 dead - army
  | "credit" // (AFP); Radio Orient, Thursday, 1800. …; Source: AFP
  | "continued" // the sentence goes on in the voice of the one before
  | "event-object"; // claimed the attack; denied involvement; confirmed the deaths: the content is an event noun

export interface AttributionValue {
  /** Actor id; null where the text has a cue and no speaker ("was reported"). */
  readonly source: string | null;
  /** Relays named in the text, nearest the source first; the outlet is not among them. */
  readonly via: readonly string[];
  readonly cue: Span;
  /** Span of the source's words; null where it is left out. */
  readonly sourceSpan: Span | null;
  /** What is attributed: parts in text order. An attribution is nested in another where its cue lies in the other's content. */
  readonly content: readonly Span[];
  readonly act: Act;
  /** What the act lays on its content. Operators inside the content ("may", "not") are `Scope` findings, not these. */
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  readonly form: AttributionForm;
  /** Those who say it too, beside the source: "police *and witnesses* said". */
  readonly also?: readonly string[];
  /** Source and those beside it say it of one another: "accused each other". */
  readonly mutual?: true;
}
export type Attribution = Finding<"attribution", AttributionValue>;

/** An operator over a stretch of text: "did not", "may", "if", "plans to", "failed to", "was to have", "the alleged". Only what it changes is set. */
export interface ScopeValue {
  readonly operator: Span;
  /** The words in its scope, ascending: verbs and event nouns. A noun is in scope only where its verb carries it ("may *launch* an *attack*", not "may condemn the attack"). */
  readonly over: readonly number[];
  readonly polarity?: "negative";
  readonly certainty?: Exclude<Certainty, "certain">;
  readonly modality?: Exclude<Modality, "actual">;
  readonly stage?: Exclude<EventStage, "accomplished">;
  readonly act?: Act;
  /** The words are a condition ("if the army attacks"): nobody says that it happens, or threatens it. */
  readonly supposed?: true;
}
export type Scope = Finding<"scope", ScopeValue>;

export interface Attributions {
  readonly attributions: readonly Attribution[];
  readonly scopes: readonly Scope[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

// ── 5 events ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A filled role: who or what, where it stands, and whether the words say so or it was worked out. */
export interface Filler {
  /** Actor or place id. */
  readonly ref: string;
  readonly span: Span;
  readonly basis: "stated" | "implied";
  readonly rule: string;
}

export interface EventMentionValue {
  /** Id of the event it is a mention of. */
  readonly event: string;
  readonly type: EventType;
  readonly agent: readonly Filler[];
  readonly target: readonly Filler[];
  readonly objects: readonly ThingHit[];
  readonly instrument: { readonly name: string; readonly span: Span } | null;
  readonly place: Filler | null;
  readonly time: Time | null;
  readonly stage: EventStage;
  /** Taken for granted rather than asserted ("after the attack, …"): a reference to an event, not by itself a claim. */
  readonly presupposed: boolean;
  /** Stands in a part of its clause that takes it for granted: who denies the clause does not deny it. */
  readonly granted: boolean;
  /** Denies no more than a part of what was told: "denied that the dead were civilians", "the clinic was not damaged". */
  readonly detail: boolean;
}
/** `span` and `head` are the trigger's. */
export type EventMention = Finding<"event", EventMentionValue>;

export interface TollValue {
  readonly harm: Harm;
  readonly who: string | null;
  readonly whoText: string;
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  /** Event id it belongs to. */
  readonly event: string;
  /** Id of the toll finding this is a part of ("five of them children"); parts are never added to the whole. */
  readonly partOf: string | null;
  /** How it stands to another of the same source; null where it stands by itself. */
  readonly role: CountRole | null;
}
export type Toll = Finding<"toll", TollValue>;

/** An attribution that speaks of an event told before it or by another: "The army denied that it was to blame." */
export interface Answer {
  readonly attribution: Attribution;
  /** Event id. */
  readonly event: string;
  /** Actor id of the one whose words are called untrue. */
  readonly against?: string;
  /** "said *it had*": the token of a predicate that leaves out what was told; operators over it say whether it is so. */
  readonly predicate?: number;
}

export interface Events {
  readonly mentions: readonly EventMention[];
  /** Which event each answering attribution is about, whether or not its words name the event. */
  readonly answers: readonly Answer[];
  readonly events: readonly Event[];
  readonly tolls: readonly Toll[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

// ── 6 claims ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A claim before it has its neutral sentence. */
export type BareClaim = Omit<Claim, "neutral">;

/** Everything known of a report: what `explain` and `whyNot` look into. */
export interface Reading {
  readonly syntax: Syntax;
  readonly mentions: Mentions;
  readonly attributions: Attributions;
  readonly events: Events;
  readonly claims: readonly BareClaim[];
  /** The refusals of all stages. */
  readonly refusals: readonly Refusal[];
}
