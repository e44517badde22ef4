import type { Span } from "../../../core/span.ts";
import { type Syntax, UPOS } from "../../../core/syntax.ts";
import { children, relation, tokenAt } from "../../../core/tree.ts";
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
 * them that is of the kind they say. Rows of the class `pointing` say which do. "The market", "the bridge" are in a place: they point back where the report has
 * told before of "the market of X".
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
  const landmarks = landmarksOf(s, named);
  for (let t = 0; t < s.length; t++) {
    if (s.upos[t] !== NOUN || !words.kind.has(s.lower[t]!)) continue;
    const spots = words.pointing.has(s.lower[t]!) ? null : landmarks.get(s.lemma[t]!);
    if (spots === undefined) continue;
    const kids = children(s, t);
    const det = kids.find((c) => relation(s, c) === "det" && definite.has(s.lower[c]!));
    if (det === undefined || det > t || !kids.every((c) => isLight(s, c, words))) continue;
    if (/^(?:compound|flat)/.test(s.deprel[t]!)) continue;
    const place = spots
      ? (spots.findLast((hit) => hit.last < t) ?? null)
      : before(s, t, words.kind.get(s.lower[t]!)?.is ?? [], named);
    if (place) found.push({ head: t, span: [s.start[det]!, s.end[t]!], place });
  }
  return found;
}

/** Nouns of the report that stand with the name of the place they are in, by lemma: "the market of Bunagana". */
function landmarksOf(s: Syntax, named: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>();
  for (const hit of named) {
    if (hit.kind === null) continue;
    for (let t = tokenAt(s, hit.whole[0]); t < s.length && s.start[t]! < hit.whole[1]; t++) {
      if ((t >= hit.first && t <= hit.last) || s.upos[t] !== NOUN) continue;
      found.set(s.lemma[t]!, [...(found.get(s.lemma[t]!) ?? []), hit]);
    }
  }
  return found;
}

/** "the northern town" is told from another one. */
const isLight = (s: Syntax, c: number, words: PlaceWords): boolean =>
  LIGHT.has(s.deprel[c]!) && (s.deprel[c] !== "amod" || isPlain(s, c, words));
const isPlain = (s: Syntax, c: number, words: PlaceWords): boolean =>
  !words.within.has(s.lower[c]!) && !words.near.has(s.lower[c]!) && s.xpos[c] !== "JJS";

/** The last one of the kind in the same paragraph; else the one that the report has named most so far, its title counted, the last of such. */
function before(s: Syntax, token: number, kinds: readonly string[], named: readonly Found[]): Found | null {
  const told = named.filter((hit) => hit.last < token && kinds.includes(hit.chosen!.kind));
  const last = told.at(-1);
  if (last === undefined || s.block[s.sentence[last.first]!] === s.block[s.sentence[token]!]) return last ?? null;
  const times = (hit: Found) =>
    told.filter(({ chosen }) => chosen === hit.chosen).length + (s.document.title?.includes(hit.name) ? 1 : 0);
  const near = told.filter((hit) => s.sentence[token]! - s.sentence[hit.first]! <= REACH);
  return near.reduceRight<Found | null>((best, hit) => (best && times(best) >= times(hit) ? best : hit), null);
}
