"""The ranks never meet: nothing tells the others that rank 0 is done, and they start when it is still at work.
Time alone makes no order, because no rank knows how long another one needs.

fails: no_rank_starts_before_rank_0_has_finished
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        time.sleep(0.3)
    yield
