import type { Reason } from "../core/dossier.ts";
import { compareContexts } from "./compare-contexts.ts";
import { compareParties, sameParty } from "./compare-parties.ts";
import { comparePlaces } from "./compare-places.ts";
import { compareTimes } from "./compare-times.ts";
import { compareTolls } from "./compare-tolls.ts";
import { compareStages, compareThings, compareTypes, typeLikeness } from "./compare-types.ts";
import type { Profile } from "./profile.ts";
import { IMPOSSIBLE, WEIGHTS } from "./weights.ts";

/** One difference or likeness. `rule` and `weight` decide; `words` are made only when somebody asks. */
export interface Finding {
  readonly rule: string;
  readonly weight: number;
  readonly words: () => string;
}

export interface Comparison {
  /** Log-odds that both are one real event. */
  readonly score: number;
  /** Some difference that no likeness can outweigh. */
  readonly impossible: boolean;
  readonly findings: readonly Finding[];
}

/** Compares two events of different reports; what either does not say weighs nothing. Symmetric in score. */
export function compare(a: Profile, b: Profile): Comparison {
  const findings = [
    ...compareTypes(a, b),
    ...compareStages(a, b),
    ...compareTimes(a, b),
    ...comparePlaces(a, b),
    ...compareContexts(a, b),
    ...compareParties(a, b),
    ...compareTolls(a, b),
    ...compareThings(a, b),
    ...compareReports(a, b),
  ];
  let score: number = WEIGHTS.prior;
  let impossible = false;
  for (const { weight } of findings) {
    score += weight;
    if (weight <= IMPOSSIBLE) impossible = true;
  }
  return { score: Math.round(score * 100) / 100, impossible, findings };
}

/** The most that parties, tolls, things and contexts can add. */
const MOST =
  2 * WEIGHTS.party.same + WEIGHTS.toll.atMost + WEIGHTS.thing + WEIGHTS.context.place + WEIGHTS.context.story;

/** Whether a pair is out of the question by kind, day and place alone: most pairs of a crowded block are, and need no more looking. */
export function isHopeless(a: Profile, b: Profile, least: number): boolean {
  let score: number = WEIGHTS.prior + MOST + (a.copyGroup === b.copyGroup ? WEIGHTS.copy : 0);
  for (const finding of [...compareTypes(a, b), ...compareTimes(a, b), ...comparePlaces(a, b)]) {
    if (finding.weight <= IMPOSSIBLE) return true;
    score += finding.weight;
  }
  return score <= least;
}

/**
 * "The army says the rebels shelled the market; the rebels say it was the army": one report, one shelling, two versions of it. Told of the
 * same kind, at the same place and on no other day, with different doers, and at least one of them denied or held by accusers alone.
 */
export function areRivalVersions(a: Profile, b: Profile): boolean {
  if (a.ref.report !== b.ref.report || (!a.contested && !b.contested)) return false;
  if (a.place === null || b.place === null || a.place.name !== b.place.name) return false;
  if (a.time !== null && b.time !== null && (a.time.start > b.time.end || b.time.start > a.time.end)) return false;
  const likeness = typeLikeness(a.type, b.type);
  if (likeness !== "equal" && likeness !== "ancestor") return false;
  return a.agents.length + b.agents.length > 0 && !sameParty(a.agents, b.agents);
}

/** Two prints of one wire text tell the same events; one report mostly tells different ones. */
function compareReports(a: Profile, b: Profile): Finding[] {
  if (areRivalVersions(a, b)) {
    return [
      { rule: "report/rival-versions", weight: WEIGHTS.rival, words: () => "one report tells two sides' versions" },
    ];
  }
  if (a.ref.report === b.ref.report) {
    return [{ rule: "report/same", weight: WEIGHTS.sameReport, words: () => "one report tells them apart" }];
  }
  if (a.copyGroup !== b.copyGroup || a.type !== b.type) return [];
  return [{ rule: "report/copy", weight: WEIGHTS.copy, words: () => "both reports carry the same text" }];
}

/** The reasons of a comparison in words, the weightiest first. */
export function reasons(comparison: Comparison): { for: Reason[]; against: Reason[] } {
  const said = [...comparison.findings]
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.rule < y.rule ? -1 : 1))
    .map(({ rule, weight, words }): Reason => ({ rule, weight, words: words() }));
  return { for: said.filter((r) => r.weight > 0), against: said.filter((r) => r.weight < 0) };
}
