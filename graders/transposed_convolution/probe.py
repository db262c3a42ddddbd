"""Uses both functions the way someone who builds a decoder would."""

from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from tutor.probes import Case, HandIn, Observations, gradients

TRANSPOSED = (torch.conv_transpose1d, torch.conv_transpose2d, torch.conv_transpose3d)


def shape(hand_in: HandIn, case: Case) -> Observations:
    """Rows and columns of the output."""
    return {"output size": hand_in.conv_transpose2d_shape(*case.args, **case.options)}


def output(hand_in: HandIn, case: Case) -> Observations:
    """What the transposed convolution returns, and whether it changed its inputs."""
    value = hand_in.conv_transpose2d(case.x, case.weight, **case.options)
    return {"output": value, "inputs that changed": case.changed_inputs()}


def output_with_bias(hand_in: HandIn, case: Case) -> Observations:
    """What it returns with a bias, and the gradients that reach the three tensors."""
    value = hand_in.conv_transpose2d(case.x, case.weight, case.bias, **case.options)
    if not case.x.requires_grad:
        return {"output": value, "inputs that changed": case.changed_inputs()}
    return {"output": value, **gradients(value, x=case.x, weight=case.weight, bias=case.bias)}


class TransposedConvolutions(TorchFunctionMode):
    """Counts the transposed convolutions that are called; a TorchDispatchMode would load torch._dynamo for seconds."""

    count = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.count += func in TRANSPOSED
        return func(*args, **(kwargs or {}))


def operators(hand_in: HandIn, case: Case) -> Observations:
    """How many transposed convolutions run."""
    with TransposedConvolutions() as tape:
        hand_in.conv_transpose2d(case.x, case.weight, **case.options)
    return {"transposed convolutions that ran": tape.count}
