/** Word sequences to values; the longest match from a position is found in one walk. */
interface Node<V> {
  readonly next: Map<string, Node<V>>;
  values: V[] | null;
}
export interface Trie<V> {
  readonly root: Node<V>;
}
export interface TrieMatch<V> {
  /** Keys consumed. */
  readonly length: number;
  readonly values: readonly V[];
}

export const makeTrie = <V>(): Trie<V> => ({ root: { next: new Map(), values: null } });

export function addToTrie<V>(trie: Trie<V>, keys: readonly string[], value: V): void {
  let node = trie.root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), values: null };
      node.next.set(key, next);
    }
    node = next;
  }
  node.values ??= [];
  if (!node.values.includes(value)) node.values.push(value);
}

/** All matches that begin at `from`, longest first. `other` gives a second key to try at a position (a lemma). */
export function matchesAt<V>(
  trie: Trie<V>,
  keys: readonly string[],
  from: number,
  other?: readonly string[],
): readonly TrieMatch<V>[] {
  const found: TrieMatch<V>[] = [];
  let node: Node<V> | undefined = trie.root;
  for (let i = from; i < keys.length; i++) {
    node = node.next.get(keys[i]!) ?? (other === undefined ? undefined : node.next.get(other[i]!));
    if (node === undefined) break;
    if (node.values !== null) found.unshift({ length: i - from + 1, values: node.values });
  }
  return found;
}
