import type { GazetteerPlace } from "../../../core/gazetteer.ts";
import type { PlaceMentionValue } from "../../../core/layers.ts";
import type { Span } from "../../../core/span.ts";
import type { PlaceWordRow } from "../../../lexicon/place-words.ts";

/** A place a name may mean; `exact` where it is spelt so, not only sounds so. */
export interface Candidate {
  readonly place: GazetteerPlace;
  readonly exact: boolean;
}

/** A name that may be a place, with what stands around it. Filled step by step; only this room sees it. */
export interface Found {
  /** First and last token of the name. */
  readonly first: number;
  last: number;
  span: Span;
  /** As written, white space folded. */
  readonly name: string;
  /** The longer name that it is a part of, which no gazetteer has: "Aden Yaval" of "Aden"; null where it is whole. */
  readonly longer: string | null;
  candidates: readonly Candidate[];
  /** A noun that says what it is: "village" in "the village of X"; null where none. */
  kind: PlaceWordRow | null;
  /** In no table, but the words beside it call it a place: "X, a village south of Y". */
  called: boolean;
  /** Name and kind noun together: "X district". */
  whole: Span;
  /** Country the words beside it name: "the Syrian city of X". */
  stated: string | null;
  /** The place that holds it: "X, Y province"; index into the list of all found. */
  holder: number;
  use: PlaceMentionValue["use"];
  /** Beside the place, not in it: "near X", "outside X". */
  near: boolean;
  /** "10 km north of X"; bearing in degrees, null where the text gives none. */
  offset: { readonly metres: number; readonly bearing: number | null; readonly span: Span } | null;
  /** How sure it is that this is a place at all. */
  weight: number;
  chosen: GazetteerPlace | null;
  /** Why nothing was chosen. */
  doubt: string | null;
  /** The rule that chose. */
  rule: string;
}

/** A name that an actor is called by; `registered`: the registry has it, so that the whole of it is no place either ("Ansaru", "Shabaab"). */
export interface ActorName {
  readonly span: Span;
  readonly registered: boolean;
}
