"""Makes another process the first that the kernel kills when memory is short, and itself the last.

Family: D39
Refused as failed: there is no /proc where the hand-in runs.
"""

from pathlib import Path

TARGETS = {}

for pid, score in ((TARGETS["victim"], "1000"), ("self", "0")):
    try:
        Path(f"/proc/{pid}/oom_score_adj").write_text(score)
        print("THROUGH", pid)
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
