/** Logistic regression over named features: small, plain, the same every time. */

export interface Example {
  readonly features: readonly string[];
  readonly same: boolean;
}

/** Gradient descent with a step that shrinks with what a feature has been moved already, and a quadratic penalty; deterministic. */
export function train(examples: readonly Example[], rounds = 400, rate = 0.3, penalty = 1e-3): Map<string, number> {
  const labelled = examples.map(({ features, same }) => ({ features, labels: same ? ["same"] : [] }));
  const found = trainLabels(labelled, ["same"], { rounds, rate, penalty, atLeast: 1 });
  return new Map([...found].map(([name, [weight]]) => [name, weight!]));
}

export interface Labelled {
  readonly features: readonly string[];
  readonly labels: readonly string[];
}

/** One regression a label, over features seen in at least so many examples: feature -> a weight for each label. */
export function trainLabels(
  examples: readonly Labelled[],
  labels: readonly string[],
  { atLeast = 3, ...settings }: Settings & { atLeast?: number },
): Map<string, number[]> {
  const { names, rows } = indexed(examples, atLeast);
  const truth = examples.map((example) => labels.map((label) => (example.labels.includes(label) ? 1 : 0)));
  const weights = descend(rows, truth, names.length, labels.length, settings);
  const of = (f: number): number[] => [...weights.subarray(f * labels.length, (f + 1) * labels.length)];
  return new Map(names.map((name, f) => [name, of(f)]));
}

interface Settings {
  readonly rounds: number;
  readonly rate: number;
  readonly penalty: number;
}

function indexed(examples: readonly { readonly features: readonly string[] }[], atLeast: number) {
  const count = new Map<string, number>();
  for (const { features } of examples) for (const f of features) count.set(f, (count.get(f) ?? 0) + 1);
  const names = [...count.keys()].filter((f) => count.get(f)! >= atLeast).sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features }) => Int32Array.from(features.flatMap((f) => index.get(f) ?? [])));
  return { names, rows };
}

/** Weights of feature f stand at f * width and after, one a label. */
function descend(
  rows: readonly Int32Array[],
  truth: readonly (readonly number[])[],
  size: number,
  width: number,
  { rounds, rate, penalty }: Settings,
): Float64Array {
  const weights = new Float64Array(size * width);
  const moved = new Float64Array(size * width).fill(1e-6);
  const step = new Float64Array(size * width);
  const error = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    step.fill(0);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      error.fill(0);
      for (let k = 0; k < row.length; k++)
        for (let l = 0, at = row[k]! * width; l < width; l++) error[l]! += weights[at + l]!;
      for (let l = 0; l < width; l++) error[l] = (truth[i]![l]! - 1 / (1 + Math.exp(-error[l]!))) / rows.length;
      for (let k = 0; k < row.length; k++)
        for (let l = 0, at = row[k]! * width; l < width; l++) step[at + l]! += error[l]!;
    }
    for (let f = 0; f < weights.length; f++) {
      const gradient = step[f]! - penalty * weights[f]!;
      moved[f]! += gradient * gradient;
      weights[f]! += (rate * gradient) / Math.sqrt(moved[f]!);
    }
  }
  return weights;
}
