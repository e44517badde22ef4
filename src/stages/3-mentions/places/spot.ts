import type { Gazetteer } from "../../../core/gazetteer.ts";
import { contains, type Span } from "../../../core/span.ts";
import { NAME_KINDS, type Syntax } from "../../../core/syntax.ts";
import type { PlaceWords } from "../../../lexicon/place-words.ts";
import { standsAlone } from "./cues.ts";
import type { ActorName, Candidate, Found } from "./found.ts";
import { isCapital, isProper, isWord, joined, textOf } from "./text.ts";

const PLACE = NAME_KINDS.indexOf("place");
const ORGANISATION = NAME_KINDS.indexOf("organisation");
const PERSON = NAME_KINDS.indexOf("person");
const LONGEST = 7; // words, hyphens included; longer names of the tables are official titles
const FEW = 5000; // people: below, a name in capitals throughout is too likely to be an ordinary word

/** Every name that is in the gazetteer or that the parser takes for a place, longest match first, left to right. What opens a dateline is a place. */
export function spot(
  s: Syntax,
  gazetteer: Gazetteer,
  words: PlaceWords,
  loud: readonly boolean[],
  actors: readonly ActorName[],
  datelines: readonly Span[],
): Found[] {
  const found: Found[] = [];
  const filed = new Set(datelines.map(([start]) => start));
  for (let t = 0; t < s.length; t++) {
    if (!begins(s, t, words, loud)) continue;
    const hit = longest(s, t, gazetteer, words, loud, filed) ?? unknown(s, t, gazetteer, words);
    if (!hit) continue;
    found.push(hit);
    t = hit.last;
  }
  for (const hit of found) hit.use = inside(s, hit, actors) ? "part" : "location";
  return found;
}

/** Capital or proper noun; an Arabic article may stand before in small letters: "al-Jina". */
function begins(s: Syntax, t: number, words: PlaceWords, loud: readonly boolean[]): boolean {
  if (!isWord(s, t)) return false;
  // The second half of a word with a hyphen begins nothing: "Guinea-Bissau", but "Damascus-Homs" does.
  const mid = t > 0 && joined(s, t - 1) && s.text[s.start[t - 1]!] === "-" && s.name[t] !== 0 && s.nameStart[t] === 0;
  if (mid) return false;
  if (loud[s.sentence[t]!]) return isProper(s, t) || s.name[t] === PLACE || words.locative.has(s.lower[t - 1] ?? "");
  if (isCapital(s, t)) return true;
  return (
    words.article.has(s.lower[t]!) &&
    joined(s, t) &&
    s.text[s.end[t]!] === "-" &&
    t + 2 < s.length &&
    isCapital(s, t + 2)
  );
}

function longest(
  s: Syntax,
  first: number,
  gazetteer: Gazetteer,
  words: PlaceWords,
  loud: readonly boolean[],
  filed: ReadonlySet<number>,
): Found | null {
  const isLoud = loud[s.sentence[first]!]!;
  let end = first;
  const limit = Math.min(s.length - 1, first + LONGEST - 1, s.sentenceStart[s.sentence[first]! + 1]! - 1);
  while (end < limit && continues(s, end + 1, words, isLoud)) end++;
  for (let last = end; last >= first; last--) {
    // "IN DOWNTOWN LIMA.": not the stop of the sentence
    if (!isWord(s, last)) continue;
    const name = textOf(s, first, last);
    // "In the", "Rivera y": a name ends with a capital.
    if (!isLoud && !isCapital(s, last)) continue;
    if (last === first && (isNever(s, first, words) || words.kind.has(s.lower[first]!) || name.length < 2)) continue;
    const candidates = look(gazetteer, name);
    if (candidates.length === 0) continue;
    if (last === first && !filed.has(s.start[first]!) && !fits(s, first, candidates, words, isLoud, gazetteer))
      continue;
    return make(s, first, last, name, candidates, longerName(s, first, last, words));
  }
  return null;
}

/** "Nov." as "nov". */
const isNever = (s: Syntax, t: number, words: PlaceWords): boolean => words.never.has(s.lower[t]!.replace(/\.$/, ""));

/** Names go on over capitals, hyphens, apostrophes and the small words inside names ("Mazar-i-Sharif", "Rio de Janeiro"). */
function continues(s: Syntax, t: number, words: PlaceWords, loud: boolean): boolean {
  if (loud) return isWord(s, t) || joined(s, t - 1);
  return (
    isCapital(s, t) ||
    words.article.has(s.lower[t]!) ||
    (joined(s, t - 1) && (s.text[s.start[t]!] === "-" || joined(s, t - 2)))
  );
}

function look(gazetteer: Gazetteer, name: string): Candidate[] {
  const exact = gazetteer.exact(name).map((place) => ({ place, exact: true }));
  const alike = name.length < 5 ? [] : gazetteer.alike(name).map((place) => ({ place, exact: false }));
  return [...exact, ...alike];
}

