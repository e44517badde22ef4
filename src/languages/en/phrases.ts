/** Longest match of fixed phrases over tokens. */
export interface Phrases<T> {
  /** The longest phrase that begins at token `i`, and the token after it; null where none does. */
  at(words: readonly string[], i: number): { readonly value: T; readonly next: number } | null;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

export function makePhrases<T>(entries: Iterable<readonly [words: string, value: T]>): Phrases<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  for (const [words, value] of entries) {
    let node = root;
    for (const word of words.split(" ")) {
      let below = node.next.get(word);
      if (!below) {
        below = { next: new Map(), value: undefined };
        node.next.set(word, below);
      }
      node = below;
    }
    node.value = value;
  }
  return {
    at(words, i) {
      let node: Node<T> | undefined = root;
      let found: { value: T; next: number } | null = null;
      for (let j = i; j < words.length; j++) {
        node = node.next.get(words[j]!);
        if (!node) break;
        if (node.value !== undefined) found = { value: node.value, next: j + 1 };
      }
      return found;
    },
  };
}
