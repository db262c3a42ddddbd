"""What no grader can be faster than: a bare fork with torch loaded, and the cases called with nothing around them.

Runs in a process of its own, as `python -m tests.benchmarks.floor`, and prints seconds and megabytes as JSON.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    began = time.perf_counter()
    import torch

    from tutor.judge.serve import Judge
    from tutor.sandbox.run import run_cases

    from .measurement import median

    imported = time.perf_counter() - began
    torch.set_num_threads(1)
    plan, raw = Judge(ROOT).plan("focal_loss", 7, "cpu")
    source = (ROOT / "graders" / "focal_loss" / "reference.py").read_text(encoding="utf-8")
    request = {**plan["request"], "module": "focal_loss", "file": "focal_loss.py", "source": source}

    def cases() -> None:
        run_cases(request, raw, lambda body, blob: None)

    cases()
    print(json.dumps({"import": imported, "fork": median(fork, 50), "cases": median(cases, 30)}))


def fork() -> None:
    if (pid := os.fork()) == 0:
        os._exit(0)
    os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
