"""Takes points with take_points, with an index in the form that the case asks for."""

from torch import Tensor

from tutor.probes import Case, HandIn, Observations, gradients


def taken(hand_in: HandIn, case: Case) -> Observations:
    """The points taken, and which inputs changed."""
    index = case.index
    if case.form == "array" and isinstance(index, Tensor):
        index = index.cpu().numpy()
    return {"points taken": hand_in.take_points(case.points, index), "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """The points taken, and the gradient that reaches all points."""
    result = hand_in.take_points(case.points, case.index)
    return {"points taken": result, **gradients(result, points=case.points)}
