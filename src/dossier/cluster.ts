import { type Comparison, compare } from "./compare.ts";
import type { Profile } from "./profile.ts";
import { JOIN, WAIT } from "./weights.ts";

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

/** Compares one event with its candidates. */
export function edgesOf(profile: Profile, candidates: readonly Profile[]): Edge[] {
  const edges: Edge[] = [];
  for (const other of candidates) {
    const { score, impossible } = compare(profile, other);
    if (impossible || score <= WAIT) continue;
    const [a, b] = profile.key < other.key ? [profile.key, other.key] : [other.key, profile.key];
    edges.push({ a, b, score });
  }
  return edges;
}

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
  const memo = new Map<string, Comparison>();
  const compared = (a: Profile, b: Profile): Comparison => {
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
  const best = edges
    .filter((e) => e.score > JOIN)
    .sort((x, y) => y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1));
  for (const { a, b } of best) {
    const i = group[index.get(a) ?? -1];
    const j = group[index.get(b) ?? -1];
    if (i === undefined || j === undefined || i === j) continue;
    if (mayJoin(members[i]!, members[j]!)) merge(i, j);
  }
  return members.filter((m) => m.length > 0);
}
