import type { Attributions, Events, Mentions } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** Stage 5: what is said to have happened, to whom, with which toll. */
export function readEvents(
  _syntax: Syntax,
  _mentions: Mentions,
  _attributions: Attributions,
  _lexicon: LexiconData,
): Events {
  return { mentions: [], events: [], tolls: [], refusals: [], notices: [] };
}
