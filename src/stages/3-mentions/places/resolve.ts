import type { GazetteerPlace } from "../../../core/gazetteer.ts";
import type { Candidate, Found } from "./found.ts";
import { BESIDE, type Held, heldBy, isFamous, NEAR, type Score, score } from "./score.ts";
import { distance } from "./sphere.ts";
import { isSure, KNOWN, namesAnother, type Tally, tally } from "./tally.ts";

/**
 * Which of the places of a name is meant. Support counts before size: what holds it, the country the words beside it
 * name, the countries and places of the same report; how many people live there decides last, and never alone between
 * namesakes of like size.
 */

const LARGE = new Set(["country", "region", "water"]);
const MANY = 40; // candidates: a name so common proves nothing
const DWARFED = 20; // a namesake this many times smaller is no rival
const TOWN = 20_000; // people
const AHEAD = 1; // how far the best has to lead its rival abroad

export function resolve(found: readonly Found[], named: ReadonlyMap<string, number>): void {
  const alive = found.filter((hit) => hit.use !== "part");
  const parts = found.filter((hit) => hit.use === "part");
  const held = heldBy(found);
  let near: readonly GazetteerPlace[] = [];
  // Each round knows the places that the one before was sure of.
  for (let round = 0; round < 3; round++) {
    const countries = tally(named, round === 0 ? [] : alive);
    for (const hit of alive) choose(hit, found, held, countries, near);
    const sure = alive
      .filter((hit) => hit.use !== "actor" && hit.chosen?.kind !== "country" && isSure(hit))
      .map((hit) => hit.chosen!);
    near = [...new Set(sure)];
  }
  pair(alive);
  const countries = tally(named, alive);
  for (const hit of parts) choose(hit, found, held, countries, near);
}

const isExactTown = ({ place, exact }: Candidate): boolean => exact && place.kind === "city";
const isTown = (candidate: Candidate): boolean => isExactTown(candidate) && candidate.place.population >= TOWN;

/** A division with a town of the same name in it. */
function namedAfter(
  { place }: Candidate,
  candidates: readonly Candidate[],
  isTown: (candidate: Candidate) => boolean,
): boolean {
  if (place.kind !== "admin1" && place.kind !== "admin2") return false;
  return candidates.some(
    (other) => isTown(other) && other.place.country === place.country && other.place.admin1 === place.admin1,
  );
}

/**
 * Names that nothing else bears out bear each other out where only one country has them side by side: a report that
 * never says "Suriname" tells of Moengo and Albina.
 */
function pair(found: readonly Found[]): void {
  const open = found.filter((hit) => hit.chosen === null && hit.stated === null && hit.candidates.length <= MANY);
  const exact = (hit: Found) => hit.candidates.filter((candidate) => candidate.exact).map(({ place }) => place);
  const choices = open.map((hit) =>
    exact(hit).filter((place) =>
      open.some((other) => other.name !== hit.name && exact(other).some((beside) => distance(place, beside) < NEAR)),
    ),
  );
  open.forEach((hit, i) => {
    const places = choices[i]!;
    const best = places[0];
    if (best === undefined || places.some((place) => distance(place, best) > BESIDE)) return;
    hit.chosen = best;
    hit.doubt = null;
    hit.rule = "place/side-by-side";
  });
}

function choose(
  hit: Found,
  found: readonly Found[],
  held: Held,
  countries: Tally,
  near: readonly GazetteerPlace[],
): void {
  hit.chosen = null;
  hit.doubt = null;
  if (hit.candidates.length === 0) {
    hit.doubt = "no gazetteer has this name";
    return;
  }
  const others = near.filter((place) => !hit.candidates.some((candidate) => candidate.place === place));
  // "near Tillabéri": beside the town, however small; nothing is near a province that surrounds it
  const isMeant = hit.near ? isExactTown : isTown;
  const town = hit.kind === null && hit.candidates.some(isMeant);
  const scores = hit.candidates
    .map((candidate) => score(candidate, hit, found, held, countries, others))
    // "Najran": the town, unless the text says that the province is meant.
    .map((scored) =>
      town && namedAfter(scored.candidate, hit.candidates, isMeant)
        ? { ...scored, points: scored.points - 2.5 }
        : scored,
    )
    .sort((a, b) => b.points - a.points);
  const best = scores.find((scored) => !isDwarfed(scored, scores)) ?? scores[0]!;
  const { place, exact } = best.candidate;
  if (hit.stated !== null && place.country !== hit.stated && !LARGE.has(place.kind)) {
    hit.doubt = `the text puts it in ${hit.stated}, where no gazetteer has this name`;
    return;
  }
  if (!best.supported) {
    if (hit.longer !== null && !isFamous(place) && place.kind !== "country") {
      hit.doubt = `it is a part of "${hit.longer}", which no gazetteer has, and nothing in the report speaks for ${place.name} (${place.country})`;
      return;
    }
    if (!exact) {
      hit.doubt = `only like-sounding places of countries that the report does not name (${place.name}, ${place.country})`;
      return;
    }
    if (!isKnown(place)) {
      const many = scores.some(
        ({ candidate }) =>
          candidate.place.country !== place.country && candidate.place.population * DWARFED > place.population,
      );
      hit.doubt = many
        ? "several places have this name and nothing in the report tells which"
        : `the only place of this name (${place.country}) is in a country that the report does not name`;
      // Where the report names no country at all, the only place of this name is as good a reading as there is.
      if (many || namesAnother(hit.name, countries)) return;
      hit.doubt = null;
    }
    const rival = scores.find(
      ({ candidate }) =>
        candidate.exact &&
        candidate.place.country !== place.country &&
        candidate.place.population * DWARFED > place.population,
    );
    if (rival && place.country !== null && place.kind !== "country" && rival.points > best.points - AHEAD) {
      hit.doubt = `${place.name} in ${place.country} or in ${rival.candidate.place.country}: nothing in the report tells which`;
      return;
    }
  }
  hit.chosen = place;
  hit.rule = best.supported ? "place/by-context" : "place/by-size";
}

/** "Damascus" in a report on the United States: not the town of that name there, unless something beside it says so. */
function isDwarfed({ candidate, held }: Score, scores: readonly Score[]): boolean {
  if (held || candidate.place.capital || LARGE.has(candidate.place.kind)) return false;
  return scores.some(
    ({ candidate: { place, exact } }) =>
      exact && place.capital && place.kind === "city" && place.population > DWARFED * candidate.place.population,
  );
}

/** Large enough to be meant where nothing in the report speaks for it. */
function isKnown(place: GazetteerPlace): boolean {
  if (place.kind === "country" || place.kind === "region" || place.kind === "water") return true;
  if (place.kind === "admin1" || place.kind === "admin2") return place.population >= 20 * KNOWN;
  return place.capital || place.population >= KNOWN;
}
