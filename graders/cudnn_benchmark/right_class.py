"""A class with __enter__ and __exit__, without annotations."""

import torch.backends.cudnn as cudnn

PREDICT_1 = (True, False)


class cudnn_benchmark:
    def __init__(self, enabled=True):
        self.enabled = enabled

    def __enter__(self):
        self.previous = cudnn.benchmark
        cudnn.benchmark = self.enabled

    def __exit__(self, kind, error, traceback):
        cudnn.benchmark = self.previous
        return False
