/**
 * The best tree with one root over arc scores (Chu-Liu/Edmonds), as heads.
 * Word 0 is the artificial root; `score(dependent, head)`. Greedy heads are a tree nearly always, and then nothing else is done.
 */
export function bestTree(size: number, score: (dependent: number, head: number) => number): Int32Array {
  const scores: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(size).fill(-1e9);
    if (i > 0) for (let j = 0; j < size; j++) if (j !== i) row[j] = score(i, j);
    scores.push(row);
  }
  let heads = edmonds(scores);
  const roots: number[] = [];
  for (let i = 1; i < size; i++) if (heads[i] === 0) roots.push(i);
  if (roots.length > 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (const root of roots.slice(0, 12)) {
      const single = scores.map((row, i) => {
        const copy = row.slice();
        if (i !== root) copy[0] = -1e8;
        return copy;
      });
      const candidate = edmonds(single);
      let total = 0;
      for (let i = 1; i < size; i++) total += single[i]![candidate[i]!]!;
      if (total > best) {
        best = total;
        heads = candidate;
      }
    }
  }
  return heads;
}

function edmonds(scores: readonly Float64Array[]): Int32Array {
  const size = scores.length;
  const heads = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let best = 0;
    for (let j = 1; j < size; j++) if (scores[i]![j]! > scores[i]![best]!) best = j;
    heads[i] = best;
  }
  const cycle = findCycle(heads);
  if (!cycle) return heads;

  // Contract the cycle into one node, solve the smaller problem, open it again.
  const inside = new Set(cycle);
  const rest: number[] = [];
  for (let i = 0; i < size; i++) if (!inside.has(i)) rest.push(i);
  const m = rest.length;
  let total = 0;
  for (const c of cycle) total += scores[c]![heads[c]!]!;
  const smaller: Float64Array[] = [];
  for (let i = 0; i <= m; i++) smaller.push(new Float64Array(m + 1).fill(-1e9));
  const entry = new Int32Array(size);
  const exit = new Int32Array(size);
  for (let a = 0; a < m; a++) {
    const r = rest[a]!;
    for (let b = 0; b < m; b++) smaller[a]![b] = scores[r]![rest[b]!]!;
    if (r !== 0) {
      let out = cycle[0]!;
      for (const c of cycle) if (scores[r]![c]! > scores[r]![out]!) out = c;
      smaller[a]![m] = scores[r]![out]!;
      exit[r] = out;
    }
    const gain = (c: number) => scores[c]![r]! - scores[c]![heads[c]!]!;
    let into = cycle[0]!;
    for (const c of cycle) if (gain(c) > gain(into)) into = c;
    smaller[m]![a] = total + gain(into);
    entry[r] = into;
  }
  const solved = edmonds(smaller);
  const result = heads.slice();
  for (let a = 0; a < m; a++) {
    const r = rest[a]!;
    if (r !== 0) result[r] = solved[a] === m ? exit[r]! : rest[solved[a]!]!;
  }
  const outer = rest[solved[m]!]!;
  result[entry[outer]!] = outer;
  return result;
}

/** Members of the first cycle, or null. */
function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  seen[0] = -1;
  for (let i = 1; i < heads.length; i++) {
    let j = i;
    while (seen[j] === 0) {
      seen[j] = i;
      j = heads[j]!;
    }
    if (seen[j] !== i) continue;
    const cycle = [j];
    for (let k = heads[j]!; k !== j; k = heads[k]!) cycle.push(k);
    return cycle;
  }
  return null;
}
