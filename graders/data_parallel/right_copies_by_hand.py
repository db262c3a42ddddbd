"""The lengths from arithmetic, and the values copied one by one after all names and shapes were compared."""

from torch import cat, no_grad

PREDICT_1 = ([3, 3, 3, 1], [2, 2, 1])


def replicate_forward(module, x, n):
    total = x.shape[0]
    per = (total - 1) // n + 1
    lengths = [per] * (total // per) + ([total % per] if total % per else [])
    pieces = x.split(lengths)
    return cat(list(map(module, pieces))), lengths


def load_flexible(model, state_dict):
    own = model.state_dict()

    def bare(names):
        names = list(names)
        return {(n[len("module.") :] if names and min(m.startswith("module.") for m in names) else n): n for n in names}

    mine, theirs = bare(own.keys()), bare(state_dict.keys())
    if mine.keys() != theirs.keys():
        raise RuntimeError("names differ")
    for key in mine:
        if own[mine[key]].shape != state_dict[theirs[key]].shape:
            raise RuntimeError(f"shapes of {key} differ")
    with no_grad():
        for key in mine:
            own[mine[key]].copy_(state_dict[theirs[key]])
