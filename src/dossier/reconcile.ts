import { type Decision, type Dossier, refKey } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { assemble } from "./assemble.ts";
import { BLOCK_LIMIT, blockKeys } from "./blocks.ts";
import {
  type Compared,
  cluster,
  type Edge,
  edgesOf,
  type Links,
  NEIGHBOURHOOD,
  NO_LINKS,
  pairKey,
  raiseOnlyMatches,
} from "./cluster.ts";
import { CopyFinder } from "./copies.ts";
import { linksOf } from "./links.ts";
import { type Profile, profiles } from "./profile.ts";
import { compareText } from "./told.ts";
import { JOIN } from "./weights.ts";

/** A set of events taken to be one, and its id. */
export interface Group {
  readonly id: string;
  readonly members: readonly Profile[];
}

/** Derived from the member that came in first, so that later reports leave it alone. */
export function groupId(members: readonly Profile[]): string {
  let first = members[0]!;
  for (const member of members) if (member.order < first.order) first = member;
  return `d-${first.anchor}`;
}

/** Earliest published first; of one day by id; undated ones last. */
export const inPublicationOrder = (
  a: { readonly published: string | null; readonly id: string },
  b: { readonly published: string | null; readonly id: string },
): number => compareText(a.published ?? "9", b.published ?? "9") || compareText(a.id, b.id);

/**
 * Ledgers to dossiers in one go, ordered by their first report. Every event is in exactly one dossier. Whatever the order of the ledgers,
 * they are matched in order of publication: it decides the ids of the dossiers and nothing else.
 */
export function reconcile(ledgers: readonly Ledger[], decisions: readonly Decision[] = []): Dossier[] {
  const reconciler = new Reconciler();
  let order = 0;
  const numbered = ledgers.map((ledger) => {
    const first = order;
    order += ledger.events.length;
    return { ledger, first };
  });
  numbered.sort((a, b) => inPublicationOrder(a.ledger.report, b.ledger.report));
  for (const { ledger, first } of numbered) reconciler.add(ledger, first);
  reconciler.decide(decisions);
  const byReport = new Map(ledgers.map((ledger) => [ledger.report.id, ledger]));
  return reconciler.dossiers(byReport, decisions);
}

/** The events that a decision speaks of. */
export function eventsOf(decision: Decision): readonly string[] {
  if (decision.kind === "alias") return [];
  if (decision.kind === "split") return [...decision.members, ...decision.rest].map(refKey);
  return decision.kind === "value" ? [refKey(decision.member)] : [refKey(decision.a), refKey(decision.b)];
}

/**
 * Reconciles ledgers in memory: for batch runs, benchmarks and tests. The stores do the same with the same pure parts over their own
 * tables. Where no more than NEIGHBOURHOOD events hang together by likely pairs, and no key is posted more often than BLOCK_LIMIT, adding
 * reports one by one in any order ends in the same groups as adding them all at once; beyond that the order of adding may tell, and
 * `reconcile` (in a case: `regroup`) gives the result that depends on the reports alone.
 */
export class Reconciler {
  private readonly byKey = new Map<string, Profile>();
  private readonly posted = new Map<string, Profile[]>();
  private readonly edges = new Map<string, Edge[]>();
  private readonly groupOf = new Map<string, Group>();
  private readonly copies = new CopyFinder();
  private links: Links = NO_LINKS;

  /** Adds one report and regroups its neighbourhood. Returns the groups that changed. `firstOrder`: number of its first event by arrival. */
  add(ledger: Ledger, firstOrder = this.byKey.size): readonly Group[] {
    const copyGroup = this.copies.add(ledger.report.id, ledger.report.text) ?? ledger.report.id;
    const added = profiles(ledger, firstOrder, copyGroup);
    const edges = raiseOnlyMatches(added.flatMap((profile) => this.place(profile)));
    for (const edge of edges) {
      for (const end of [edge.a, edge.b]) {
        const known = this.edges.get(end);
        if (known) known.push(edge);
        else this.edges.set(end, [edge]);
      }
    }
    return this.regroup(added.map((p) => p.key));
  }

  /** Puts the decisions in force in place of the former ones. */
  decide(decisions: readonly Decision[]): void {
    const former = this.links;
    this.links = linksOf(decisions);
    const touched = new Set<string>();
    for (const links of [former, this.links]) {
      for (const pair of [...links.together, ...links.apart]) for (const key of pair.split("|")) touched.add(key);
    }
    this.regroup([...touched].filter((key) => this.byKey.has(key)));
  }

