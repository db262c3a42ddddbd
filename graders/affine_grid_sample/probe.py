"""Makes sampling grids and rotates images."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients, operators_called


def grid_shape(hand_in: HandIn, case: Case) -> Observations:
    """The shape of the grid."""
    return {"shape": shape_of(hand_in.affine_grid(case.theta, case.size, **case.options))}


def shape_of(value: object) -> object:
    return tuple(value.shape) if isinstance(value, Tensor) else type(value).__name__


def grid(hand_in: HandIn, case: Case) -> Observations:
    """The grid, and which inputs changed."""
    value = hand_in.affine_grid(case.theta, case.size, **case.options)
    return {"grid": value, "inputs that changed": case.changed_inputs()}


def grid_backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches theta."""
    return gradients(hand_in.affine_grid(case.theta, case.size, **case.options), theta=case.theta)


def grid_operators(hand_in: HandIn, case: Case) -> Observations:
    """Whether PyTorch's own affine grid runs."""
    with operators_called() as calls:
        hand_in.affine_grid(case.theta, case.size, **case.options)
    return {"PyTorch's affine grid runs": any("affine_grid" in name for name, _ in calls)}


def rotated_shape(hand_in: HandIn, case: Case) -> Observations:
    """The shape of the rotated images."""
    return {"shape": shape_of(hand_in.rotate_clockwise(case.img, case.degrees))}


def rotated(hand_in: HandIn, case: Case) -> Observations:
    """The rotated images, and which inputs changed."""
    value = hand_in.rotate_clockwise(case.img, case.degrees)
    return {"result": value, "inputs that changed": case.changed_inputs()}


def corners(hand_in: HandIn, case: Case) -> Observations:
    """The four corner pixels of the result."""
    value = hand_in.rotate_clockwise(case.img, case.degrees)
    return {"corners": value[..., [0, 0, -1, -1], [0, -1, 0, -1]]}


def rotated_backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches img."""
    return gradients(hand_in.rotate_clockwise(case.img, case.degrees), img=case.img)
