"""The setting that comes back is the one from when the context manager was made. It may have changed before the block
began.

fails: nothing_happens_before_the_block
"""

import torch

PREDICT_1 = (True, False)


class cudnn_benchmark:
    def __init__(self, enabled: bool = True) -> None:
        self.enabled = enabled
        self.before = torch.backends.cudnn.benchmark

    def __enter__(self) -> None:
        torch.backends.cudnn.benchmark = self.enabled

    def __exit__(self, *error: object) -> None:
        torch.backends.cudnn.benchmark = self.before
