"""Walks down the modules by hand, a dict of lists, and partition by size of the shape."""

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def _walk(module, seen):
    for p in module._parameters.values():
        if p is not None and id(p) not in seen:
            seen.add(id(p))
            yield p
    for child in module.children():
        yield from _walk(child, seen)


def make_param_groups(model, weight_decay):
    lists = {True: [], False: []}
    for p in _walk(model, set()):
        if p.requires_grad:
            lists[p.ndimension() > 1] += [p]
    groups = []
    for flag, wd in ((True, weight_decay), (False, 0.0)):
        groups.append({"weight_decay": wd, "params": lists[flag]})
    return groups
