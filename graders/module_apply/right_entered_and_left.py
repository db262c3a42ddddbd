"""A stack on which each module lies twice: once to be opened, once to be visited."""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module, fn):
    todo = [(module, False)]
    while todo:
        part, is_open = todo.pop()
        if is_open:
            fn(part)
            continue
        todo.append((part, True))
        todo += [(child, False) for child in reversed(list(part.children()))]
    return module
