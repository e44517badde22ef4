/** Logistic regression over named features: small, plain, the same every time. */

export interface Example {
  readonly features: readonly string[];
  readonly same: boolean;
}

/** Gradient descent with a step that shrinks with what a feature has been moved already, and a quadratic penalty; deterministic. */
export function train(examples: readonly Example[], rounds = 400, rate = 0.3, penalty = 1e-3): Map<string, number> {
  const { names, rows } = indexed(examples, 1);
  const weights = descend(
    rows,
    examples.map(({ same }) => same),
    names.length,
    { rounds, rate, penalty },
  );
  return new Map(names.map((name, i) => [name, weights[i]!]));
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
  const columns = labels.map((label) => {
    const truth = examples.map((example) => example.labels.includes(label));
    return descend(rows, truth, names.length, settings);
  });
  return new Map(names.map((name, f) => [name, columns.map((column) => column[f]!)]));
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

function descend(rows: readonly Int32Array[], truth: readonly boolean[], size: number, settings: Settings) {
  const { rounds, rate, penalty } = settings;
  const weights = new Float64Array(size);
  const moved = new Float64Array(size).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const step = new Float64Array(size);
    rows.forEach((row, i) => {
      let score = 0;
      for (const f of row) score += weights[f]!;
      const error = ((truth[i] ? 1 : 0) - 1 / (1 + Math.exp(-score))) / rows.length;
      for (const f of row) step[f]! += error;
    });
    for (let f = 0; f < size; f++) {
      const gradient = step[f]! - penalty * weights[f]!;
      moved[f]! += gradient * gradient;
      weights[f]! += (rate * gradient) / Math.sqrt(moved[f]!);
    }
  }
  return weights;
}
