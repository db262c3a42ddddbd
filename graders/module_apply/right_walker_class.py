"""A class whose object remembers the function."""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


class Walker:
    def __init__(self, fn):
        self.fn = fn

    def __call__(self, part):
        for _name, child in part.named_children():
            self(child)
        self.fn(part)
        return part


def apply_to(module, fn):
    return Walker(fn)(module)
