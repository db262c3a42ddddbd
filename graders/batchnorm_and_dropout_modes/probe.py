"""Calls batch_norm as a layer would, and looks at the statistics afterwards."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def called(hand_in: HandIn, case: Case) -> Tensor:
    tensors = (case.x, case.running_mean, case.running_var, case.weight, case.bias)
    output: Tensor = hand_in.batch_norm(*tensors, training=case.training, **case.options)
    return output


def normalized(hand_in: HandIn, case: Case) -> Observations:
    """The output, the running statistics after the call, and which inputs changed."""
    return {
        "output": called(hand_in, case),
        "running_mean": case.running_mean.detach(),
        "running_var": case.running_var.detach(),
        "inputs that changed": case.changed_inputs(),
    }


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients of x, weight and bias, and whether the running statistics became part of the graph."""
    output = called(hand_in, case)
    return {
        "running_mean requires grad": case.running_mean.requires_grad,
        "running_var requires grad": case.running_var.requires_grad,
        **gradients(output, x=case.x, weight=case.weight, bias=case.bias),
    }
