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

/** "it gave a toll of 35 killed (Afghan security forces) and 4 captured (Afghan security forces)"; "" without figures. */
export function tolls({ counts, polarity, act }: SentencePlan): string {
  if (counts.length === 0) return "";
  const figures = list(
    counts.map((count) => `${figure(count)} ${HARMS[count.harm]}${count.who === "" ? "" : ` (${count.who})`}`),
  );
  if (polarity === "negative" && act === "deny") return `the toll it denied: ${figures}`;
  if (act === "doubt") return `the toll it doubted: ${figures}`;
  return `it gave a toll of ${figures}`;
}

function figure({ low, high, bound }: SentencePlan["counts"][number]): string {
  if (high === 0) return "none";
  if (bound === "about") return `about ${low}`;
  if (high === null) return bound === "vague" ? `an unstated number, at least ${low}` : `at least ${low}`;
  if (low === high) return `${low}`;
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}
