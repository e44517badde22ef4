import { NAME_KINDS, type NameKind, type Syntax } from "../../core/syntax.ts";
import { upos } from "../../core/tree.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";
import { type NounRole, WORDNET_PERSON } from "../../lexicon/actors.ts";
import { topOf, type Unit } from "./units.ts";

/** Names that only the tagger knows join the units they do not clash with; nouns inside an organisation's name are part of it. */
export function withTaggedNames(s: Syntax, units: readonly Unit[], index: ActorIndex): Unit[] {
  const kept: Unit[] = [];
  let u = 0;
  for (let t = 0; t < s.length; ) {
    const kind = NAME_KINDS[s.name[t]!]!;
    let end = t + 1;
    while (end < s.length && s.name[end] === s.name[t] && s.nameStart[end] === 0) end++;
    if (kind === "none") end = t + 1;
    else if (kind !== "place") while (isHyphened(s, end)) end += 2;
    const inside: Unit[] = [];
    while (u < units.length && units[u]!.first < end) inside.push(units[u++]!);
    if (kind === "person" || kind === "organisation") {
      const last = kind === "person" ? endOfName(s, t, end - 1, units[u]?.first ?? s.length) : end - 1;
      for (const unit of taggedName(s, t, last, kind, inside, index, (kept.at(-1)?.last ?? -1) + 1)) {
        const before = kept.at(-1);
        if (before !== undefined && isOneName(s, before, unit)) kept[kept.length - 1] = joined(s, before, unit);
        else kept.push(unit);
      }
    } else {
      kept.push(...inside);
      if (inside.length === 0 && kind === "none" && isUntaggedName(s, t, kept.at(-1), index))
        kept.push({ first: t, last: t, head: t, what: { is: "named", kind: "person" } });
    }
    t = Math.max(end, (kept.at(-1)?.last ?? -1) + 1);
    while (u < units.length && units[u]!.first < t) kept.push(units[u++]!);
  }
  return kept;
}

/** "Al*-Andalus*": what a hyphen ties to a name belongs to it, whatever the tagger made of it. */
const isHyphened = (s: Syntax, t: number): boolean =>
  t + 1 < s.length &&
  s.lower[t] === "-" &&
  s.start[t] === s.end[t - 1] &&
  s.start[t + 1] === s.end[t] &&
  upos(s, t + 1) === "PROPN";

/** "Yerwa" and "Brief", tagged apart, but one name to the parser. */
function isOneName(s: Syntax, a: Unit, b: Unit): boolean {
  if (a.what.is !== "named" || b.what.is !== "named" || a.last + 1 !== b.first) return false;
  const tie = s.head[b.head]! >= a.first && s.head[b.head]! <= a.last ? b.head : a.head;
  const to = s.head[tie]!;
  return to >= a.first && to <= b.last && /^(?:flat|compound)/.test(s.deprel[tie]!);
}
function joined(s: Syntax, a: Unit, b: Unit): Unit {
  const kind =
    a.what.is === "named" && b.what.is === "named" && a.what.kind === b.what.kind ? a.what.kind : "organisation";
  return { first: a.first, last: b.last, head: topOf(s, a.first, b.last), what: { is: "named", kind } };
}

/** Whether the word is part of a longer person's name somewhere in the report. */
function isSurname(s: Syntax, token: number): boolean {
  const person = NAME_KINDS.indexOf("person");
  for (let t = 1; t < s.length; t++) {
    if (s.name[t] === person && s.nameStart[t] === 0 && s.lower[t] === s.lower[token]) return true;
  }
  return false;
}

/** "*Nabil* Abdallah", of which the tagger saw the last name alone: what the parser ties to it is the name, too, from token `free` on. */
function startOfName(s: Syntax, first: number, free: number): number {
  let begin = first;
  const untagged = (t: number) =>
    t >= free && s.name[t] === 0 && upos(s, t) === "PROPN" && s.sentence[t] === s.sentence[first];
  while (
    untagged(begin - 1) &&
    s.deprel[first] === "flat" &&
    (s.head[first] === begin - 1 || s.head[first] === s.head[begin - 1])
  )
    begin--;
  return begin;
}

