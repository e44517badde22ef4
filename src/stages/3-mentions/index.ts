import type { Gazetteer } from "../../core/gazetteer.ts";
import type { Language } from "../../core/language.ts";
import { type Mentions, OUTLET } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** Stage 3: actors, places, times, quantities and loaded words. */
export function readMentions(
  syntax: Syntax,
  _lexicon: LexiconData,
  _gazetteer: Gazetteer,
  _language: Language,
): Mentions {
  const outlet = {
    id: OUTLET,
    name: syntax.document.outlet ?? "the report",
    entry: null,
    kind: "media" as const,
    country: null,
    memberOf: null,
    mentions: [],
    epithets: [],
  };
  return {
    actors: [outlet],
    places: [],
    actorMentions: [],
    placeMentions: [],
    times: [],
    quantities: [],
    loaded: [],
    refusals: [],
    notices: [],
  };
}
