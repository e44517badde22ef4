"""Scores of a network on sentences with gold tokens."""
from collections import Counter
from dataclasses import replace

import numpy as np
import torch

from batches import grouped
from decode import tree
from treebank import spans_of


def predict(network, encoder, sentences, labels, trees=True):
    """-> one dict a sentence (same order): heads, relations, upos, xpos, names."""
    network.eval()
    results = {}
    with torch.no_grad():
        for group in grouped(sentences, 4000):
            batch = encoder.batch(group)
            top, below = network.encode(batch)
            arcs = network.arcs(top).numpy() if trees else None
            heads = torch.zeros_like(batch.heads)
            for k, n in enumerate(batch.lengths if trees else []):
                heads[k, :n] = torch.from_numpy(tree(arcs[k, :n, :n]))
            relations = network.relations(top, heads).argmax(-1)
            tags = [scores.argmax(-1) for scores in network.tag(top, below)]
            for k, sentence in enumerate(batch.sentences):
                n = len(sentence)
                pick = lambda tensor, kind: [labels[kind][v] for v in tensor[k, 1:n + 1].tolist()]
                results[id(sentence)] = dict(
                    heads=heads[k, 1:n + 1].tolist(), relations=pick(relations, "relations"),
                    upos=pick(tags[0], "upos"), xpos=pick(tags[1], "xpos"), names=pick(tags[2], "names"))
    return [results[id(s)] for s in sentences]


def plain(relation):
    return relation.split(":")[0]


def score(sentences, predictions):
    """-> dict of percentages; `by` holds F of each relation, `names` of each name kind."""
    count, by, names = Counter(), Counter(), Counter()
    for s, p in zip(sentences, predictions):
        for k in range(len(s)):
            head = s.heads[k] == p["heads"][k]
            gold, found = s.relations[k], p["relations"][k]
            count["n"] += 1
            count["upos"] += s.upos[k] == p["upos"][k]
            count["xpos"] += s.xpos[k] == p["xpos"][k]
            count["uas"] += head
            count["las"] += head and plain(gold) == plain(found)
            count["las_subtypes"] += head and gold == found
            for label in {gold, plain(gold)}:
                by[label, "gold"] += 1
            for label in {found, plain(found)}:
                by[label, "found"] += 1
                by[label, "right"] += head and label in (gold, plain(gold))
        if s.names is not None:
            gold, found = spans_of(s.names), spans_of(p["names"])
            for label, side in ((gold, "gold"), (found, "found"), (gold & found, "right")):
                for *_, kind in label:
                    names[kind, side] += 1
                    names["all", side] += 1
    result = {k: round(100 * count[k] / count["n"], 2) for k in ("upos", "xpos", "uas", "las", "las_subtypes")}
    f = lambda table, k: round(200 * table[k, "right"] / max(1, table[k, "gold"] + table[k, "found"]), 1)
    result["by"] = {k: f(by, k) for k in sorted({k for k, _ in by})}
    result["names"] = {k: f(names, k) for k in sorted({k for k, _ in names})}
    return result


def upper(sentences):
    return [replace(s, words=[w.upper() for w in s.words]) for s in sentences]


def evaluate(network, encoder, sentences, labels):
    return score(sentences, predict(network, encoder, sentences, labels))


WATCHED = ("nsubj", "obj", "nsubj:pass", "ccomp", "parataxis", "appos", "obl", "obl:agent", "conj", "advcl", "nmod", "acl:relcl")


def line(result):
    """One log line."""
    head = " ".join(f"{k} {result[k]}" for k in ("upos", "xpos", "uas", "las", "las_subtypes"))
    return f"{head} | " + " ".join(f"{k} {result['by'].get(k, 0)}" for k in WATCHED) + f" | {result['names']}"