/** Whether a single word is used as a name here, rather than as an ordinary word that some place is also called. */
function fits(
  s: Syntax,
  t: number,
  candidates: readonly Candidate[],
  words: PlaceWords,
  loud: boolean,
  gazetteer: Gazetteer,
): boolean {
  const before = t > 0 ? s.lower[t - 1]! : "";
  const country = candidates.some(({ place, exact }) => exact && place.kind === "country");
  // "US$100 million"
  if (joined(s, t) && s.text[s.end[t]!] === "$") return false;
  if (
    !loud &&
    isAcronym(s, t) &&
    !standsAlone(s, { first: t, last: t }) &&
    !candidates.some(({ place, exact }) => exact && LARGE.has(place.kind))
  )
    return false;
  if (country) return isProper(s, t) || s.name[t] === PLACE || words.locative.has(before);
  if (gazetteer.country(s.text.slice(s.start[t], s.end[t])) !== null) return false; // "Afghan", "Dutch": an adjective
  if (loud) {
    const known = candidates.some(({ place, exact }) => exact && (place.population >= FEW || place.kind !== "village"));
    if (s.name[t] === PLACE) return isProper(s, t) || known;
    return isProper(s, t) && (words.locative.has(before) || known);
  }
  return isProper(s, t) || s.name[t] === PLACE || words.locative.has(before);
}

const LARGE = new Set(["country", "admin1", "region"]);
/** "FAO" is no town; "NSW" and "UAE" are known by their letters. */
const isAcronym = (s: Syntax, t: number): boolean => /^\p{Lu}{2,5}$/u.test(s.text.slice(s.start[t], s.end[t]));

/** A name in no table that the parser takes for a place, or that the words beside it make one: "the village of X", "X, a town in". */
function unknown(s: Syntax, first: number, gazetteer: Gazetteer, words: PlaceWords): Found | null {
  const tagged = s.name[first] === PLACE && s.nameStart[first] === 1;
  if (!tagged && !(isCapital(s, first) && s.sentenceStart[s.sentence[first]!] !== first)) return null;
  let last = first;
  const goesOn = (t: number) =>
    tagged ? s.name[t] === PLACE && s.nameStart[t] === 0 : isCapital(s, t) || s.text[s.start[t]!] === "-";
  while (
    last + 1 < s.length &&
    goesOn(last + 1) &&
    partOfName(s, last + 1, words) &&
    s.sentence[last + 1] === s.sentence[first]
  )
    last++;
  while (last > first && (!isWord(s, last) || words.kind.has(s.lower[last]!))) last--;
  if (first === last && isNever(s, first, words)) return null;
  if (first === last && gazetteer.country(textOf(s, first, last)) !== null) return null; // "Uzbek"
  if (!isProper(s, last) || s.end[last]! - s.start[first]! < 3) return null;
  const called = calledPlace(s, first, last, words);
  return tagged || called ? { ...make(s, first, last, textOf(s, first, last), [], null), called } : null;
}

/** "the village of X"; "X, a hill town in". */
function calledPlace(s: Syntax, first: number, last: number, words: PlaceWords): boolean {
  if (words.within.has(s.lower[first - 1] ?? "") && words.settlement.has(s.lower[first - 2] ?? "")) return true;
  if (s.lower[last + 1] !== "," || !words.within.has(s.lower[last + 2] ?? "")) return false;
  for (let t = last + 3; t < Math.min(last + 7, s.length); t++) {
    if (words.settlement.has(s.lower[t]!))
      return words.within.has(s.lower[t + 1] ?? "") || words.side.has(s.lower[t + 1] ?? "");
  }
  return false;
}

const partOfName = (s: Syntax, t: number, words: PlaceWords): boolean =>
  isProper(s, t) || isCapital(s, t) || words.article.has(s.lower[t]!) || s.text[s.start[t]!] === "-";

function make(
  s: Syntax,
  first: number,
  last: number,
  name: string,
  candidates: readonly Candidate[],
  longer: string | null,
): Found {
  // "3. PORT-GENTIL. Two trawlers": the full stop of the sentence, cut with the word.
  const stop = /^[^.]{3,}\.$/.test(s.text.slice(s.start[last], s.end[last])) ? 1 : 0;
  const span: Span = [s.start[first]!, s.end[last]! - stop];
  return {
    first,
    last,
    span,
    name,
    longer,
    candidates,
    kind: null,
    called: false,
    whole: span,
    stated: null,
    holder: -1,
    use: "location",
    near: false,
    offset: null,
    weight: 0,
    chosen: null,
    doubt: null,
    rule: "",
  };
}

/** What the parser takes for one name of a place, where these words are only a part of it. */
function longerName(s: Syntax, first: number, last: number, words: PlaceWords): string | null {
  if (s.name[first] !== PLACE || s.name[last] !== PLACE) return null;
  let [from, to] = [first, last];
  const joins = (t: number): boolean => isCapital(s, t) && !words.kind.has(s.lower[t]!);
  while (s.nameStart[from] === 0 && joins(from - 1)) from--;
  while (to + 1 < s.length && s.name[to + 1] === PLACE && s.nameStart[to + 1] === 0 && joins(to + 1)) to++;
  return from < first || to > last ? textOf(s, from, to) : null;
}

/** Inside the name of an actor (strictly, where no row of the registry has the name), or of what the parser takes for an organisation or a person. */
function inside(s: Syntax, hit: Found, actors: readonly ActorName[]): boolean {
  for (const { span, registered } of actors) {
    if (contains(span, hit.span) && (registered || span[0] < hit.span[0] || span[1] > hit.span[1])) return true;
  }
  const kind = s.name[hit.first];
  if (kind !== ORGANISATION && kind !== PERSON) return false;
  const before = s.nameStart[hit.first] === 0;
  const after = hit.last + 1 < s.length && s.name[hit.last + 1] === kind && s.nameStart[hit.last + 1] === 0;
  return before || after;
}
