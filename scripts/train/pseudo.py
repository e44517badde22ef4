"""Parses raw text with one or more teachers and keeps what they believe, for a student to learn from.

Usage: pseudo.py OUT.pt TEACHER.pt [TEACHER.pt …]      (the raw text comes from raw-text.ts)
All teachers must have been trained by this version of train.py on the same treebank, so that their labels agree.
"""
import json
import re
import sys
from collections import Counter

import numpy as np
import torch

import paths
import treebank
import vectors
from batches import Encoder, grouped
from decode import tree
from evaluate import predict
from features import Features
from network import Network
from silver_names import SilverNames
from treebank import Sentence


def load_teacher(checkpoint):
    known = json.load(open(checkpoint.replace(".pt", ".json"), encoding="utf8"))
    words, rows = vectors.load(paths.VECTORS)
    features = Features(words, known["learned_words"], known["characters"])
    table = torch.from_numpy(np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows]))
    network = Network(table, len(features.learned_words) + 2, len(features.characters) + 4, known["labels"], known["config"])
    network.load_state_dict(torch.load(checkpoint), strict=False)
    return network.eval(), Encoder(features, known["labels"]), known["labels"]


# --- case ---

class Truecaser:
    """Gives wire copy in capitals its case back, from the tags of a teacher and the case that words have elsewhere."""

    def __init__(self, cased, capitals):
        self.counts = Counter(w for words in cased for w in words[1:])
        pairs = Counter(words[k] for words in capitals for k in range(1, len(words) - 1)
                        if words[k - 1] in "([" and words[k + 1] in ")];" and re.fullmatch(r"[A-Z]{2,8}", words[k]))
        self.acronyms = {w for w, n in pairs.items() if n > 1}

    def word(self, word, xpos, first):
        if not any(c.isalpha() for c in word) or word == "I":
            return word
        lower, title = word.lower(), word[0] + word[1:].lower()
        if self.demonym(lower):
            return title
        written = {form: self.counts[form] for form in (lower, title, word)}
        if xpos in ("NNP", "NNPS"):
            known = written[word] > written[title]
            return word if word in self.acronyms or known or re.fullmatch(r"([A-Z]\.)+|[B-DF-HJ-NP-TV-Z]{2,5}", word) else title
        if written[title] > 2 * written[lower] or first:
            return title
        return word if written[word] > max(written[lower], 2) else lower

    def learn_names(self, tagged):
        """(words, tags) of the copy itself: what is mostly tagged a name, so that "SALVADORAN" is known by "SALVADOR"."""
        seen, named = Counter(), Counter()
        for words, tags in tagged:
            for word, tag in zip(words, tags):
                seen[word.lower()] += 1
                named[word.lower()] += tag in ("NNP", "NNPS")
        self.stems = {w[:max(4, len(w) - 2)] for w, n in named.items() if n > 2 and n > 0.8 * seen[w] and len(w) > 4 and w.isalpha()}

    def demonym(self, lower):
        return lower.endswith(("an", "ans", "ese", "ish")) and any(lower[:k] in self.stems and len(lower) - k <= 5 for k in range(5, len(lower)))

    def sentence(self, words, xpos):
        start = next((k for k, w in enumerate(words) if any(c.isalpha() for c in w)), 0)
        return [self.word(w, x, k == start) for k, (w, x) in enumerate(zip(words, xpos))]


def in_capitals(words):
    return not any(c.islower() for w in words for c in w)


def blank(words, source):
    n = len(words)
    return Sentence(source, list(words), ["X"] * n, ["XX"] * n, [0] * n, ["dep"] * n, ["_"] * n)


# --- beliefs ---

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
    lines = [json.loads(line) for line in open(paths.RAW, encoding="utf8")]
    capitals = [blank(l["words"], l["source"]) for l in lines if in_capitals(l["words"])]
    cased = [blank(l["words"], l["source"]) for l in lines if not in_capitals(l["words"])]
    written = [s.words for s in treebank.read(paths.TRAIN)] + [s.words for s in cased]
    case = Truecaser(written, [s.words for s in capitals])
    network, encoder, labels = teachers[0]
    tagged = predict(network, encoder, capitals, labels, trees=False)
    case.learn_names([(s.words, p["xpos"]) for s, p in zip(capitals, tagged)])
    for s, p in zip(capitals, tagged):
        words = case.sentence(s.words, p["xpos"])
        cased.append(blank(words, s.document))
    print(len(cased), "sentences,", sum(map(len, cased)), "words", flush=True)
    believe(teachers, cased)
    names, proper = SilverNames(), labels["upos"].index("PROPN")
    for s in cased:
        names.correct(s, s.soft["upos"][:, proper])
        s.__dict__.pop("_types", None)
    torch.save(cased, out)
    for s in cased[-5:]:
        print(" ".join(s.words))


if __name__ == "__main__":
    main(*sys.argv[1:])
