"""PyTorch's own, under its own name."""

from torch.nn.modules.utils import _ntuple  # noqa: F401

PREDICT_1 = ((3, 3), (1, 2), "tuple", (1, 2, 3))
