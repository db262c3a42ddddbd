"""Coverage-guided fuzzing of all that reads what a run sends, from honest runs on and always with the same seed."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXECUTIONS = {"runs": 12_000, "observations": 6_000}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this machine"),
]


@pytest.mark.parametrize("target", EXECUTIONS)
def test_no_input_crashes_it_or_takes_memory_or_passes(target: str, tmp_path: Path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", f"fuzz.{target}", corpus, f"-runs={EXECUTIONS[target]}", "-seed=1"],
        cwd=tmp_path,  # where libFuzzer leaves an input that fails
        env={**os.environ, "PYTHONPATH": str(HERE)},
        capture_output=True,
        text=True,
        errors="replace",
    )
    failure = ended.stderr[-6000:]
    if found := re.search(r"=== Uncaught Python exception.*?(?=\n==\d)", ended.stdout + ended.stderr, re.DOTALL):
        failure = found[0]
    assert ended.returncode == 0, failure
    assert f"Done {EXECUTIONS[target]} runs" in ended.stderr
