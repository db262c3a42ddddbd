"""PyTorch's own, for those who do not need the extra point.

stretch: no
"""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module, fn):
    return module.apply(fn)
