import type { ActorKind } from "../core/ledger.ts";
import type { Finding } from "./compare.ts";
import { namesAlike } from "./names.ts";
import type { Party, Profile } from "./profile.ts";
import { WEIGHTS } from "./weights.ts";

const W = WEIGHTS.party;

type PartyLikeness = "same" | "related" | "generic" | "none";

const STATE: ReadonlySet<ActorKind> = new Set(["government", "state-forces", "police", "external-forces"]);

/** Kinds that name nobody in particular: two of them are alike, but that says little. */
const GENERIC: ReadonlySet<ActorKind> = new Set(["civilians", "witness", "unknown", "person"]);

export function partyLikeness(a: Party, b: Party): PartyLikeness {
  if (a.entry !== null && a.entry === b.entry) return "same";
  if (a.kind === "civilians" && b.kind === "civilians") return "generic";
  if (a.name === b.name) return GENERIC.has(a.kind) && !(a.proper && b.proper) ? "generic" : "same";
  const belongs = (x: Party, y: Party) => x.bodies.includes(y.name) || (y.entry !== null && x.bodies.includes(y.entry));
  if (belongs(a, b) || belongs(b, a)) return "same";
  if (a.bodies.some((body) => b.bodies.includes(body))) return "related";
  const known = a.entry !== null && b.entry !== null;
  if (STATE.has(a.kind) && STATE.has(b.kind) && a.country !== null && a.country === b.country) return "related";
  if (!known && namesAlike(a.words, b.words)) return GENERIC.has(a.kind) || GENERIC.has(b.kind) ? "generic" : "related";
  return "none";
}

function best(as: readonly Party[], bs: readonly Party[]): PartyLikeness {
  let found: PartyLikeness = "none";
  for (const a of as) {
    for (const b of bs) {
      const likeness = partyLikeness(a, b);
      if (likeness === "same") return "same";
      if (likeness === "related" || (likeness === "generic" && found === "none")) found = likeness;
    }
  }
  return found;
}

/** Whether somebody stands in both lists. */
export const sameParty = (as: readonly Party[], bs: readonly Party[]): boolean => best(as, bs) === "same";

const list = (parties: readonly Party[]): string => parties.map((p) => p.name).join(", ");

/** Doers with doers, sufferers with sufferers; and crosswise, since a clash may be told from either end. */
export function compareParties(a: Profile, b: Profile): Finding[] {
  const found: Finding[] = [];
  const straight = (role: "agent" | "target", as: readonly Party[], bs: readonly Party[], other: number) => {
    if (as.length === 0 || bs.length === 0) return;
    const likeness = best(as, bs);
    const words = () => `${role}: ${list(as)} and ${list(bs)}`;
    if (likeness !== "none") found.push({ rule: `${role}/${likeness}`, weight: W[likeness], words });
    // "Civilians" against "14 members of a family": other words are no other people.
    else if (!as.every((p) => GENERIC.has(p.kind)) && !bs.every((p) => GENERIC.has(p.kind)))
      found.push({ rule: `${role}/other`, weight: other, words });
  };
  straight("agent", a.agents, b.agents, W.otherAgent);
  straight("target", a.targets, b.targets, W.otherTarget);
  const crossed = best(a.agents, b.targets) === "same" || best(a.targets, b.agents) === "same";
  if (crossed) {
    found.push({
      rule: "parties/crosswise",
      weight: W.swapped,
      words: () => "the doer in one is the sufferer in the other",
    });
  }
  return found;
}
