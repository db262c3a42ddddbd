"""The setting is written when the context manager is made, before the block begins.

fails: nothing_happens_before_the_block
"""

import torch

PREDICT_1 = (True, False)


class cudnn_benchmark:
    def __init__(self, enabled: bool = True) -> None:
        self.enabled = enabled
        self.before = torch.backends.cudnn.benchmark
        torch.backends.cudnn.benchmark = enabled

    def __enter__(self) -> None:
        return None

    def __exit__(self, *error: object) -> None:
        torch.backends.cudnn.benchmark = self.before
