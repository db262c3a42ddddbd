"""A filtered dict and strict=False; the report from list comprehensions."""

from typing import NamedTuple

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list[str]
    missing: list[str]
    unexpected: list[str]
    mismatched: list[str]


def load_matching(model, pretrained):
    own = model.state_dict()
    ok = {k: v for k, v in pretrained.items() if k in own and own[k].shape == v.shape}
    model.load_state_dict(ok, strict=False)
    return LoadReport(
        sorted(ok),
        sorted(k for k in own if k not in pretrained),
        sorted(k for k in pretrained if k not in own),
        sorted(k for k in own if k in pretrained and k not in ok),
    )
