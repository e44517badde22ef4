import { type Decision, type Dossier, type Member, refKey, type Waiting } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import type { Edge } from "./cluster.ts";
import { compare, reasons } from "./compare.ts";
import { matrixOf } from "./matrix.ts";
import { originsOf } from "./origins.ts";
import type { Profile } from "./profile.ts";
import { summaryOf } from "./summary.ts";
import { toldOf } from "./told.ts";
import { JOIN, ONLY_MATCH } from "./weights.ts";

/** What a dossier is made of. */
export interface Parts {
  readonly id: string;
  readonly members: readonly Profile[];
  /** Ledgers of all members' reports, by report id. */
  readonly ledgers: ReadonlyMap<string, Ledger>;
  /** Pairs of a member with an event of another dossier, and those events. */
  readonly near: readonly { readonly edge: Edge; readonly outside: Profile }[];
  /** The decisions in force that touch a member. */
  readonly decisions: readonly Decision[];
}

/** Puts a dossier together from its members' ledgers. Pure: same parts, same dossier. */
export function assemble({ id, members, ledgers, near, decisions }: Parts): Dossier {
  const ordered = [...members].sort((a, b) => a.order - b.order);
  const origins = originsOf(toldOf(ordered, ledgers), ordered);
  const byKey = new Map(ordered.map((m) => [m.key, m]));
  return {
    schema: "hearsay/dossier@1",
    id,
    ...summaryOf(ordered, ledgers),
    members: ordered.map((member) => memberOf(member, ordered)),
    waiting: near
      .map(({ edge, outside }): Waiting => {
        const inside = byKey.get(edge.a) ?? byKey.get(edge.b)!;
        return { ...outside.ref, score: edge.score, ...reasons(compare(inside, outside)), nearest: inside.ref };
      })
      .sort((a, b) => b.score - a.score || (refKey(a) < refKey(b) ? -1 : 1)),
    origins: origins.map((o) => o.origin),
    independent: origins.filter((o) => o.origin.standing === "origin").length,
    matrix: matrixOf(origins),
    decisions,
  };
}

/** Others looked at for the reasons of one member: the founder, then the first ones. */
const WITNESSES = 8;

/** Why this event is in the dossier: against the member it is most like. */
function memberOf(member: Profile, all: readonly Profile[]): Member {
  const others = all.filter((other) => other !== member).slice(0, WITNESSES);
  if (others.length === 0) return { ...member.ref, score: 0, for: [], against: [] };
  const comparisons = others.map((other) => compare(member, other));
  const mean = comparisons.reduce((sum, c) => sum + c.score, 0) / comparisons.length;
  const nearest = comparisons.reduce((a, b) => (b.score > a.score ? b : a));
  const why = reasons(nearest);
  if (nearest.score <= JOIN) {
    const words = "no other event of either report comes nearer";
    why.for.push({ rule: "pair/only-match", weight: ONLY_MATCH, words });
  }
  return { ...member.ref, score: Math.round(mean * 100) / 100, ...why };
}
