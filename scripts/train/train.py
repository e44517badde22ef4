"""Trains one network. Usage: train.py OUT --hidden 128 --layers 3 --epochs 15 … (see --help)."""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

import augment
import paths
import treebank
import vectors
from batches import LONGEST, Encoder, grouped
from evaluate import evaluate, line, upper
from features import ROOT, UNKNOWN, Features, folded
from network import Network

DEFAULTS = dict(hidden=128, layers=3, learned=64, arc=128, relation=96, tags_from="below",
                drop_input=0.3, drop_layer=0.33, drop_weight=0.1, drop_head=0.33)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--minutes", type=float, default=1e9, help="stops early, with the learning rate run down in time")
    parser.add_argument("--tokens", type=int, default=1500, help="padded tokens a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="no augmentation")
    parser.add_argument("--pseudo", help="parsed raw text (pseudo.py) to learn from too; read again where it has changed")
    parser.add_argument("--pseudo-share", type=float, default=1.0, help="pseudo tokens an epoch, per gold token")
    parser.add_argument("--all", action="store_true", help="learn from the held-out documents too; the last epoch is kept, not the best")
    parser.add_argument("--start", help="a checkpoint to start from; the last epoch is kept, for the start may have seen the held-out documents")
    for name, value in DEFAULTS.items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    return parser.parse_args()


def label_sets(sentences):
    collect = lambda kind: sorted({label for s in sentences for label in getattr(s, kind)})
    return dict(upos=collect("upos"), xpos=collect("xpos"), relations=collect("relations"),
                names=treebank.NAME_LABELS)


def loss_of(network, batch):
    top, below = network.encode(batch)
    arcs = network.arcs(top)
    time_ = arcs.shape[1]
    outside = torch.arange(time_)[None, :] >= torch.tensor(batch.lengths)[:, None]
    arcs = arcs.masked_fill(outside.unsqueeze(1), -1e4).masked_fill(torch.eye(time_, dtype=torch.bool), -1e4)
    cross = lambda scores, gold: functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=-1, label_smoothing=0.0)
    upos, xpos, names = network.tag(top, below)
    if batch.soft is not None:
        pairs = ((arcs, "arcs", 1), (network.relations(top, batch.heads), "relations", 1), (upos, "upos", 0.5), (xpos, "xpos", 0.5), (names, "names", 0.5))
        return sum(weight * soft_cross(scores, batch.soft[kind]) for scores, kind, weight in pairs)
    loss = cross(arcs, batch.heads) + cross(network.relations(top, batch.heads), batch.relations)
    loss = loss + 0.5 * cross(upos, batch.upos) + 0.5 * cross(xpos, batch.xpos)
    if (batch.names >= 0).any():
        loss = loss + 0.5 * cross(names, batch.names)
    return loss


def soft_cross(scores, believed):
    """Cross entropy against a teacher's probabilities; rows of zeros (padding) count for nothing."""
    return -(believed * scores.log_softmax(-1)).sum() / believed.sum()


class Average:
    """Exponential moving average of the weights: what is scored and shipped."""

    def __init__(self, network, decay=0.998):
        self.decay, self.steps = decay, 0
        self.values = {k: v.clone() for k, v in network.state_dict().items()}

    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for k, v in network.state_dict().items():
            self.values[k].mul_(decay).add_(v, alpha=1 - decay)

    def swap(self, network):
        current = {k: v.clone() for k, v in network.state_dict().items()}
        network.load_state_dict(self.values, strict=False)
        return current


def forget_words(batch, rng, frequency):
    """Word dropout: rare learned words become unknown, now and then the vector is missing too."""
    chance = rng.random(batch.learned.shape, np.float32)
    batch.learned[torch.from_numpy(chance) < frequency[batch.learned]] = UNKNOWN
    lost = rng.random(batch.learned.shape, np.float32) < 0.03
    batch.vectors[torch.from_numpy(lost)] = 0


def main():
    args = options()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng, pick = np.random.default_rng(args.seed), random.Random(args.seed)
    gold = treebank.read(paths.TRAIN)
    dev = treebank.read(paths.DEV)
    train, aside = treebank.hold_out(gold)
    words, rows = vectors.load(paths.VECTORS)
    features = Features.from_training(words, train)
    labels = label_sets(gold)
    encoder = Encoder(features, labels)
    train = gold if args.all else train
    config = {k: getattr(args, k) for k in DEFAULTS}
    table = torch.from_numpy(np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows]))
    network = Network(table, len(features.learned_words) + 2, len(features.characters) + 4, labels, config)
    print("parameters", sum(p.numel() for p in network.parameters()), "labels", {k: len(v) for k, v in labels.items()}, flush=True)
    json.dump(dict(config=config, labels=labels, learned_words=features.learned_words, characters=features.characters),
              open(args.out + ".json", "w"))
    if args.start:
        network.load_state_dict(torch.load(args.start), strict=False)
    beliefs, pseudo = None, []
    counts = torch.zeros(len(features.learned_words) + 2)
    for s in train:
        for w in s.words:
            counts[features.learned_row.get(folded(w), UNKNOWN)] += 1
    frequency = 0.25 / (0.25 + counts) + 0.02
    frequency[ROOT] = 0
    optimiser = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.95))
    average = Average(network)
    started, step, best = time.time(), 0, 0
    for epoch in range(args.epochs):
        network.train()
        if args.pseudo and beliefs != os.path.getmtime(args.pseudo):
            beliefs, pseudo = os.path.getmtime(args.pseudo), torch.load(args.pseudo)
        total = count = 0
        seen = [s for s in (train if args.plain else augment.epoch(train, random.Random(args.seed * 1000 + epoch))) if len(s) <= LONGEST]
        groups = grouped(seen, args.tokens, pick)
        if pseudo:
            wanted, extra = args.pseudo_share * sum(map(len, train)), []
            while wanted > 0:
                extra.append(augment.respelled(pick.choice(pseudo), pick))
                wanted -= len(extra[-1])
            groups += grouped(extra, args.tokens, pick)
            pick.shuffle(groups)
        for number, group in enumerate(groups):
            done = max((epoch + number / len(groups)) / args.epochs, (time.time() - started) / 60 / args.minutes)
            rate = args.rate * min(1, (step + 1) / 200) * max(0.01, min(1, (1 - done) / 0.7))
            for parameters in optimiser.param_groups:
                parameters["lr"] = rate
            batch = encoder.batch(group)
            forget_words(batch, rng, frequency)
            loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            average.update(network)
            total, count, step = total + loss.item(), count + 1, step + 1
            if step % 100 == 0:
                print(f"  step {step} of {len(groups)}/epoch, {time.time() - started:.0f} s, loss {total / count:.3f}", flush=True)
            if done >= 1:
                break
        current = average.swap(network)
        result = evaluate(network, encoder, aside, labels)
        print(f"epoch {epoch + 1} {time.time() - started:.0f} s loss {total / count:.3f} HELD {line(result)}", flush=True)
        if args.all or args.start or result["las"] >= best:
            best = result["las"]
            torch.save(network.state_dict(), args.out + ".pt")
        network.load_state_dict(current, strict=False)
        if done >= 1:
            break
    network.load_state_dict(torch.load(args.out + ".pt"), strict=False)
    print("DEV", line(evaluate(network, encoder, dev, labels)), flush=True)
    print("DEV UPPER", line(evaluate(network, encoder, upper(dev), labels)), flush=True)


if __name__ == "__main__":
    main()
