"""Checkpoint -> models/en: int8 weights, vectors, network.json. Usage: export.py CHECKPOINT OUT_FOLDER"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

import paths
import vectors
from features import fnv1a
from network import DISTANCES


def tensors_of(state, config):
    """Names and order of FORMAT.md -> float32 arrays."""
    get = lambda name: state[name].numpy().astype(np.float32)
    out = {"learned": get("learned.weight")}
    for name in ("prefix3", "suffix3", "suffix2", "shape"):
        out["affix_" + name] = get(f"affixes.{name}.weight")
    out["characters"] = get("characters.weight")
    out["filters"], out["filters_bias"] = get("filters.weight"), get("filters.bias")
    for layer in range(config["layers"]):
        for d in range(2):
            for part in ("input", "recurrent", "bias"):
                out[f"lstm_{layer}_{d}_{part}"] = get(f"layers.{layer}.{part}.{d}")
    for name in ("upos", "xpos", "names", "arc_dependent", "arc_head", "distance",
                 "relation_dependent", "relation_head", "relation_out"):
        out[name], out[name + "_bias"] = get(name + ".weight"), get(name + ".bias")
    out["arc_bilinear"], out["arc_bias"] = get("arc_bilinear").T.copy(), get("arc_bias")
    return out


class Writer:
    """Appends arrays to one file, each at a multiple of 16 bytes."""

    def __init__(self):
        self.parts, self.size = [], 0

    def add(self, array):
        at, data = self.size, np.ascontiguousarray(array).tobytes()
        data += bytes(-len(data) % 16)
        self.parts.append(data)
        self.size += len(data)
        return at

    def save(self, path):
        Path(path).write_bytes(b"".join(self.parts))


def write_weights(tensors, learned_keys, path):
    """-> the `tensors` table of network.json."""
    writer, table = Writer(), {}
    for name, array in tensors.items():
        entry = table[name] = {"shape": list(array.shape)}
        if array.ndim == 1:
            entry.update(type="float32", at=writer.add(array))
        else:
            rows, scales = vectors.quantise_rows(array)
            entry.update(type="int8", at=writer.add(rows), scales_at=writer.add(scales))
    table["learned_keys"] = dict(shape=[len(learned_keys)], type="uint32", at=writer.add(learned_keys))
    writer.save(path)
    return table


def write_vectors(words, rows, path):
    """Sorted by key; of two words with one key the more frequent (earlier) stays. -> the `vectors` table of network.json."""
    by_key = {}
    for index, word in enumerate(words):
        by_key.setdefault(fnv1a(word), index)
    keys = sorted(by_key)
    quantised, scales = vectors.quantise_rows(rows[[by_key[k] for k in keys]])
    writer = Writer()
    table = dict(rows=len(keys), dimensions=rows.shape[1], keys_at=writer.add(np.array(keys, np.uint32)),
                 scales_at=writer.add(scales), rows_at=writer.add(quantised))
    writer.save(path)
    return table


def main(checkpoint, folder, extra=None):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint)
    known = json.load(open(checkpoint.replace(".pt", ".json"), encoding="utf8"))
    tensors = tensors_of(state, known["config"])
    keyed = {}
    for index, word in enumerate(known["learned_words"]):
        keyed.setdefault(fnv1a(word), index + 2)
    keys = sorted(keyed)
    tensors["learned"] = tensors["learned"][[0, 1] + [keyed[k] for k in keys]]
    meta = dict(format=1, language="en",
                config={**{k: known["config"][k] for k in ("hidden", "layers", "arc", "relation", "tags_from")}, "distances": DISTANCES},
                labels=known["labels"], characters=known["characters"])
    meta["tensors"] = write_weights(tensors, np.array(keys, np.uint32), folder / "network.bin")
    meta["vectors"] = write_vectors(*vectors.load(paths.VECTORS), folder / "words.bin")
    meta.update(extra or {})
    (folder / "network.json").write_text(json.dumps(meta, ensure_ascii=False, separators=(",", ":")), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
