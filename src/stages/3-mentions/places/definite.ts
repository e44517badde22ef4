import type { Span } from "../../../core/span.ts";
import { type Syntax, UPOS } from "../../../core/syntax.ts";
import { children, relation } from "../../../core/tree.ts";
import type { PlaceWords } from "../../../lexicon/place-words.ts";
import type { Found } from "./found.ts";

const NOUN = UPOS.indexOf("NOUN");
/** What may hang on a noun that only points back: "in the besieged town,". */
const LIGHT = new Set(["det", "case", "punct", "amod", "cc", "nmod:poss"]);
/** How many sentences back a place is still the one that "the town" means. */
const REACH = 6;

/** A common noun for a place told before: "the town" after "Bunagana". */
export interface Pointing {
  readonly head: number;
  readonly span: Span;
  readonly place: Found;
}

/**
 * Nouns for places that point back: definite, with nothing beside them that names another; they mean the last place of the report before
 * them that is of the kind they say. Rows of the class `pointing` say which do: "the market", "the bridge" are more often in a place than one.
 */
export function pointing(
  s: Syntax,
  accepted: readonly Found[],
  words: PlaceWords,
  definite: ReadonlySet<string>,
): Pointing[] {
  const named = accepted.filter(({ use, chosen }) => (use === "location" || use === "dateline") && chosen !== null);
  if (named.length === 0) return [];
  const found: Pointing[] = [];
  for (let t = 0; t < s.length; t++) {
    if (s.upos[t] !== NOUN || !words.pointing.has(s.lower[t]!)) continue;
    const kids = children(s, t);
    const det = kids.find((c) => relation(s, c) === "det" && definite.has(s.lower[c]!));
    if (det === undefined || det > t || !kids.every((c) => isLight(s, c, words))) continue;
    if (/^(?:compound|flat)/.test(s.deprel[t]!)) continue;
    const place = before(s, t, words.kind.get(s.lower[t]!)?.is ?? [], named);
    if (place) found.push({ head: t, span: [s.start[det]!, s.end[t]!], place });
  }
  return found;
}

/** "the northern town" is told from another one. */
const isLight = (s: Syntax, c: number, words: PlaceWords): boolean =>
  LIGHT.has(s.deprel[c]!) && (s.deprel[c] !== "amod" || isPlain(s, c, words));
const isPlain = (s: Syntax, c: number, words: PlaceWords): boolean =>
  !words.within.has(s.lower[c]!) && !words.near.has(s.lower[c]!) && s.xpos[c] !== "JJS";

function before(s: Syntax, token: number, kinds: readonly string[], named: readonly Found[]): Found | null {
  for (let i = named.length - 1; i >= 0; i--) {
    const hit = named[i]!;
    if (hit.last >= token) continue;
    if (s.sentence[token]! - s.sentence[hit.first]! > REACH) return null;
    if (kinds.includes(hit.chosen!.kind)) return hit;
  }
  return null;
}
