"""models/en -> a checkpoint to go on from. Usage: resume.py MODEL_FOLDER OUT.pt [HIDDEN]

With HIDDEN, each direction of each layer gets that many units: the old ones keep their weights, the new ones start small and are heard
by nobody, so that the network begins by doing what the shipped one does.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

import paths
import treebank
import vectors
from features import Features, fnv1a
from network import Network
from train import DEFAULTS


def tensors_in(folder):
    meta = json.loads((folder / "network.json").read_text(encoding="utf8"))
    data = (folder / "network.bin").read_bytes()

    def read(entry):
        count = int(np.prod(entry["shape"]))
        values = np.frombuffer(data, entry["type"], count, entry["at"]).reshape(entry["shape"])
        if entry["type"] != "int8":
            return values.copy()
        scales = np.frombuffer(data, np.float32, entry["shape"][0], entry["scales_at"])
        return values.astype(np.float32) * scales[:, None]

    return meta, {name: read(entry) for name, entry in meta["tensors"].items()}


def state_of(tensors, meta, learned_words):
    """The names of `Network`, as export.py took them from there."""
    row = {key: k + 2 for k, key in enumerate(tensors["learned_keys"].tolist())}
    keep = [0, 1] + [row.get(fnv1a(word), 0) for word in learned_words]
    state = {"learned.weight": tensors["learned"][keep], "characters.weight": tensors["characters"],
             "filters.weight": tensors["filters"], "filters.bias": tensors["filters_bias"],
             "arc_bilinear": tensors["arc_bilinear"].T.copy(), "arc_bias": tensors["arc_bias"]}
    for name in ("prefix3", "suffix3", "suffix2", "shape"):
        state[f"affixes.{name}.weight"] = tensors["affix_" + name]
    for layer in range(meta["config"]["layers"]):
        for d in range(2):
            for part in ("input", "recurrent", "bias"):
                state[f"layers.{layer}.{part}.{d}"] = tensors[f"lstm_{layer}_{d}_{part}"]
    for name in ("upos", "xpos", "names", "arc_dependent", "arc_head", "distance", "relation_dependent", "relation_head", "relation_out"):
        state[name + ".weight"], state[name + ".bias"] = tensors[name], tensors[name + "_bias"]
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in state.items()}


def widened(old, fresh, small, wide):
    """Puts the old weights into a fresh, wider network; what would hear the new units is silenced (small, not zero, so that they learn)."""
    gates = lambda: torch.cat([torch.arange(small) + g * wide for g in range(4)])
    both = lambda: torch.cat([torch.arange(small), torch.arange(small) + wide])
    out = {name: value.clone() for name, value in fresh.items()}
    for name, value in old.items():
        target = out[name]
        if value.shape == target.shape:
            out[name] = value
        elif name.startswith("layers."):
            _, layer, part, _ = name.split(".")
            if part == "bias":
                target[gates()] = value
            else:
                columns = torch.arange(small) if part == "recurrent" else (torch.arange(value.shape[1]) if layer == "0" else both())
                silent = torch.ones(target.shape[1], dtype=torch.bool)
                silent[columns] = False
                rows = gates()
                target[rows[:, None], silent.nonzero().T] *= 0.05
                target[rows[:, None], columns] = value
        else:
            target *= 0.05
            target[:, both()] = value
    return out


def main(folder, out, hidden=None):
    meta, tensors = tensors_in(Path(folder))
    words, rows = vectors.load(paths.VECTORS)
    train, _ = treebank.hold_out(treebank.read(paths.TRAIN))
    features = Features.from_training(words, train)
    assert features.characters == meta["characters"], "the treebank is another one"
    small = meta["config"]["hidden"]
    config = {**DEFAULTS, **{k: v for k, v in meta["config"].items() if k in DEFAULTS}, "hidden": int(hidden or small)}
    state = state_of(tensors, meta, features.learned_words)
    if config["hidden"] != small:
        torch.manual_seed(5)
        table = torch.from_numpy(np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows]))
        network = Network(table, len(features.learned_words) + 2, len(features.characters) + 4, meta["labels"], config)
        state = widened(state, network.state_dict(), small, config["hidden"])
    torch.save(state, out)
    json.dump(dict(config=config, labels=meta["labels"], learned_words=features.learned_words, characters=features.characters),
              open(out.replace(".pt", ".json"), "w"))


if __name__ == "__main__":
    main(*sys.argv[1:])
