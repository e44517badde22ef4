"""Gives raw text that is all capitals its case back, and writes the raw text that the student will learn from.

Usage: truecase.py CHECKPOINT.pt      reads raw.jsonl (raw-text.ts), writes cased.jsonl in the work folder
"""
import json
import random
import re
import sys
from collections import Counter

import torch

import paths
import treebank
from evaluate import predict
from teacher import blank, load_teacher

# Words of each source that are kept, the shares in which the student meets them.
MARKUP = set("<>|={}\\&")
KEPT = {"muc": 110_000, "reports": 100_000, "wordnet": 60_000}


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


def sample(lines):
    """A fixed choice of `KEPT` words a source."""
    random.Random(1).shuffle(lines)
    left, chosen = dict(KEPT), []
    for line in lines:
        if left[line["source"]] > 0 and not MARKUP & set(line["words"]):
            left[line["source"]] -= len(line["words"])
            chosen.append(line)
    return chosen


def main(checkpoint):
    torch.set_num_threads(1)
    network, encoder, labels = load_teacher(checkpoint)
    lines = sample([json.loads(line) for line in open(paths.RAW, encoding="utf8")])
    capitals = [blank(l["words"], l["source"]) for l in lines if in_capitals(l["words"])]
    cased = [l for l in lines if not in_capitals(l["words"])]
    case = Truecaser([s.words for s in treebank.read(paths.TRAIN)] + [l["words"] for l in cased], [s.words for s in capitals])
    tagged = predict(network, encoder, capitals, labels, trees=False)
    case.learn_names([(s.words, p["xpos"]) for s, p in zip(capitals, tagged)])
    cased += [dict(source=s.document, words=case.sentence(s.words, p["xpos"])) for s, p in zip(capitals, tagged)]
    with open(paths.CASED, "w", encoding="utf8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in cased)
    print(len(cased), "sentences,", sum(len(l["words"]) for l in cased), "words")


if __name__ == "__main__":
    main(*sys.argv[1:])
