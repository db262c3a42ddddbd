"""Uses both functions the way someone who builds a network would."""

from tutor.probes import Case, HandIn, Observations, gradients, operators_called


def spec(hand_in: HandIn, case: Case) -> Observations:
    """The entries of the specification one by one, None for those that are not there."""
    answer = hand_in.grouped_conv_spec(*case.args, **case.options)
    if not isinstance(answer, dict):
        return {"type": type(answer).__name__}
    names = ("weight_shape", "params", "params_vs_dense", "macs")
    entries = {name: answer.get(name) for name in names}
    return {"type": "dict", "macs in the dict": "macs" in answer, **entries}


def output(hand_in: HandIn, case: Case) -> Observations:
    """What the convolution returns, and whether it changed its inputs."""
    value = hand_in.grouped_conv2d(case.x, case.weight, **case.options)
    return {"output": value, "inputs that changed": case.changed_inputs()}


def output_with_bias(hand_in: HandIn, case: Case) -> Observations:
    """What the convolution returns, and the gradients that reach its three tensors."""
    value = hand_in.grouped_conv2d(case.x, case.weight, case.bias, **case.options)
    if not case.x.requires_grad:
        return {"output": value}
    return {"output": value, **gradients(value, x=case.x, weight=case.weight, bias=case.bias)}


def acceptance(hand_in: HandIn, case: Case) -> Observations:
    """Whether the tensors are accepted at all."""
    hand_in.grouped_conv2d(case.x, case.weight, case.bias, **case.options)
    return {"accepted": True}


def operators(hand_in: HandIn, case: Case) -> Observations:
    """The largest `groups` of any convolution that runs."""
    with operators_called() as calls:
        hand_in.grouped_conv2d(case.x, case.weight, **case.options)
    return {"largest groups": max((groups for _, groups in calls), default=1)}
