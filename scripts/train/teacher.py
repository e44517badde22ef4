"""A trained network, ready to parse."""
import json

import numpy as np
import torch

import paths
import vectors
from batches import Encoder
from features import Features
from network import Network
from treebank import Sentence


def load_teacher(checkpoint):
    known = json.load(open(checkpoint.replace(".pt", ".json"), encoding="utf8"))
    words, rows = vectors.load(paths.VECTORS)
    features = Features(words, known["learned_words"], known["characters"])
    table = torch.from_numpy(np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows]))
    network = Network(table, len(features.learned_words) + 2, len(features.characters) + 4, known["labels"], known["config"])
    network.load_state_dict(torch.load(checkpoint), strict=False)
    return network.eval(), Encoder(features, known["labels"]), known["labels"]


def blank(words, source):
    """Words that nobody has parsed yet."""
    n = len(words)
    return Sentence(source, list(words), ["X"] * n, ["XX"] * n, [0] * n, ["dep"] * n, ["_"] * n)
