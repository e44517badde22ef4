"""Sentences -> padded tensors, grouped by length."""
from dataclasses import dataclass

import numpy as np
import torch

LONGEST = 120


@dataclass
class Batch:
    """`types` [batch, time] points into `affixes` [n, 4] and `characters` [n, 22]; the word tables are read token by token."""
    types: torch.Tensor
    affixes: torch.Tensor
    characters: torch.Tensor
    vectors: torch.Tensor
    learned: torch.Tensor
    lengths: list
    heads: torch.Tensor
    relations: torch.Tensor
    upos: torch.Tensor
    xpos: torch.Tensor
    names: torch.Tensor
    sentences: list
    soft: dict = None  # probabilities of a teacher, where all sentences have them


class Encoder:
    """Caches the index rows of each sentence; labels nobody gave are -1."""

    def __init__(self, features, labels):
        self.features = features
        self.index = {kind: {label: k for k, label in enumerate(values)} for kind, values in labels.items()}

    def types(self, sentence):
        if getattr(sentence, "_types", (None,))[0] is not self.features:
            sentence._types = (self.features, [0] + [self.features.type_of(word) for word in sentence.words])
        return sentence._types[1]

    def batch(self, sentences):
        sentences = sorted(sentences, key=len, reverse=True)
        types = [self.types(s) for s in sentences]
        rows, chars = self.features.arrays()
        time, count = len(sentences[0]) + 1, len(sentences)
        ids = np.zeros((count, time), np.int64)
        labels = {k: np.full((count, time), -1, np.int64) for k in ("heads", "relations", "upos", "xpos", "names")}
        for k, s in enumerate(sentences):
            n = len(s)
            ids[k, :n + 1] = types[k]
            labels["heads"][k, 1:n + 1] = s.heads
            for kind in ("relations", "upos", "xpos", "names"):
                values = getattr(s, kind)
                if values is not None:
                    table = self.index[kind]
                    labels[kind][k, 1:n + 1] = [table.get(v, -1) for v in values]
        soft = _soft(sentences, time) if all(getattr(s, "soft", None) for s in sentences) else None
        seen, inverse = np.unique(ids, return_inverse=True)
        tensor = lambda array: torch.from_numpy(array).long()
        return Batch(tensor(inverse.reshape(ids.shape)), tensor(rows[seen, 2:]), tensor(chars[seen]),
                     tensor(rows[ids, 0]), tensor(rows[ids, 1]), [len(s) + 1 for s in sentences],
                     sentences=sentences, soft=soft, **{k: tensor(v) for k, v in labels.items()})


def _soft(sentences, time):
    """Teachers' probabilities, padded; a row of zeros says nothing."""
    tables = {}
    for kind, example in sentences[0].soft.items():
        width = time if kind == "arcs" else example.shape[1]
        tables[kind] = torch.zeros(len(sentences), time, width)
        for k, s in enumerate(sentences):
            rows = s.soft[kind]
            tables[kind][k, 1:len(s) + 1, :rows.shape[1]] = torch.from_numpy(rows.astype(np.float32))
    return tables


def grouped(sentences, tokens, rng=None):
    """Lists of sentences of like length, about `tokens` padded tokens each; shuffled where `rng` is given."""
    noise = (lambda: rng.uniform(-2, 2)) if rng else (lambda: 0)
    order = sorted((s for s in sentences), key=lambda s: len(s) + noise())
    groups, current = [], []
    for sentence in order:
        if current and (len(current) + 1) * (len(sentence) + 1) > tokens:
            groups.append(current)
            current = []
        current.append(sentence)
    if current:
        groups.append(current)
    if rng:
        rng.shuffle(groups)
    return groups
