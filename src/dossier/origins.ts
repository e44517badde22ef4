import { CAMP, type Origin } from "../core/dossier.ts";
import type { Claim } from "../core/ledger.ts";
import { partyLikeness } from "./compare-parties.ts";
import { fold, nameWords } from "./names.ts";
import { type Party, type Profile, partyOf } from "./profile.ts";
import { sameSpeaker } from "./speakers.ts";
import type { Told } from "./told.ts";

const ASSERTIVE: ReadonlySet<Claim["act"]> = new Set(["state", "confirm", "claim-responsibility", "accuse"]);
const asserts = (claim: Claim): boolean => ASSERTIVE.has(claim.act) && claim.polarity === "positive";

/** An origin and the claims that are its own. */
export interface OriginClaims {
  readonly origin: Origin;
  readonly told: readonly Told[];
}

/** Joins what one speaker says in several reports, and tells apart who asserts, who only objects, and who only passes on. */
export function originsOf(told: readonly Told[], members: readonly Profile[]): OriginClaims[] {
  const groups: Told[][] = [];
  for (const one of told) {
    const group = groups.find((g) => g.some((other) => isOne(one, other)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const outlets = new Set(
    told
      .map(({ ledger }) => ledger.report.outlet)
      .filter((o) => o !== null)
      .map(fold),
  );
  const parties = members.flatMap((m) => [...m.agents, ...m.targets]);
  const keys = new Map<string, number>();
  return groups.map((group): OriginClaims => {
    const best = nameOf(group);
    const stem = best.entry ?? (fold(best.name).replaceAll(" ", "-") || "unnamed");
    const times = keys.get(stem) ?? 0;
    keys.set(stem, times + 1);
    // An outlet that another report quotes is still only an outlet, where its own report is here and names its sources.
    const voice = group.every(
      ({ speaker }) => speaker.voice || (speaker.actor.kind === "media" && outlets.has(fold(speaker.actor.name))),
    );
    const origin: Origin = {
      key: times === 0 ? stem : `${stem}-${times + 1}`,
      actor: best.name,
      entry: best.entry,
      aliases: aliasesOf(group),
      standing: voice ? "voice" : group.some(({ claim }) => asserts(claim)) ? "origin" : "objector",
      camp: CAMP[best.kind],
      party: group.some(({ speaker, actors }) => isParty(partyOf(speaker.actor, actors), parties)),
      carriedBy: carriersOf(group),
    };
    return { origin, told: group };
  });
}

const isOne = (a: Told, b: Told): boolean => a.speaker.voice === b.speaker.voice && sameSpeaker(a.speaker, b.speaker);

/** The fullest name: one of the registry where there is one, else the longest. */
function nameOf(group: readonly Told[]): Told["speaker"]["actor"] {
  let best = group[0]!.speaker.actor;
  for (const { speaker } of group) {
    const { actor } = speaker;
    if (best.entry === null && actor.entry !== null) best = actor;
    else if (
      (best.entry === null) === (actor.entry === null) &&
      nameWords(actor.name).length > nameWords(best.name).length
    )
      best = actor;
  }
  return best;
}

function aliasesOf(group: readonly Told[]): string[] {
  const names = new Set<string>();
  for (const { speaker, ledger } of group) {
    for (const actor of [speaker.actor, ...speaker.spokesmen]) {
      names.add(actor.name);
      for (const [start, end] of actor.mentions) names.add(ledger.report.text.slice(start, end).replace(/\s+/g, " "));
    }
  }
  return [...names].sort();
}

function carriersOf(group: readonly Told[]): Origin["carriedBy"] {
  const carriers = new Map<string, { report: string; via: string[] }>();
  for (const { ledger, claim, actors } of group) {
    const via = claim.via.map((id) => actors.get(id)?.name ?? id);
    const key = `${ledger.report.id} ${via.join(" > ")}`;
    if (!carriers.has(key)) carriers.set(key, { report: ledger.report.id, via });
  }
  return [...carriers.values()];
}

function isParty(speaker: Party, parties: readonly Party[]): boolean {
  return parties.some((party) => {
    const likeness = partyLikeness(speaker, party);
    return likeness === "same" || (likeness === "related" && speaker.kind === party.kind);
  });
}
