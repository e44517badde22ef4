import { NAME_KINDS, type Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";
import { startsUpper, topOf, type Unit } from "./units.ts";

/** How many words may stand between a noun and the name that it is called by. */
const REACH = 6;

/**
 * "the newspaper La Tribuna del Lago", "the aid group Hope Bridge", "a band called Sons of the Dawn": capitals after a noun for an outlet,
 * an institution or a group are its name, whatever the tagger says, and though a part of it is the name of another.
 */
export function withCalledNames(s: Syntax, found: readonly Unit[], index: ActorIndex): Unit[] {
  const units = withLongerNames(s, found, index);
  const all: Unit[] = [];
  let skip = -1;
  units.forEach((unit, u) => {
    if (unit.last <= skip) return;
    all.push(unit);
    const first = isCallable(s, unit, index) ? startOfName(s, unit, index) : -1;
    if (first < 0) return;
    const last = endOfRun(s, first, index);
    if (last < 0 || (first === unit.last + 1 && !standsAlone(s, unit, first, last))) return;
    const begins = units.slice(u + 1).find((other) => other.first === first);
    if (begins !== undefined && isSomebody(begins) && !(begins.last < last && goesOn(s, begins.last + 1, index)))
      return;
    // "Radio Omega": the noun itself is a part of the name
    const inName = first === unit.last + 1 && startsUpper(s, unit.first) && isBare(s, unit.first);
    if (inName) all.pop();
    all.push(named(s, inName ? unit.first : first, last));
    skip = last;
  });
  return withOutlet(s, withEchoes(s, all, units));
}

/** The outlet's own name, of several words, where its report has it: "Rights Now found". */
function withOutlet(s: Syntax, units: readonly Unit[]): Unit[] {
  const words = (s.document.outlet ?? "").toLowerCase().split(/\s+/);
  return words.length < 2 ? [...units] : withRuns(s, units, words);
}

const named = (s: Syntax, first: number, last: number): Unit => ({
  first,
  last,
  head: topOf(s, first, last),
  what: { is: "named", kind: "organisation" },
});

/** "the Free Army *of the Hills*", "El Faro *de Zamora*": the known name is a part of another's; "the Red Cross of Norway" is the Red Cross. */
function withLongerNames(s: Syntax, units: readonly Unit[], index: ActorIndex): Unit[] {
  const { joining, definite } = index.small;
  const longer = units.map((unit, u) => {
    const next = unit.last + 1;
    if (unit.what.is !== "known" || !joining?.has(s.lower[next]!) || s.sentence[next] !== s.sentence[unit.last])
      return unit;
    if (/^\p{Lu}+$/u.test(s.text.slice(s.start[unit.first]!, s.end[unit.last]!))) return unit;
    const article = definite?.has(s.lower[next + 1]!) ?? false;
    const from = article ? next + 2 : next + 1;
    const after = units[u + 1];
    const somebody = after?.first === from && (after.what.is === "known" || after.what.is === "country");
    const last = somebody || upos(s, from) !== "PROPN" ? -1 : endOfRun(s, from, index);
    // "Boko Haram of Borno": where it is, and no name
    return last < 0 || (!article && upos(s, next) === "ADP") ? unit : named(s, unit.first, last);
  });
  return longer.filter((unit, u) => u === 0 || unit.first > longer[u - 1]!.last);
}

/** The same words, wherever else they stand: "Hope Bridge runs the clinic". Names that were found so are not in `before`. */
function withEchoes(s: Syntax, units: readonly Unit[], before: readonly Unit[]): Unit[] {
  return units
    .filter((name) => !before.includes(name) && name.first < name.last)
    .reduce((all, name) => withRuns(s, all, s.lower.slice(name.first, name.last + 1)), [...units]);
}

/** Names wherever these words stand with a capital, in place of what is found of a part of them. */
function withRuns(s: Syntax, units: readonly Unit[], words: readonly string[]): Unit[] {
  const all = [...units];
  const length = words.length - 1;
  for (let t = 0; t + length < s.length; t++) {
    if (!startsUpper(s, t) || s.sentence[t] !== s.sentence[t + length]) continue;
    if (!words.every((word, i) => word === s.lower[t + i])) continue;
    const here = all.filter((unit) => unit.last >= t && unit.first <= t + length);
    if (here.some((unit) => unit.first < t || unit.last > t + length || unit.what.is === "named")) continue;
    for (const unit of here) all.splice(all.indexOf(unit), 1);
    all.push(named(s, t, t + length));
  }
  return all.sort((a, b) => a.first - b.first);
}

/** A noun that takes a name: an outlet, an institution, a group; "a *band* called X", but not "the *band* Tuesday". */
const isCallable = (s: Syntax, unit: Unit, index: ActorIndex): boolean =>
  unit.what.is === "noun" &&
  (unit.what.row.role === "outfit" ||
    unit.what.row.role === "group" ||
    unit.what.row.id === "site" ||
    (unit.what.row.role === "member" &&
      !index.small.single?.has(s.lemma[unit.head]!) &&
      calledAfter(s, unit, index) > 0));

/** No article or other word of its phrase before it. */
const isBare = (s: Syntax, t: number): boolean =>
  t === 0 || s.sentence[t - 1] !== s.sentence[t] || !/^(?:DET|ADJ|NOUN|PROPN)$/.test(upos(s, t - 1));

/** Names that are known hold; "the committee *President* Traore chairs": an office is no name. */
const isSomebody = ({ what }: Unit): boolean =>
  what.is === "known" || what.is === "country" || (what.is === "noun" && what.row.role === "office");

/** "El Faro *de* Zamora" is not El Faro. */
const goesOn = (s: Syntax, t: number, index: ActorIndex): boolean => Boolean(index.small.joining?.has(s.lower[t]!));

/** The token after a noun, or after the words that call it something. */
const startOfName = (s: Syntax, unit: Unit, index: ActorIndex): number =>
  Math.max(calledAfter(s, unit, index), unit.last + 1);

/** The token after the words that call a noun something ("called", "that styles itself the"); -1 where there are none. */
export function calledAfter(s: Syntax, unit: Unit, index: ActorIndex): number {
  const { small } = index;
  let calls = false;
  for (let t = unit.last + 1; t < s.length && t <= unit.last + REACH && s.sentence[t] === s.sentence[unit.last]; t++) {
    if (small.calling?.has(s.lemma[t]!)) calls = true;
    else if (!small["calling-link"]?.has(s.lower[t]!)) return calls ? t : -1;
  }
  return -1;
}

/** A name that nothing but its place tells to be one: several words, or one that the tagger takes for a name; "the group Tuesday" is none. */
function standsAlone(s: Syntax, unit: Unit, first: number, last: number): boolean {
  const shouted = (t: number) => /^\p{Lu}{2,}$/u.test(s.text.slice(s.start[t]!, s.end[t]!));
  if (shouted(unit.last) && NAME_KINDS[s.name[first]!] === "none") return false;
  return last > first || s.name[first] !== 0;
}

/** Last token of a run of capitalised words from `first`; -1 where there is none. */
function endOfRun(s: Syntax, first: number, index: ActorIndex): number {
  const sentence = s.sentence[first];
  let last = -1;
  for (let t = first; t < s.length && s.sentence[t] === sentence; t++) {
    if (startsUpper(s, t) && (/^(?:PROPN|ADJ|NOUN)$/.test(upos(s, t)) || s.name[t] !== 0)) last = t;
    else if (last < 0 || !index.small.connector?.has(s.lower[t]!)) break;
  }
  return last;
}
