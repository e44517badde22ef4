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

/** "35 killed (Afghan security forces) and 4 captured (Afghan security forces)". */
const figures = ({ counts }: SentencePlan): string =>
  list(counts.map((count) => `${figure(count)} ${HARMS[count.harm]}${count.who === "" ? "" : ` (${count.who})`}`));

/** How a sentence about a happening goes on: ", and gave a toll of 35 killed (Afghan security forces)"; "" without figures. */
export function withToll(plan: SentencePlan): string {
  if (plan.counts.length === 0) return "";
  if (plan.polarity === "negative" && plan.act === "deny") return `; the toll denied: ${figures(plan)}`;
  if (plan.act === "doubt") return `; the toll doubted: ${figures(plan)}`;
  return `, and gave a toll of ${figures(plan)}`;
}

/** "a toll of 14 killed (people)". */
export const toll = (plan: SentencePlan): string => `a toll of ${figures(plan)}`;

function figure({ low, high, bound }: SentencePlan["counts"][number]): string {
  if (high === 0) return "none";
  if (bound === "about") return `about ${low}`;
  if (high === null) return bound === "vague" ? `an unstated number, at least ${low}` : `at least ${low}`;
  if (low === high) return `${low}`;
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}
