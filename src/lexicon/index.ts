import type {
  ActorRow,
  FunctionWordRow,
  PersonNounRow,
  PronounRow,
  StateBodyRow,
  StateRow,
  TitleRow,
} from "./actors.ts";
import type { CalendarRow } from "./calendar.ts";
import type { EventLexicon } from "./events.ts";
import type { CountryCodes } from "./exports.ts";
import type { LoadedRow } from "./loaded.ts";
import type { NeutralRow } from "./neutral.ts";
import type { BoundWord, NumberWord } from "./numbers.ts";
import type { PlaceWordRow } from "./place-words.ts";
import type { HedgeRow, SpeechRow } from "./speech.ts";
import type { Abbreviation } from "./words.ts";

/**
 * What Hearsay knows, as loaded: one array of rows a section, and the hash of all knowledge files.
 * Row types stand in one file a section beside this one; `scripts/lexicon/` has the schemas that the build checks them with.
 */
export interface LexiconData extends EventLexicon {
  readonly hash: string;
  readonly countryCodes: readonly CountryCodes[];
  readonly numbers: readonly NumberWord[];
  readonly bounds: readonly BoundWord[];
  readonly abbreviations: readonly Abbreviation[];
  /** Words in lower case that open sentences. */
  readonly starters: readonly string[];
  /** Singular nouns whose "of 9" is an age. */
  readonly aged: readonly string[];
  /** Prefixes that keep their hyphen. */
  readonly prefixes: readonly string[];
  readonly neutral: readonly NeutralRow[];
  readonly calendar: readonly CalendarRow[];
  readonly placeWords: readonly PlaceWordRow[];
  readonly speech: readonly SpeechRow[];
  readonly hedges: readonly HedgeRow[];
  readonly loaded: readonly LoadedRow[];
  readonly actors: readonly ActorRow[];
  readonly states: readonly StateRow[];
  readonly stateBodies: readonly StateBodyRow[];
  readonly personNouns: readonly PersonNounRow[];
  readonly pronouns: readonly PronounRow[];
  readonly functionWords: readonly FunctionWordRow[];
  readonly titles: readonly TitleRow[];
}
