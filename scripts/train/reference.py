"""The forward pass of models/en/FORMAT.md in NumPy, from the shipped files alone.

Usage: reference.py FOLDER            writes FOLDER/golden.json
       reference.py FOLDER FILE       scores the shipped model on CoNLL-U
"""
import json
import sys
from pathlib import Path

import numpy as np

from decode import tree
from features import (CHAR_END, CHAR_START, CHARACTERS_A_WORD, bucket, fnv1a, folded, shape)

SLOPE = 0.1
STEPS = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23])
GOLDEN = (
    "Rebels shelled a camp near Goma on Tuesday , killing at least 10 civilians , the army said .",
    "\" They burned our homes , \" Abu Bakr al - Shishani 's cousin told Reuters .",
    "UN SAYS 14 FEARED DEAD IN SANA’A AIR STRIKE",
)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def leaky(x):
    return np.where(x > 0, x, SLOPE * x)


class Model:
    def __init__(self, folder):
        folder = Path(folder)
        self.meta = json.loads((folder / "network.json").read_text(encoding="utf8"))
        raw = (folder / "network.bin").read_bytes()
        self.tensors = {name: self._tensor(raw, entry) for name, entry in self.meta["tensors"].items()}
        raw, v = (folder / "words.bin").read_bytes(), self.meta["vectors"]
        self.vector_keys = np.frombuffer(raw, np.uint32, v["rows"], v["keys_at"])
        self.vector_scales = np.frombuffer(raw, np.float32, v["rows"], v["scales_at"])
        self.vector_rows = np.frombuffer(raw, np.int8, v["rows"] * v["dimensions"], v["rows_at"]).reshape(-1, v["dimensions"])
        self.character = {char: index + 4 for index, char in enumerate(self.meta["characters"])}
        self.cache = {}

    @staticmethod
    def _tensor(raw, entry):
        count = int(np.prod(entry["shape"]))
        data = np.frombuffer(raw, entry["type"], count, entry["at"]).reshape(entry["shape"])
        if entry["type"] == "int8":
            data = data * np.frombuffer(raw, np.float32, entry["shape"][0], entry["scales_at"])[:, None]
        return data

    def linear(self, name, x):
        return x @ self.tensors[name].T + self.tensors[name + "_bias"]

    @staticmethod
    def find(keys, key):
        at = int(np.searchsorted(keys, key))
        return at if at < len(keys) and keys[at] == key else None

    def word(self, word):
        """The input vector of a word; None is the root."""
        if word not in self.cache:
            self.cache[word] = np.concatenate(self._parts(word)).astype(np.float32)
        return self.cache[word]

    def _parts(self, word):
        t, affixes = self.tensors, ("affix_prefix3", "affix_suffix3", "affix_suffix2", "affix_shape")
        width = self.meta["vectors"]["dimensions"]
        if word is None:
            return [np.zeros(width), t["learned"][1], *(t[a][0] for a in affixes), np.zeros(len(t["filters"]))]
        low = folded(word)
        row = self.find(self.vector_keys, fnv1a(low))
        vector = np.zeros(width) if row is None else self.vector_rows[row] * self.vector_scales[row]
        row = self.find(t["learned_keys"], fnv1a(low))
        keys = (low[:3], low[-3:], low[-2:], shape(word))
        hashed = [t[a][bucket(k, len(t[a]))] for a, k in zip(affixes, keys)]
        ids = [CHAR_START] + [self.character.get(c, 1) for c in word[:CHARACTERS_A_WORD]] + [CHAR_END]
        chars = t["characters"][ids]
        windows = np.concatenate([chars[:-2], chars[1:-1], chars[2:]], -1)
        return [vector, t["learned"][0 if row is None else row + 2], *hashed, leaky(self.linear("filters", windows)).max(0)]

    def lstm(self, x, layer, direction):
        name = f"lstm_{layer}_{direction}_"
        given, recurrent = x @ self.tensors[name + "input"].T + self.tensors[name + "bias"], self.tensors[name + "recurrent"]
        h = c = np.zeros(recurrent.shape[1], np.float32)
        out = np.zeros((len(x), len(h)), np.float32)
        for step in range(len(x)) if direction == 0 else range(len(x) - 1, -1, -1):
            i, f, g, o = np.split(given[step] + recurrent @ h, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
            out[step] = h
        return out

    def arcs(self, top):
        a, b = leaky(self.linear("arc_dependent", top)), leaky(self.linear("arc_head", top))
        scores = (a @ self.tensors["arc_bilinear"].T) @ b.T + b @ self.tensors["arc_bias"]
        difference = np.arange(len(top))[None, :] - np.arange(len(top))[:, None]
        steps = np.searchsorted(STEPS, np.abs(difference), side="right") - 1
        buckets = np.clip(np.where(difference > 0, steps + len(STEPS), steps), 0, None)
        buckets[:, 0] = self.meta["config"]["distances"] - 1
        return scores + np.take_along_axis(self.linear("distance", a), buckets, 1)

    def relations(self, top, heads):
        labels = self.meta["labels"]["relations"]
        r, s = leaky(self.linear("relation_dependent", top)), leaky(self.linear("relation_head", top))[heads]
        scores = self.linear("relation_out", np.concatenate([r * s, r, s], -1))
        root = labels.index("root")
        scores[np.asarray(heads) != 0, root] = -np.inf
        scores[np.asarray(heads) == 0, root] = np.inf
        return [labels[k] for k in scores[1:].argmax(-1)]

    def parse(self, words):
        """-> dict of columns, and the activations that golden.json keeps."""
        config, x = self.meta["config"], np.stack([self.word(w) for w in [None, *words]])
        first, below = x, x
        for layer in range(config["layers"]):
            below, x = x, np.concatenate([self.lstm(x, layer, 0), self.lstm(x, layer, 1)], -1)
        source = x if config["tags_from"] == "top" or config["layers"] == 1 else below
        arcs = self.arcs(x)
        heads = tree(arcs)
        columns = {kind: [self.meta["labels"][kind][k] for k in self.linear(kind, source)[1:].argmax(-1)]
                   for kind in ("upos", "xpos", "names")}
        short = lambda values: [round(float(v), 4) for v in values]
        scores = short(arcs[1])
        scores[1] = None
        return dict(words=list(words), input0=short(first[1][:8]), top1=short(x[1][:8]), top_last=short(x[-1][:8]),
                    arcs1=scores, heads=heads[1:].tolist(), relations=self.relations(x, heads), **columns)


def main(folder, data=None):
    model = Model(folder)
    if data is None:
        golden = [model.parse(sentence.split()) for sentence in GOLDEN]
        (Path(folder) / "golden.json").write_text(json.dumps(golden, ensure_ascii=False, indent=1), encoding="utf8")
        for g in golden:
            print(" ".join(f"{w}/{u}/{h}/{r}/{n}" for w, u, h, r, n in zip(g["words"], g["upos"], g["heads"], g["relations"], g["names"])))
        return
    import treebank
    from evaluate import line, score, upper
    sentences = treebank.read(data)
    for kind, chosen in (("as written", sentences), ("upper case", upper(sentences))):
        print(kind, line(score(chosen, [model.parse(s.words) for s in chosen])), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