/** "her daughter *Marisela*", "Father *Ellacuria*": what stands right behind a word for one person and is tied to it is his name, tagged or not. */
function isUntaggedName(s: Syntax, t: number, before: Unit | undefined, index: ActorIndex): boolean {
  if (t === 0 || upos(s, t) !== "PROPN" || s.sentence[t] !== s.sentence[t - 1]) return false;
  if (index.titles.get(s.lower[t - 1]!)?.gender) return s.head[t - 1] === t || s.head[t] === t - 1;
  const one = before?.last === t - 1 && before.what.is === "noun" && ONE_PERSON.has(before.what.row.role);
  return one && /^NNP?$/.test(s.xpos[t - 1]!) && s.head[t] === t - 1 && /^(?:appos|flat)$/.test(s.deprel[t]!);
}
const ONE_PERSON: ReadonlySet<NounRole> = new Set<NounRole>(["relation", "person", "office"]);

/** "Hector Oqueli *Colindres*": what the parser ties to a name behind it is its end, before token `until`. */
function endOfName(s: Syntax, first: number, last: number, until: number): number {
  let end = last;
  const tied = (t: number) => s.deprel[t] === "flat" && s.head[t]! >= first && s.head[t]! <= end;
  while (end + 1 < until && s.name[end + 1] === 0 && upos(s, end + 1) === "PROPN" && tied(end + 1)) end++;
  return end;
}

/** "*Victor* Alfonso Pomas", "*Angel* Marroquin": a noun for people that only WordNet has, inside a name and tied to it, is no title. */
function isGivenName(s: Syntax, { first, last, what }: Unit): boolean {
  const tied = s.deprel[first + 1] === "flat" && (s.head[first + 1] === first || s.deprel[first] === "flat");
  return what.is === "noun" && what.row.id === WORDNET_PERSON && first === last && upos(s, first) === "PROPN" && tied;
}

function taggedName(
  s: Syntax,
  first: number,
  last: number,
  kind: NameKind,
  inside: readonly Unit[],
  index: ActorIndex,
  free: number,
): readonly Unit[] {
  if (inside.some((unit) => unit.what.is === "known" || unit.what.is === "named" || unit.last > last)) return inside;
  // "after *Monday*'s attack"
  if (first === last && index.times.has(s.lower[first]!)) return inside;
  const proper = (t: number) => upos(s, t) === "PROPN";
  // "Takfiris fled": a noun that opens a sentence, or a plural, is no name.
  const only = inside.length === 1 ? inside[0]! : undefined;
  if (
    only?.what.is === "noun" &&
    only.first === first &&
    only.last === last &&
    (first === s.sentenceStart[s.sentence[first]!] || /S$/.test(s.xpos[last]!))
  ) {
    return inside;
  }
  // "accused Pakistan of": a country is nobody's name, but "Jordan said" may be Michael Jordan's.
  const isWhole = only !== undefined && only.first === first && only.last === last;
  if (kind === "person" && isWhole && only.what.is === "country" && !isSurname(s, first)) return inside;
  if (kind === "person") {
    // "Captain Jeff Davis": the rank is a unit of its own, the name what follows.
    let begin = first;
    const titles: Unit[] = [];
    for (let moved = true; moved; ) {
      moved = false;
      const unit = inside.find((unit) => unit.first === begin && unit.last < last && unit.what.is !== "country");
      if (unit !== undefined && !isGivenName(s, unit)) {
        titles.push(unit);
        begin = unit.last + 1;
        moved = true;
      } else if (begin < last && index.titles.has(s.lower[begin]!)) {
        begin++;
        moved = true;
      }
    }
    if (begin === first) begin = startOfName(s, first, free);
    for (let t = begin; t <= last; t++)
      if (proper(t))
        return [...titles, { first: begin, last, head: topOf(s, begin, last), what: { is: "named", kind } }];
    return inside;
  }
  const covered = inside.reduce((sum, unit) => sum + unit.last - unit.first + 1, 0);
  const stateOnly = inside.some((unit) => unit.what.is === "body") && covered === last - first + 1;
  if (stateOnly || (covered === last - first + 1 && inside.length === 1)) return inside;
  for (let t = first; t <= last; t++)
    if (proper(t)) return [{ first, last, head: topOf(s, first, last), what: { is: "named", kind } }];
  return inside;
}
