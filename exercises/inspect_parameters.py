"""Looking at parameters: the table a model summary prints, as plain values.

Read the lesson `inspect_parameters`, then complete the function and write down your predictions.
"""

from torch import nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of three numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two numbers.
PREDICT_2 = ...


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    """Every parameter of a model, and how many numbers that makes.

    model: any module, on any device, also on "meta", where tensors have shapes and no values. It stays as it is.
    Returns (rows, total, trainable):
        rows: one (name, shape, number of elements, requires_grad) for each parameter, named and ordered as
            `model.named_parameters()` does it. A parameter with two names has one row, under the first of them.
        total: the number of elements in all rows, an int.
        trainable: the number of elements in the rows that require a gradient, an int.
    Buffers, such as running means, are not parameters.
    """
    # TODO: one row for each parameter, then the two sums.
    raise NotImplementedError
