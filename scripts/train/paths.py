"""Where the trainer reads and writes, relative to the project's root."""
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("HEARSAY_TREEBANK", ROOT / "../shared/data/ud"))
WORK = Path(os.environ.get("HEARSAY_TRAIN_WORK", ROOT / "scripts/train/work"))
TRAIN, DEV = DATA / "train.conllu.gz", DATA / "dev.conllu.gz"
VECTORS = WORK / "vectors.npz"
RAW = WORK / "raw.jsonl"
CASED = WORK / "cased.jsonl"
