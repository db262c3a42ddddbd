"""Star import, namedtuple, and .data.copy_ over parameters and buffers."""

from collections import namedtuple
from itertools import chain

from torch import *

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")

LoadReport = namedtuple("LoadReport", "loaded missing unexpected mismatched")


def load_matching(model, pretrained):
    lists = {"loaded": [], "missing": [], "mismatched": []}
    known = set()
    for name, mine in chain(model.named_parameters(), model.named_buffers()):
        known.add(name)
        theirs = pretrained.get(name)
        if theirs is None:
            lists["missing"] += [name]
        elif mine.size() != theirs.size():
            lists["mismatched"] += [name]
        else:
            mine.data.copy_(theirs)
            lists["loaded"] += [name]
    lists["unexpected"] = [name for name in pretrained if name not in known]
    return LoadReport(**{kind: sorted(names) for kind, names in lists.items()})
