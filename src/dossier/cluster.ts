import { areRivalVersions, compare, isHopeless } from "./compare.ts";
import type { Profile } from "./profile.ts";
import { JOIN, ONLY_MATCH, PLAINLY_AGAINST, WAIT } from "./weights.ts";

/** A pair worth remembering: likely one event (above JOIN) or ambiguous (above WAIT). `a` < `b`. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** A coder's word on pairs, as "a|b" with a < b. */
export interface Links {
  readonly together: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  /** Kept out of the queue. */
  readonly held: ReadonlySet<string>;
}
export const NO_LINKS: Links = { together: new Set(), apart: new Set(), held: new Set() };

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** A pair as it was compared: `open` where nothing speaks plainly against it. */
export interface Compared extends Edge {
  readonly open: boolean;
  readonly reports: string;
}

/** Compares one event with its candidates. */
export function edgesOf(profile: Profile, candidates: readonly Profile[]): Compared[] {
  const edges: Compared[] = [];
  for (const other of candidates) {
    if (isHopeless(profile, other, WAIT)) continue;
    const { score, impossible, findings } = compare(profile, other);
    if (impossible || score <= WAIT) continue;
    const [a, b] = profile.key < other.key ? [profile, other] : [other, profile];
    const open = a.ref.report !== b.ref.report && findings.every((f) => f.weight > PLAINLY_AGAINST);
    edges.push({ a: a.key, b: b.key, score, open, reports: pairKey(a.ref.report, b.ref.report) });
  }
  return edges;
}

/**
 * Raises the pairs that are each other's best between two reports, where neither event has a likely match there already. `edges` must
 * hold all pairs of one of the two reports. Depends on the two reports alone, so that the order of arrival makes no difference.
 */
export function raiseOnlyMatches(edges: readonly Compared[]): Edge[] {
  const best = new Map<string, Compared>();
  const rivals = new Set<string>();
  for (const edge of edges) {
    for (const end of [edge.a, edge.b]) {
      const key = `${end} ${edge.reports}`;
      const known = best.get(key);
      if (!known || edge.score > known.score) {
        best.set(key, edge);
        rivals.delete(key);
      } else if (edge.score === known.score) rivals.add(key);
    }
  }
  return edges.map(({ a, b, score, open, reports }) => {
    const mutual = [a, b].every(
      (end) => best.get(`${end} ${reports}`)!.score === score && !rivals.has(`${end} ${reports}`),
    );
    const raised = open && score <= JOIN && mutual;
    return { a, b, score: raised ? Math.round(100 * (score + ONLY_MATCH)) / 100 : score };
  });
}

/**
 * Events regrouped at once. In a crowded war likely pairs may chain through weeks and provinces; a report then regroups what lies nearest
 * to it and leaves the rest as it was, so that adding stays cheap. Smaller neighbourhoods are regrouped whole, as in a batch run.
 */
export const NEIGHBOURHOOD = 60;

/** Members looked at on each side when two groups are weighed: keeps very large groups affordable. */
const SAMPLE = 8;

/** Reports that tell two events apart before they are taken to be two. */
const WITNESSES = 2;

/**
 * Groups the events of one neighbourhood. Best pairs first; two groups join only where their members agree on the whole (mean score
 * above JOIN) and no two of them contradict, so that a vague report never chains two events that cannot be one. The result depends on
 * the events, pairs and links alone, not on the order in which reports came in.
 */
export function cluster(profiles: readonly Profile[], edges: readonly Edge[], links: Links = NO_LINKS): Profile[][] {
  const nodes = [...profiles].sort((x, y) => (x.key < y.key ? -1 : 1));
  const index = new Map(nodes.map((node, i) => [node.key, i]));
  const group = nodes.map((_, i) => i);
  const members: number[][] = nodes.map((_, i) => [i]);
  /** Counts the merges of a group: what was weighed before holds while neither side has changed. */
  const version = nodes.map(() => 0);
  const refused = new Map<number, number>();
  const slot = (i: number, j: number): number => (i < j ? i * nodes.length + j : j * nodes.length + i);
  const scores = new Map<number, number>();
  const best: { i: number; j: number; score: number }[] = [];
  for (const { a, b, score } of edges) {
    const [i, j] = [index.get(a), index.get(b)];
    if (i === undefined || j === undefined) continue;
    scores.set(slot(i, j), score);
    if (score > JOIN) best.push(i < j ? { i, j, score } : { i: j, j: i, score });
  }
  /** Not a number where the two cannot be one. */
  const scoreOf = (i: number, j: number): number => {
    const key = slot(i, j);
    let known = scores.get(key);
    if (known === undefined) {
      const { score, impossible } = compare(nodes[i]!, nodes[j]!);
      known = impossible ? Number.NaN : score;
      scores.set(key, known);
    }
    return known;
  };
  const linked = (set: ReadonlySet<string>, i: number, j: number): boolean =>
    set.size > 0 && set.has(pairKey(nodes[i]!.key, nodes[j]!.key));

  /**
   * One report may tell the phases of one event, or two sides' versions of it; where several reports each tell the two apart, they are two.
   * Prints of one text count once.
   */
  const toldApart = (left: readonly number[], right: readonly number[]): boolean => {
    if (left.length < WITNESSES || right.length < WITNESSES) return false;
    const witnesses = new Set<string>();
    for (const i of left) {
      for (const j of right) {
        const [a, b] = [nodes[i]!, nodes[j]!];
        if (a.copyGroup === b.copyGroup && !areRivalVersions(a, b)) witnesses.add(a.copyGroup);
      }
    }
    return witnesses.size >= WITNESSES;
  };

  const mayJoin = (left: readonly number[], right: readonly number[]): boolean => {
    if (links.apart.size > 0 && left.some((i) => right.some((j) => linked(links.apart, i, j)))) return false;
    if (toldApart(left, right)) return false;
    let sum = 0;
    let pairs = 0;
    for (const i of left.slice(0, SAMPLE)) {
      for (const j of right.slice(0, SAMPLE)) {
        let score = scoreOf(i, j);
        if (Number.isNaN(score)) {
          if (!linked(links.together, i, j)) return false;
          score = compare(nodes[i]!, nodes[j]!).score;
        }
        sum += score;
        pairs++;
      }
    }
    return sum / pairs > JOIN;
  };

  const merge = (into: number, from: number) => {
    for (const member of members[from]!) group[member] = into;
    members[into] = [...members[into]!, ...members[from]!].sort((x, y) => x - y);
    members[from] = [];
    version[into]!++;
  };

  // A coder's joins come first and are not weighed; the latest "never" was taken out of `together` by then.
  for (const pair of [...links.together].sort()) {
    const [i, j] = pair.split("|").map((key) => index.get(key));
    if (i !== undefined && j !== undefined && group[i] !== group[j]) merge(group[i]!, group[j]!);
  }
  best.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  for (const { i, j } of best) {
    const [into, from] = [group[i]!, group[j]!];
    if (into === from) continue;
    const changes = version[into]! + version[from]!;
    if (refused.get(slot(into, from)) === changes) continue;
    if (mayJoin(members[into]!, members[from]!)) merge(into, from);
    else refused.set(slot(into, from), changes);
  }
  return members.filter((m) => m.length > 0).map((m) => m.map((i) => nodes[i]!));
}