  /** In order of the arrival of their first member. */
  groups(): readonly Group[] {
    const first = (group: Group) => Math.min(...group.members.map((m) => m.order));
    const numbered = [...new Set(this.groupOf.values())].map((group) => ({ group, first: first(group) }));
    return numbered.sort((a, b) => a.first - b.first).map(({ group }) => group);
  }

  group(key: string): Group | undefined {
    return this.groupOf.get(key);
  }

  /** Pairs that belong to different groups though they score above WAIT: the near misses. */
  waiting(): readonly Edge[] {
    const found: Edge[] = [];
    for (const [key, edges] of this.edges) {
      for (const edge of edges) {
        if (edge.a !== key || this.groupOf.get(edge.a) === this.groupOf.get(edge.b)) continue;
        const pair = pairKey(edge.a, edge.b);
        if (!this.links.apart.has(pair) && !this.links.held.has(pair)) found.push(edge);
      }
    }
    return found.sort((x, y) => y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1));
  }

  /** All dossiers, put together from the ledgers given. */
  dossiers(ledgers: ReadonlyMap<string, Ledger>, decisions: readonly Decision[] = []): Dossier[] {
    const near = new Map<Group, { edge: Edge; outside: Profile }[]>();
    for (const edge of this.waiting()) {
      for (const [inside, outside] of [[edge.a, edge.b] as const, [edge.b, edge.a] as const]) {
        const group = this.groupOf.get(inside)!;
        near.set(group, [...(near.get(group) ?? []), { edge, outside: this.byKey.get(outside)! }]);
      }
    }
    return this.groups().map((group) => {
      const keys = new Set(group.members.map((m) => m.key));
      const own = decisions.filter((decision) => eventsOf(decision).some((key) => keys.has(key)));
      return assemble({ ...group, ledgers, near: near.get(group) ?? [], decisions: own });
    });
  }

  private place(profile: Profile): Compared[] {
    const { posts, seeks } = blockKeys(profile);
    const candidates = new Set<Profile>();
    for (const key of seeks) {
      const there = this.posted.get(key);
      if (there) for (let i = Math.max(0, there.length - BLOCK_LIMIT); i < there.length; i++) candidates.add(there[i]!);
    }
    const edges = edgesOf(profile, [...candidates]);
    this.byKey.set(profile.key, profile);
    for (const key of posts) {
      const there = this.posted.get(key);
      if (there) there.push(profile);
      else this.posted.set(key, [profile]);
    }
    return edges;
  }

  /** All events that likely pairs lead to from `start`. */
  private neighbourhood(start: readonly string[]): string[] {
    const joined = new Map<string, string[]>();
    for (const pair of this.links.together) {
      const [a, b] = pair.split("|") as [string, string];
      joined.set(a, [...(joined.get(a) ?? []), b]);
      joined.set(b, [...(joined.get(b) ?? []), a]);
    }
    const seen = new Set(start);
    let front = [...start];
    while (front.length > 0 && seen.size < NEIGHBOURHOOD) {
      const next: string[] = [];
      for (const key of front) {
        const near = (this.edges.get(key) ?? []).filter((e) => e.score > JOIN).map((e) => (e.a === key ? e.b : e.a));
        for (const other of [...near, ...(joined.get(key) ?? [])]) {
          if (seen.has(other) || !this.byKey.has(other)) continue;
          seen.add(other);
          next.push(other);
        }
      }
      front = next;
    }
    // Groups are regrouped whole.
    for (const key of [...seen]) for (const member of this.groupOf.get(key)?.members ?? []) seen.add(member.key);
    return [...seen];
  }

  private regroup(start: readonly string[]): Group[] {
    // Members of the groups that held these events are regrouped too: a split has to find the others.
    const former = start.flatMap((key) => this.groupOf.get(key)?.members.map((m) => m.key) ?? []);
    const keys = this.neighbourhood([...new Set([...start, ...former])]);
    const edges = keys.flatMap((key) => this.edges.get(key)?.filter((edge) => edge.a === key) ?? []);
    const groups = cluster(
      keys.map((key) => this.byKey.get(key)!),
      edges,
      this.links,
    ).map((members): Group => ({ id: groupId(members), members }));
    for (const group of groups) for (const member of group.members) this.groupOf.set(member.key, group);
    return groups;
  }
}
