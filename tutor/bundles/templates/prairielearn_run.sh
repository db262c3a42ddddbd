#!/usr/bin/env bash
# Run by PrairieLearn for each submission. GRADE_ROOT and TUTOR_PYTHON are for trying it elsewhere.
set -u
root="${GRADE_ROOT:-/grade}"
python="${TUTOR_PYTHON:-python3}"
mkdir -p "$root/results"
TUTOR_STATE_DIR="$(mktemp -d)"
export TUTOR_STATE_DIR
# -P and this folder: nothing a student uploads can be imported by the grader.
cd "$root/results" || exit 3
exec "$python" -P -m tutor check @LESSONS@ --folder "$root/student" \
  --format prairielearn --output "$root/results/results.json" --exit-zero
