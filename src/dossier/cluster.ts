import { type Comparison, compare, isHopeless } from "./compare.ts";
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

/**
 * Groups the events of one neighbourhood. Best pairs first; two groups join only where their members agree on the whole (mean score
 * above JOIN) and no two of them contradict, so that a vague report never chains two events that cannot be one. The result depends on
 * the events, pairs and links alone, not on the order in which reports came in.
 */
export function cluster(profiles: readonly Profile[], edges: readonly Edge[], links: Links = NO_LINKS): Profile[][] {
  const nodes = [...profiles].sort((x, y) => (x.key < y.key ? -1 : 1));
  const index = new Map(nodes.map((node, i) => [node.key, i]));
  const group = nodes.map((_, i) => i);
  const members: Profile[][] = nodes.map((node) => [node]);
  const memo = new Map<string, Pick<Comparison, "score" | "impossible">>();
  const paired = edges.map((edge) => ({ ...edge, pair: pairKey(edge.a, edge.b) }));
  for (const { pair, score } of paired) memo.set(pair, { score, impossible: false });
  const compared = (a: Profile, b: Profile): Pick<Comparison, "score" | "impossible"> => {
    const key = pairKey(a.key, b.key);
    let known = memo.get(key);
    if (!known) {
      known = compare(a, b);
      memo.set(key, known);
    }
    return known;
  };

  const mayJoin = (as: readonly Profile[], bs: readonly Profile[]): boolean => {
    if (links.apart.size > 0 && as.some((a) => bs.some((b) => links.apart.has(pairKey(a.key, b.key))))) return false;
    let sum = 0;
    let pairs = 0;
    for (const a of as.slice(0, SAMPLE)) {
      for (const b of bs.slice(0, SAMPLE)) {
        const { score, impossible } = compared(a, b);
        if (impossible && !links.together.has(pairKey(a.key, b.key))) return false;
        sum += score;
        pairs++;
      }
    }
    return sum / pairs > JOIN;
  };

  const merge = (into: number, from: number) => {
    for (const member of members[from]!) group[index.get(member.key)!] = into;
    members[into] = [...members[into]!, ...members[from]!].sort((x, y) => (x.key < y.key ? -1 : 1));
    members[from] = [];
  };

  // A coder's joins come first and are not weighed; the latest "never" was taken out of `together` by then.
  for (const pair of [...links.together].sort()) {
    const [a, b] = pair.split("|") as [string, string];
    const i = index.get(a);
    const j = index.get(b);
    if (i !== undefined && j !== undefined && group[i] !== group[j]) merge(group[i]!, group[j]!);
  }
  const best = paired.filter((e) => e.score > JOIN).sort((x, y) => y.score - x.score || (x.pair < y.pair ? -1 : 1));
  for (const { a, b } of best) {
    const i = group[index.get(a) ?? -1];
    const j = group[index.get(b) ?? -1];
    if (i === undefined || j === undefined || i === j) continue;
    if (mayJoin(members[i]!, members[j]!)) merge(i, j);
  }
  return members.filter((m) => m.length > 0);
}
