"""A comprehension for the children, and a tuple to get everything into one line."""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


apply_to = lambda module, fn: ([apply_to(child, fn) for child in module.children()], fn(module), module)[-1]  # noqa: E731
