#!/usr/bin/env bash
# Run by Gradescope for each submission. AUTOGRADER_ROOT and TUTOR_PYTHON are for trying it elsewhere.
set -u
root="${AUTOGRADER_ROOT:-/autograder}"
python="${TUTOR_PYTHON:-/opt/tutor/bin/python}"
results="$root/results/results.json"
mkdir -p "$root/results"
rm -rf -- "$results"
TUTOR_STATE_DIR="$(mktemp -d)"
export TUTOR_STATE_DIR
# -P and this folder: nothing a student uploads can be imported by the grader.
cd "$root/results" || exit 3
exec "$python" -P -m tutor check @LESSONS@ --folder "$root/submission" \
  --format gradescope --output "$results" --exit-zero
