"""Builds matrices from blocks that share the memory of the case's tensors."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def built(hand_in: HandIn, case: Case) -> Observations:
    """The matrix, and what happened to the blocks and to the lists."""
    rows = [[block.numpy() for block in row] for row in case.rows]
    blocks = [block for row in rows for block in row]
    value = hand_in.block_matrix(rows)
    is_array = isinstance(value, np.ndarray)
    return {
        "type of the matrix": type(value).__name__,
        **({"matrix": as_tensor(value)} if is_array else {}),
        "blocks that share memory with the matrix": sum(is_array and np.shares_memory(value, b) for b in blocks),
        "lengths of the lists afterwards": [len(row) for row in rows],
        "inputs that changed": case.changed_inputs(),
    }


def as_tensor(value: Any) -> Tensor | str:
    """A numeric array as a tensor of the same dtype; of any other, the name of its dtype."""
    return torch.from_numpy(np.array(value)) if value.dtype.kind in "biufc" else value.dtype.name
