/**
 * The best tree with one root (Chu-Liu/Edmonds) over arc scores: `scores[at + dependent * stride + head]`. Word 0 is the artificial root.
 * Greedy heads are such a tree nearly always, and then nothing else is done. The result is valid until the next call.
 */
export function bestTree(scores: Float32Array, at: number, stride: number, size: number): Int32Array {
  if (greedy.length < size) greedy = new Int32Array(size);
  let roots = 0;
  for (let i = 1; i < size; i++) {
    const row = at + i * stride;
    let best = 0;
    for (let j = 1; j < size; j++) if (j !== i && scores[row + j]! > scores[row + best]!) best = j;
    greedy[i] = best;
    if (best === 0) roots++;
  }
  if (roots === 1 && findCycle(greedy, size) === null) return greedy;
  return spanningTree(scores, at, stride, size);
}

let greedy = new Int32Array(256);

const NEVER = -1e9;

function spanningTree(scores: Float32Array, at: number, stride: number, size: number): Int32Array {
  const table: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(size).fill(NEVER);
    if (i > 0) for (let j = 0; j < size; j++) if (j !== i) row[j] = scores[at + i * stride + j]!;
    table.push(row);
  }
  const heads = edmonds(table);
  const roots: number[] = [];
  for (let i = 1; i < size; i++) if (heads[i] === 0) roots.push(i);
  if (roots.length === 1) return heads;
  let best = heads;
  let most = Number.NEGATIVE_INFINITY;
  // The likeliest few as the only word on the root: among many roots (headlines run together) the best is one of them.
  roots.sort((a, b) => table[b]![0]! - table[a]![0]!);
  for (const root of roots.slice(0, 8)) {
    const single = table.map((row, i) => {
      if (i === root || i === 0) return row;
      const copy = row.slice();
      copy[0] = NEVER / 10;
      return copy;
    });
    const candidate = edmonds(single);
    let total = 0;
    for (let i = 1; i < size; i++) total += single[i]![candidate[i]!]!;
    if (total > most) {
      most = total;
      best = candidate;
    }
  }
  return best;
}

function edmonds(scores: readonly Float64Array[]): Int32Array {
  const size = scores.length;
  const heads = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    const row = scores[i]!;
    let best = 0;
    for (let j = 1; j < size; j++) if (row[j]! > row[best]!) best = j;
    heads[i] = best;
  }
  const cycle = findCycle(heads, size);
  if (!cycle) return heads;

  // Contract the cycle into one node, solve the smaller problem, open it again.
  const inside = new Set(cycle);
  const rest: number[] = [];
  for (let i = 0; i < size; i++) if (!inside.has(i)) rest.push(i);
  const m = rest.length;
  let total = 0;
  for (const c of cycle) total += scores[c]![heads[c]!]!;
  const smaller: Float64Array[] = [];
  for (let i = 0; i <= m; i++) smaller.push(new Float64Array(m + 1).fill(NEVER));
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

let seen = new Int32Array(256);

/** Members of the first cycle, or null. */
function findCycle(heads: Int32Array, size: number): number[] | null {
  if (seen.length < size) seen = new Int32Array(size);
  seen.fill(0, 0, size);
  seen[0] = -1;
  for (let i = 1; i < size; i++) {
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
