"""The parameters have their old values again, and the buffers have the new ones.

fails: a_refused_state_changes_nothing
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    backup = {name: p.detach().clone() for name, p in model.named_parameters()}
    try:
        model.load_state_dict(state_dict)
    except RuntimeError:
        model.load_state_dict(backup, strict=False)
        raise
