"""Kaiming initialization: the bound for weights that are followed by a ReLU.

Read the lesson `kaiming_initialization`, then complete the function and write down your predictions.
"""

# What does the snippet "Predict 1" of the lesson evaluate to? A number with one decimal.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A number with two decimals.
PREDICT_2 = ...


def kaiming_bound(
    shape: tuple[int, ...],
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
) -> float:
    """The bound for which weights from U(-bound, bound) keep the size of the signal through ReLU layers.

    shape: (out, in, *kernel) of the weight, of positive integers; the kernel may have any number of axes, or none.
    a: the slope of a leaky ReLU for negative values; ignored when nonlinearity is "relu".
    mode: "fan_in" keeps the activations' size forward, "fan_out" the gradients' backward.
    nonlinearity: the activation after the layer, "relu" or "leaky_relu".
    Returns a plain float.
    Raises ValueError for another mode or nonlinearity, and for a shape with fewer than two dimensions.
    Source: He et al. 2015, equations 10, 14 and 15 (https://arxiv.org/abs/1502.01852).
    """
    # TODO: look at the words, choose the fan, then work out the bound.
    raise NotImplementedError
