"""Checks of the trainer: python3 -m unittest discover -s scripts/train"""
import random
import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import augment
import fragments
from decode import tree
from features import fnv1a, shape
from treebank import Sentence, spans_of

WORDS = "Rebels shelled the camp .".split()
SENTENCE = Sentence("d", WORDS, ["NOUN", "VERB", "DET", "NOUN", "PUNCT"], ["NNS", "VBD", "DT", "NN", "."], [2, 0, 4, 2, 2],
                    ["nsubj", "root", "det", "obj", "punct"], ["rebel", "shell", "the", "camp", "."])


def relations_of(nodes):
    sentence = fragments.to_sentence(nodes, "d")
    return {(w, r, sentence.words[h - 1] if h else "ROOT") for w, r, h in zip(sentence.words, sentence.relations, sentence.heads)}


class Augmentation(unittest.TestCase):
    def test_trailing_attribution_is_the_root(self):
        found = relations_of(augment.trailing(fragments.from_sentence(SENTENCE), random.Random(1)))
        self.assertTrue(any(w == "shelled" and r == "ccomp" for w, r, _ in found))
        self.assertFalse(any(w == "shelled" and r == "root" for w, r, _ in found))

    def test_passive_turns_the_roles(self):
        found = relations_of(augment.passive(fragments.from_sentence(SENTENCE), random.Random(1)))
        self.assertIn(("rebels", "obl:agent", "shelled"), found)
        self.assertIn(("camp", "nsubj:pass", "shelled"), found)

    def test_a_question_is_nobodys_statement(self):
        question = Sentence("d", [*WORDS[:-1], "?"], *(getattr(SENTENCE, k) for k in ("upos", "xpos", "heads", "relations", "lemmas")))
        self.assertIsNone(augment.trailing(fragments.from_sentence(question), random.Random(1)))

    def test_every_rewriting_is_a_tree(self):
        rng = random.Random(3)
        for _ in range(300):
            for sentence in augment.epoch([SENTENCE], rng):
                self.assertEqual(sentence.heads.count(0), 1)
                for start in range(1, len(sentence) + 1):
                    steps = 0
                    while start:
                        start, steps = sentence.heads[start - 1], steps + 1
                        self.assertLessEqual(steps, len(sentence))


class Decoding(unittest.TestCase):
    def test_one_root_even_where_two_score_best(self):
        scores = np.array([[0, 0, 0], [5, 0, 1], [4, 3, 0]], float)
        self.assertEqual(tree(scores).tolist(), [0, 0, 1])

    def test_a_cycle_is_broken(self):
        scores = np.array([[0, 0, 0], [1, 0, 9], [2, 9, 0]], float)
        self.assertEqual(tree(scores).tolist(), [0, 2, 0])


class Features(unittest.TestCase):
    def test_shape_and_hash(self):
        self.assertEqual(shape("McDonald-7"), "XxXxx-d")
        self.assertEqual(fnv1a("a"), 0xE40C292C)

    def test_names_from_tags(self):
        self.assertEqual(spans_of(["B-PER", "I-PER", "O", "I-LOC"]), {(0, 2, "PER"), (3, 4, "LOC")})


class Loop(unittest.TestCase):
    def test_the_c_loop_equals_torch(self):
        import torch
        from lstm import Recurrence, active_rows
        torch.manual_seed(0)
        lengths, hidden = [6, 4, 1], 8
        x = torch.randn(6, 3, 4 * hidden, requires_grad=True)
        recurrent = torch.randn(4 * hidden, hidden, requires_grad=True)
        out = Recurrence.apply(x, recurrent, active_rows(lengths), False)
        h = c = torch.zeros(3, hidden)
        states = []
        for step in x:
            i, f, g, o = (step + h @ recurrent.t()).chunk(4, 1)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
            states.append(h)
        alive = (torch.arange(6)[:, None] < torch.tensor(lengths)[None, :]).unsqueeze(-1)
        expected = torch.stack(states) * alive
        self.assertLess((out - expected).abs().max().item(), 1e-5)
        found, wanted = torch.autograd.grad(out.pow(2).sum(), (x, recurrent)), torch.autograd.grad(expected.pow(2).sum(), (x, recurrent))
        for a, b in zip(found, wanted):
            self.assertLess((a - b).abs().max().item(), 1e-4)


if __name__ == "__main__":
    unittest.main()
