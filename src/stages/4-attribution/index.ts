import type { Attributions, Mentions } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** Stage 4: who says what, and under which operators. */
export function readAttributions(_syntax: Syntax, _mentions: Mentions, _lexicon: LexiconData): Attributions {
  return { attributions: [], scopes: [], refusals: [], notices: [] };
}
