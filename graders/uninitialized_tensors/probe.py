"""Pads sequences while PyTorch fills uninitialized memory with nan, or the largest integer, or True."""

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def call(hand_in: HandIn, case: Case) -> Tensor:
    torch._C._set_deterministic_algorithms(True, warn_only=True)
    return hand_in.pad_sequences(case.seqs, **case.options)


def padded(hand_in: HandIn, case: Case) -> Observations:
    """The padded tensor, its shape, and which inputs changed."""
    value = call(hand_in, case)
    shape = tuple(value.shape) if isinstance(value, Tensor) else None
    return {"shape": shape, "padded": value, "inputs that changed": case.changed_inputs()}


def gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches each sequence."""
    return gradients(call(hand_in, case), **{f"seqs[{place}]": seq for place, seq in enumerate(case.seqs)})
