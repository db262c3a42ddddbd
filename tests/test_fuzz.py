"""Coverage-guided fuzzing of all that reads what a run sends, from honest runs on.

The seed is fixed, yet libFuzzer does not repeat itself exactly: a failure ends with the input, in base 64, that belongs
into test_protocol.py.
"""

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
        env={**os.environ, "PYTHONPATH": f"{HERE}:{HERE.parent}", "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
    )
    uncaught = re.compile(r"=== Uncaught Python.*?(?=\n==\d|\Z)|Base64: .*", re.DOTALL)
    found = [match[0] for text in (ended.stdout, ended.stderr) for match in uncaught.finditer(text)]
    assert ended.returncode == 0, "\n".join(found) or ended.stderr[-4000:]
    assert f"Done {EXECUTIONS[target]} runs" in ended.stderr
