"""Maximum spanning tree with exactly one root (Chu-Liu/Edmonds)."""
import numpy as np

IMPOSSIBLE = -1e9


def tree(scores):
    """scores[dependent][head], index 0 is the root -> heads (heads[0] = 0)."""
    scores = np.array(scores, np.float64)
    np.fill_diagonal(scores, IMPOSSIBLE)
    scores[0] = IMPOSSIBLE
    heads = _edmonds(scores)
    roots = [i for i in range(1, len(scores)) if heads[i] == 0]
    if len(roots) <= 1:
        return heads
    best, best_score = heads, -np.inf
    for root in roots:
        single = scores.copy()
        single[1:, 0] = IMPOSSIBLE
        single[root, 0] = scores[root, 0]
        candidate = _edmonds(single)
        total = sum(single[i, candidate[i]] for i in range(1, len(scores)))
        if total > best_score:
            best, best_score = candidate, total
    return best


def _edmonds(scores):
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(len(scores)) if i not in inside]
    size = len(rest)
    total = sum(scores[c, heads[c]] for c in cycle)
    smaller = np.full((size + 1, size + 1), IMPOSSIBLE)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    into, out_of = {}, {}
    for k, r in enumerate(rest):
        if r != 0:
            best = max(cycle, key=lambda c: scores[r, c])
            smaller[k, size], out_of[r] = scores[r, best], best
        best = max(cycle, key=lambda c: scores[c, r] - scores[c, heads[c]])
        smaller[size, k], into[r] = total + scores[best, r] - scores[best, heads[best]], best
    found = _edmonds(smaller)
    result = heads.copy()
    for k, r in enumerate(rest):
        if r != 0:
            result[r] = out_of[r] if found[k] == size else rest[found[k]]
    entry = rest[found[size]]
    result[into[entry]] = entry
    return result


def _cycle(heads):
    colour = [0] * len(heads)
    colour[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while colour[node] == 0:
            colour[node] = 1
            path.append(node)
            node = heads[node]
        if colour[node] == 1:
            return path[path.index(node):]
        for visited in path:
            colour[visited] = 2
    return None
