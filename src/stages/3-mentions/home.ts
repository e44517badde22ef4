import type { Gazetteer, GazetteerPlace } from "../../core/gazetteer.ts";
import type { ActorKind } from "../../core/ledger.ts";
import { NAME_KINDS, type Syntax } from "../../core/syntax.ts";
import type { Known } from "../../lexicon/actor-index.ts";
import { datelines } from "./dateline.ts";
import type { Unit } from "./units.ts";

/** How much a report is about each country: mentions of it, its towns and its actors. */
export type CountryWeights = ReadonlyMap<string, number>;

type Small = Readonly<Record<string, ReadonlySet<string>>>;

export function weighCountries(s: Syntax, units: readonly Unit[], gazetteer: Gazetteer, small: Small): CountryWeights {
  const weights = new Map<string, number>();
  const add = (code: string | null | undefined, weight: number) => {
    if (code) weights.set(code, (weights.get(code) ?? 0) + weight);
  };
  const organs: string[] = [];
  for (const { what, first, last } of units) {
    if (what.is === "country" && (isInName(s, first, last) || isAbroad(s, last, small))) continue;
    if (what.is === "country" && new Set(what.words.map((word) => word.country)).size === 1)
      add(what.words[0]!.country.code, what.words[0]!.use === "capital" ? 0.5 : 1);
    if (what.is !== "known") continue;
    if (new Set(what.known.map((k) => (k.is === "state" ? k.country.code : k.row.id))).size > 1) continue;
    const known = what.known[0]!;
    // who reports on a war need not be at home in it, nor is a monitor or a world body where it has its seat
    if (known.is === "row" && AFAR.has(known.row.kind)) {
      if (known.row.countries.length === 1) organs.push(known.row.countries[0]!);
    } else if (known.is === "state") add(known.country.code, 1);
    else if (known.row.countries.length === 1) add(known.row.countries[0], 1);
  }
  for (const code of organs) if (weights.has(code)) add(code, 1);
  const taken = new Uint8Array(s.length);
  for (const unit of units) if (unit.what.is === "country") taken.fill(1, unit.first, unit.last + 1);
  const filed = datelines(s.document)[0];
  for (let t = 0; t < s.length; ) {
    let end = t + 1;
    while (end < s.length && s.name[end] === s.name[t] && s.nameStart[end] === 0) end++;
    const kind = NAME_KINDS[s.name[t]!]!;
    if (kind === "place" && !taken[t]) {
      // a place of a like name says nothing, nor does the larger of two that could be meant
      const places = gazetteer.exact(s.text.slice(s.start[t]!, s.end[end - 1]!));
      const only = new Set(places.map((place) => place.country)).size === 1;
      // The dateline says where the reporter is; a name of towns in several countries says little.
      const weight = filed !== undefined && s.end[end - 1]! <= filed.span[1] ? 2 : 1;
      if (only) add(places[0]!.country, weight);
      else if (places.length > 0 && stands(places)) add(places[0]!.country, weight / 2);
    }
    t = kind === "none" ? t + 1 : end;
  }
  return weights;
}

const LARGE = 200_000; // people
const OUTDONE = 1.5; // a namesake abroad this many times smaller is no rival

/** Whether the largest place of a name, which stands first, is known by it everywhere. */
const stands = ([first, ...others]: readonly GazetteerPlace[]): boolean =>
  first!.population > LARGE &&
  others.every((other) => other.country === first!.country || other.population * OUTDONE < first!.population);

/** Kinds of bodies that speak of wars elsewhere. */
const AFAR: ReadonlySet<ActorKind> = new Set(["media", "monitor", "international-organisation"]);

/** "the *French* embassy", "a *Spanish* aid worker": those whom a country has in others. */
const isAbroad = (s: Syntax, last: number, { expatriate }: Small): boolean =>
  /^(?:amod|compound)$/.test(s.deprel[last]!) && s.head[last]! > last && expatriate!.has(s.lemma[s.head[last]!]!);

/** "the Organization of *American* States": a word of an organisation's name, and no country that the report is about. */
function isInName(s: Syntax, first: number, last: number): boolean {
  const kind = NAME_KINDS[s.name[first]!]!;
  const goesOn = s.name[last + 1] === s.name[first] && s.nameStart[last + 1] === 0;
  return kind === "organisation" && s.nameStart[first] === 0 && goesOn;
}

/** How much a report is about the countries of an actor, those included where a state fights: "the Zionist enemy" in a report of Gaza. */
export function weightOf(weights: CountryWeights, known: Known): number {
  const codes = known.is === "state" ? [known.country.code, ...known.country.abroad] : known.row.countries;
  return Math.max(0, ...codes.map((code) => weights.get(code) ?? 0));
}

/** The country the report is about where one stands out; null where two are at it. `has` leaves out those that cannot be meant. */
export function homeOf(weights: CountryWeights, has: (code: string) => boolean = () => true): string | null {
  const ranked = [...weights].filter(([code]) => has(code)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined) return null;
  return second === undefined || first[1] >= second[1] * 1.3 ? first[0] : null;
}
