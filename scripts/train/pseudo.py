"""Parses raw text with one or more teachers and keeps what they believe, for a student to learn from.

Usage: pseudo.py OUT.pt TEACHER.pt [TEACHER.pt …]      (the text: cased.jsonl, from truecase.py)
All teachers must have been trained by this version of train.py on the same treebank, so that their labels agree.
"""
import json
import os
import sys

import numpy as np
import torch

import paths
import treebank
from batches import grouped
from decode import tree
from silver_names import SilverNames
from truecase import KEPT as RAW_SOURCES
from teacher import blank, load_teacher


def believe(teachers, sentences):
    """Sets `soft` on each sentence: probabilities arcs [n, n + 1], relations, upos, xpos, names [n, labels] (float16), and `heads`."""
    with torch.no_grad():
        for number, group in enumerate(grouped(sentences, 4000)):
            batches = [encoder.batch(group) for _, encoder, _ in teachers]
            tops = [network.encode(batch) for (network, *_), batch in zip(teachers, batches)]
            mean = lambda parts: sum(parts) / len(parts)
            arcs = mean([_arc_probabilities(t[0], top[0], b.lengths) for t, top, b in zip(teachers, tops, batches)])
            heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
            for k, n in enumerate(batches[0].lengths):
                heads[k, :n] = torch.from_numpy(tree(np.log(arcs[k, :n, :n].numpy() + 1e-9)))
            relations = mean([t[0].relations(top[0], heads).softmax(-1) for t, top in zip(teachers, tops)])
            tags = [mean(list(parts)) for parts in zip(*[[s.softmax(-1) for s in t[0].tag(*top)] for t, top in zip(teachers, tops)])]
            for k, s in enumerate(batches[0].sentences):
                n = len(s)
                half = lambda tensor, width=None: tensor[k, 1:n + 1, :width].numpy().astype(np.float16)
                s.heads = heads[k, 1:n + 1].tolist()
                s.soft = dict(arcs=half(arcs, n + 1), relations=half(relations), upos=half(tags[0]), xpos=half(tags[1]), names=half(tags[2]))
            if number % 100 == 0:
                print("group", number, flush=True)


def _arc_probabilities(network, top, lengths):
    scores = network.arcs(top)
    time = scores.shape[1]
    outside = torch.arange(time)[None, :] >= torch.tensor(lengths)[:, None]
    return scores.masked_fill(outside.unsqueeze(1), -1e4).masked_fill(torch.eye(time, dtype=torch.bool), -1e4).softmax(-1)


def main(out, *checkpoints):
    torch.set_num_threads(1)
    teachers = [load_teacher(c) for c in checkpoints]
    lines = [json.loads(line) for line in open(paths.CASED, encoding="utf8")]
    cased = [blank(l["words"], l["source"]) for l in lines]
    # The treebank's own sentences, too: what the teachers hold possible says more than one right answer.
    cased += treebank.read(paths.TRAIN)
    believe(teachers, cased)
    names, proper = SilverNames(), teachers[0][2]["upos"].index("PROPN")
    for s in cased:
        if s.document in RAW_SOURCES:
            names.correct(s, s.soft["upos"][:, proper])
        s.__dict__.pop("_types", None)
    torch.save(cased, out + ".part")
    os.replace(out + ".part", out)


if __name__ == "__main__":
    main(*sys.argv[1:])
