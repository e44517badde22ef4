/** Logistic regression over named features: small, plain, the same every time. */

export interface Example {
  readonly features: readonly string[];
  readonly same: boolean;
}

/** Gradient descent with a step that shrinks with what a feature has been moved already, and a quadratic penalty; deterministic. */
export function train(examples: readonly Example[], rounds = 400, rate = 0.3, penalty = 1e-3): Map<string, number> {
  const names = [...new Set(examples.flatMap((e) => e.features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map((e) => e.features.map((f) => index.get(f)!));
  const weights = new Float64Array(names.length);
  const moved = new Float64Array(names.length).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const step = new Float64Array(names.length);
    rows.forEach((row, i) => {
      const score = row.reduce((sum, f) => sum + weights[f]!, 0);
      const error = (examples[i]!.same ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const f of row) step[f]! += error / rows.length;
    });
    for (let f = 0; f < weights.length; f++) {
      const gradient = step[f]! - penalty * weights[f]!;
      moved[f]! += gradient * gradient;
      weights[f]! += (rate * gradient) / Math.sqrt(moved[f]!);
    }
  }
  return new Map(names.map((name, i) => [name, weights[i]!]));
}
