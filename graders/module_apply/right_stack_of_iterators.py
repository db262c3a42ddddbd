"""No recursion: a stack of modules, each with the iterator over what it has left."""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module, fn):
    path = [(module, module.children())]
    while path:
        part, rest = path[-1]
        child = next(rest, None)
        if child is None:
            fn(part)
            path.pop()
        else:
            path.append((child, child.children()))
    return module
