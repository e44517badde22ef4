import { readFileSync, writeFileSync } from "node:fs";

/** Learned weights: one line a feature, one column an answer. */
export interface Weights {
  /** The answers the question has. */
  readonly labels: readonly string[];
  /** Feature -> weight of each answer. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** Log odds of an answer for something with these features. */
export function scoreOf({ labels, rows }: Weights, label: string, features: readonly string[]): number {
  const column = labels.indexOf(label);
  let total = 0;
  for (const feature of features) total += rows.get(feature)?.[column] ?? 0;
  return total;
}

/** Log odds as a chance between 0 and 1. */
export const chanceOf = (weights: Weights, label: string, features: readonly string[]): number =>
  1 / (1 + Math.exp(-scoreOf(weights, label, features)));

/** Likeliest answer. */
export function bestOf(weights: Weights, features: readonly string[]): string {
  const scores = weights.labels.map((label) => scoreOf(weights, label, features));
  return weights.labels[scores.indexOf(Math.max(...scores))]!;
}

const place = (name: string): URL => new URL(`weights/${name}.tsv`, import.meta.url);

/** Reads `weights/NAME.tsv`: a note, the answers, then features with a weight for each answer (0 is left empty). */
export function loadWeights(name: string): Weights {
  const [header, ...lines] = readFileSync(place(name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const labels = header!.split("\t").slice(1);
  const rows = new Map(
    lines.map((line): [string, number[]] => {
      const [feature, ...weights] = line.split("\t");
      return [feature!, weights.map(Number)];
    }),
  );
  return { labels, rows };
}

/** Writes what was learned; weights too small to matter are left out. */
export function saveWeights(name: string, note: string, { labels, rows }: Weights, least = 0.03): void {
  const cell = (w: number): string => (Math.abs(w) < least ? "" : w.toFixed(2));
  const lines = [...rows]
    .map(([feature, weights]) => [feature, ...weights.map(cell)].join("\t").trimEnd())
    .filter((line) => line.includes("\t"));
  writeFileSync(place(name), [`# ${note}`, ["feature", ...labels].join("\t"), ...lines, ""].join("\n"));
}
