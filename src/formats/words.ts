import type { Figure, Story, StoryClaim } from "../core/story.ts";

/** Figures, parties and claims as people read them in notes and pages. */

export function range(low: number, high: number | null, bound?: string): string {
  if (high === null) return bound === "vague" ? `${low} or more (vague)` : `at least ${low}`;
  if (low === high) return bound === "about" ? `about ${low}` : `${low}`;
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}

/** "Taliban: 35 killed (afghan security forces)". */
export function figureWords(figure: Figure): string {
  const { actor, harm, side, low, high, bound, stance, superseded } = figure;
  const verb = stance === "denies" ? "denies " : stance === "doubts" ? "doubts " : "";
  return `${actor}: ${verb}${range(low, high, bound)} ${harm.replaceAll("-", " ")}${side === "people" ? "" : ` (${side})`}${superseded ? ", later revised" : ""}`;
}

const ACTS: Readonly<Record<StoryClaim["act"], string>> = {
  state: "says",
  confirm: "confirms",
  deny: "denies",
  doubt: "doubts",
  accuse: "accuses",
  suspect: "suspects",
  "claim-responsibility": "claims responsibility",
  threaten: "threatens",
  demand: "demands",
  promise: "promises",
  predict: "predicts",
};

/** Who said what of an event: for notes columns. Every origin once, its acts and its figures. */
export function whoSaidWhat(story: Story): string {
  return story.dossier.origins
    .map((origin) => {
      const acts = [...new Set(story.claims.filter((c) => c.origin === origin.key).map((c) => ACTS[c.act]))];
      const figures = story.figures
        .filter((f) => f.origin === origin.key)
        .map((f) => figureWords(f).slice(f.actor.length + 2));
      const standing = origin.standing === "voice" ? " (own voice)" : origin.party ? " (party)" : "";
      return `${origin.actor}${standing} ${acts.join(", ")}${figures.length > 0 ? `: ${figures.join("; ")}` : ""}`;
    })
    .join(". ");
}

/** Whether it is told as having happened: not only threatened, and by somebody who does not merely object. */
export const happened = (story: Story): boolean =>
  story.stage !== "threatened" && story.dossier.origins.some((o) => o.standing !== "objector");

/** Outlets that carry the event, in order of publication, each once. */
export const outlets = (story: Story): string[] => [...new Set(story.reports.map((r) => r.outlet ?? r.url ?? r.id))];

/** Days of an event; null where no day is known. */
export function days(story: Story): { start: string; end: string } | null {
  const { time } = story.dossier;
  return time === null ? null : { start: time.start.slice(0, 10), end: time.end.slice(0, 10) };
}

/** "3 independent origins". */
export const origins = (n: number): string => `${n} independent ${n === 1 ? "origin" : "origins"}`;

/** A number out of an id, the same wherever the id is exported. */
export function numericId(id: string): number {
  return Number.parseInt(id.replace(/^d-/, "").slice(0, 8), 16) % 2_147_483_647;
}
