/**
 * The best tree with one root over arc scores, `scores[at + dependent * stride + head]`; word 0 is the artificial root.
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
  if (roots === 1 && cyclesOf(greedy, size).count === 0) return greedy;

  // A fine on every arc from the root, larger than all scores together: the best tree pays it once, so it has one root.
  const table = new Float64Array(size * size);
  for (let i = 1; i < size; i++) {
    for (let j = 0; j < size; j++) table[i * size + j] = i === j ? NEVER : scores[at + i * stride + j]!;
    table[i * size]! -= FINE;
  }
  return spanningTree(table, size);
}

let greedy = new Int32Array(256);

const NEVER = -1e12;
const FINE = 1e7;

/** Chu-Liu/Edmonds over a dense table [dependent, head]; all cycles of a round are contracted at once. */
function spanningTree(table: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let best = 0;
    for (let j = 1; j < size; j++) if (table[i * size + j]! > table[i * size + best]!) best = j;
    heads[i] = best;
  }
  const { member, count } = cyclesOf(heads, size);
  if (count === 0) return heads;

  // Words in no cycle stay nodes (the root is node 0), each cycle becomes one.
  const node = new Int32Array(size);
  let nodes = 0;
  for (let i = 0; i < size; i++) if (member[i] === 0) node[i] = nodes++;
  for (let i = 0; i < size; i++) if (member[i]! > 0) node[i] = nodes + member[i]! - 1;
  const small = nodes + count;
  const smaller = new Float64Array(small * small).fill(NEVER);
  /** The arc that stands behind each arc between nodes, as dependent * size + head. */
  const behind = new Int32Array(small * small);
  for (let i = 1; i < size; i++) {
    const a = node[i]!;
    // To enter a cycle at i is to give up the arc that i has within it.
    const given = member[i]! > 0 ? table[i * size + heads[i]!]! : 0;
    for (let j = 0; j < size; j++) {
      const b = node[j]!;
      if (a === b) continue;
      const gain = table[i * size + j]! - given;
      if (gain <= smaller[a * small + b]!) continue;
      smaller[a * small + b] = gain;
      behind[a * small + b] = i * size + j;
    }
  }
  const solved = spanningTree(smaller, small);
  for (let a = 1; a < small; a++) {
    const arc = behind[a * small + solved[a]!]!;
    heads[Math.floor(arc / size)] = arc % size;
  }
  return heads;
}

let seen = new Int32Array(256);
let member = new Int32Array(256);

/** The cycles among heads: `member[i]` is the number of the cycle that i is on, from 1; 0 where it is on none. */
function cyclesOf(heads: Int32Array, size: number): { readonly member: Int32Array; readonly count: number } {
  if (seen.length < size) {
    seen = new Int32Array(size);
    member = new Int32Array(size);
  }
  seen.fill(0, 0, size);
  member.fill(0, 0, size);
  seen[0] = -1;
  let count = 0;
  for (let i = 1; i < size; i++) {
    let j = i;
    while (seen[j] === 0) {
      seen[j] = i;
      j = heads[j]!;
    }
    if (seen[j] !== i) continue;
    count++;
    for (let k = j; member[k] === 0; k = heads[k]!) member[k] = count;
  }
  return { member, count };
}
