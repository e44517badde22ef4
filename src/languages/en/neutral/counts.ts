import type { SentencePlan } from "../../../core/language.ts";
import type { Harm } from "../../../core/ledger.ts";
import { list } from "./names.ts";

const HARMS: Readonly<Record<Harm, string>> = {
  killed: "killed",
  wounded: "wounded",
  captured: "captured",
  missing: "missing",
  displaced: "displaced",
  arrested: "arrested",
  "killed-or-wounded": "killed or wounded",
};

/** "(Afghan security forces)"; nothing where nobody is named: "people" says no more than the number does. */
const side = (who: string): string => (who === "" || who === "people" ? "" : ` (${who})`);

const named = (who: string): string => (side(who) === "" ? "" : ` ${who}`);

/** "35 killed (Afghan security forces) and 4 captured (Afghan security forces)". */
const figures = (counts: SentencePlan["counts"]): string => list(joined(counts));

/**
 * A part stands with its whole, never beside it: "27 killed (including 2 children)"; so does an earlier figure with the one that replaced it:
 * "18 killed (earlier: 12)". Figures of one harm that may overlap are told apart.
 */
function joined(counts: SentencePlan["counts"]): string[] {
  const found: string[] = [];
  let whole: SentencePlan["counts"][number] | null = null;
  for (const count of counts.filter(({ role }) => role !== "earlier")) {
    const told = `${figure(count)} ${HARMS[count.harm]}${side(count.who)}`;
    const last = found.length - 1;
    const own = found.findLastIndex((words) => words.includes(` ${HARMS[count.harm]}`));
    if (count.role === "part" && own >= 0) found[own] += ` (including ${figure(count)}${named(count.who)})`;
    else if (whole && whole.harm === count.harm && overlap(whole, count))
      found[last] += ` (another figure: ${figure(count)})`;
    else {
      found.push(told);
      whole = count;
    }
  }
  for (const count of counts.filter(({ role }) => role === "earlier")) {
    const now = found.findIndex((told) => told.includes(` ${HARMS[count.harm]}`));
    if (now >= 0) found[now] += ` (earlier: ${figure(count)})`;
    else found.push(`${figure(count)} ${HARMS[count.harm]}${side(count.who)} (an earlier figure)`);
  }
  return found;
}

/** Whether two figures may count the same people. */
const overlap = (a: SentencePlan["counts"][number], b: SentencePlan["counts"][number]): boolean =>
  a.who === b.who || side(a.who) === "" || side(b.who) === "";

const isNone = ({ high }: SentencePlan["counts"][number]): boolean => high === 0;

/** Whether the only figures given are that nobody was harmed, and nothing else of the claim tells against it. */
export const isOnlyNone = ({ counts, act, polarity }: SentencePlan): boolean =>
  counts.length > 0 && counts.every(isNone) && act === "state" && polarity === "positive";

/** "nobody was killed or wounded". */
export const none = ({ counts }: SentencePlan): string =>
  list(counts.map((count) => `nobody was ${HARMS[count.harm]}${side(count.who)}`));

/** How a sentence about a happening goes on: ", and gave a toll of 35 killed (Afghan security forces)"; "" without figures. */
export function withToll(plan: SentencePlan): string {
  const { counts, act, polarity } = plan;
  if (counts.length === 0) return "";
  if (polarity === "negative" && act === "deny") return `; the toll denied: ${figures(counts)}`;
  if (act === "doubt") return `; the toll doubted: ${figures(counts)}`;
  const harmed = counts.filter((count) => !isNone(count));
  const unharmed = counts.filter(isNone);
  const toll = harmed.length > 0 ? `, and gave a toll of ${figures(harmed)}` : "";
  return unharmed.length > 0 ? `${toll}, and said ${none({ ...plan, counts: unharmed })}` : toll;
}

/** "a toll of 14 killed". */
export const toll = ({ counts }: SentencePlan): string => `a toll of ${figures(counts)}`;

function figure({ low, high, bound }: SentencePlan["counts"][number]): string {
  if (high === 0) return "none";
  if (bound === "about") return `about ${low}`;
  if (high === null) return bound === "vague" ? `an unstated number, at least ${low}` : `at least ${low}`;
  if (low === high) return `${low}`;
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}
