import type { Harm } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import type { Figure } from "../core/story.ts";

/** A single number picked out of rival figures, and whose it is. */
export interface Picked {
  readonly best: number;
  readonly low: number;
  readonly high: number;
  /** Names of the origins whose figures it rests on. */
  readonly from: readonly string[];
}

/**
 * A named, versioned way to pick a single number. Only exports pick; inside Hearsay rival figures stand side by side. A change of what a
 * rule does is a new version, so that a row says for ever how its number came about.
 */
export interface NumberRule {
  readonly id: string;
  readonly words: string;
  /** From the totals of the origins, each origin's latest word. Null where nobody gives a figure. */
  pick(totals: readonly Total[]): Picked | null;
}

/** What one origin gives for one harm, all sides together. */
export interface Total {
  readonly origin: string;
  readonly actor: string;
  readonly party: boolean;
  readonly voice: boolean;
  readonly published: string | null;
  readonly low: number;
  readonly high: number | null;
}

/**
 * Totals by origin. Within those who acted, and within those who suffered, the largest figure of an origin stands, since parts ("twelve of
 * them soldiers") must not be added to the whole; the two are added to each other, but for attackers who are counted in the other figure
 * already. Denied and doubted figures are left out.
 */
export function totals(figures: readonly Figure[], harm: Harm, only?: (figure: Figure) => boolean): Total[] {
  const current = figures.filter(
    (f) => f.harm === harm && f.stance === "asserts" && !f.superseded && (only === undefined || only(f)),
  );
  return [...new Set(current.map((f) => f.origin))].map((origin): Total => {
    const own = current.filter((f) => f.origin === origin);
    let low = 0;
    let high: number | null = 0;
    const [acted, suffered] = [own.filter((f) => f.role === "agent"), own.filter((f) => f.role !== "agent")];
    const isCounted = suffered.length > 0 && acted.every((f) => f.part);
    for (const side of [isCounted ? [] : acted, suffered]) {
      if (side.length === 0) continue;
      const whole = side.reduce((a, b) => (b.low > a.low ? b : a));
      low += coded(whole);
      high = high === null || whole.high === null ? null : high + whole.high;
    }
    const { actor, party, standing } = own[0]!;
    const published = own.map((f) => f.published).reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a));
    return { origin, actor, party, voice: standing === "voice", published, low, high };
  });
}

/** Vague amounts as ACLED's codebook has them: tens 10, dozens 12, hundreds 100. "At most" counts its bound. */
function coded({ bound, low, high }: Figure): number {
  if (bound === "vague") return low >= 200 ? 100 : low >= 24 ? 12 : low >= 20 ? 10 : low;
  return bound === "at-most" && low === 0 && high !== null ? high : low;
}

const top = (t: Total): number => t.high ?? t.low;
const least = (all: readonly Total[]): Total => all.reduce((a, b) => (b.low < a.low ? b : a));
const most = (all: readonly Total[]): Total => all.reduce((a, b) => (top(b) > top(a) ? b : a));

/** Own counts of outlets stand only where no origin gives a figure: an outlet's total mostly adds up what others told it. */
const vouched = (all: readonly Total[]): readonly Total[] =>
  all.some((t) => !t.voice) ? all.filter((t) => !t.voice) : all;
const nonParty = (all: readonly Total[]): readonly Total[] =>
  all.some((t) => !t.party) ? all.filter((t) => !t.party) : all;

const picked = (best: number, all: readonly Total[], from: readonly Total[]): Picked => ({
  best,
  low: Math.min(best, ...all.map((t) => t.low)),
  high: Math.max(best, ...all.map(top)),
  from: from.map((t) => t.actor),
});

/** The figure that most origins give; of several, the lowest. */
function commonest(all: readonly Total[]): { best: number; from: Total[] } {
  const by = new Map<number, Total[]>();
  for (const total of all) by.set(total.low, [...(by.get(total.low) ?? []), total]);
  const [best, from] = [...by].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0]!;
  return { best, from };
}

const rule = (id: string, words: string, choose: (all: readonly Total[]) => Picked): NumberRule => ({
  id,
  words,
  pick: (all) => (all.length === 0 ? null : choose(vouched(all))),
});

export const RULES: readonly NumberRule[] = [
  rule("acled-conservative@1", "the lowest figure that any origin gives, vague amounts as ACLED codes them", (all) => {
    const one = least(all);
    return picked(one.low, all, [one]);
  }),
  rule(
    "ucdp-best-high-low@1",
    "best: the figure most non-parties give, of several the lowest; low and high over all origins",
    (all) => {
      const { best, from } = commonest(nonParty(all));
      return picked(best, all, from);
    },
  ),
  rule("gtd-majority@1", "the figure most origins give, of several the lowest", (all) => {
    const { best, from } = commonest(all);
    return picked(best, all, from);
  }),
  rule("latest@1", "the figure of the latest report", (all) => {
    const one = all.reduce((a, b) => ((b.published ?? "") > (a.published ?? "") ? b : a));
    return picked(one.low, all, [one]);
  }),
  rule("highest-non-party@1", "the highest figure of those who are no party to the fighting", (all) => {
    const one = most(nonParty(all));
    return picked(top(one), all, [one]);
  }),
  rule("lowest@1", "the lowest figure", (all) => {
    const one = least(all);
    return picked(one.low, all, [one]);
  }),
  rule("highest@1", "the highest figure", (all) => {
    const one = most(all);
    return picked(top(one), all, [one]);
  }),
];

/** A rule by its id, with or without version ("latest" is its newest). E-FORMAT-02 where there is none. */
export function numberRule(name: string): NumberRule {
  const found = RULES.findLast((r) => r.id === name || r.id.startsWith(`${name}@`));
  if (found) return found;
  throw new Problem("E-FORMAT-02", `There is no rule "${name}".`, `Give one of: ${RULES.map((r) => r.id).join(", ")}.`);
}
