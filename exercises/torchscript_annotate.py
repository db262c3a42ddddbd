"""TorchScript and its types: a function that Python runs and that torch.jit.script compiles.

Read the lesson `torchscript_annotate`, then complete the function and write down your predictions.
"""

import torch

# What does the snippet "Predict 1" of the lesson evaluate to? The value, or the name of an exception as a string.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of strings.
PREDICT_2 = ...


def token_counts(tokens: list[str], min_count: int) -> tuple[dict[str, int], str | None]:
    """Count tokens, and keep those that are frequent enough.

    tokens: any strings, possibly none.
    min_count: at least 1.
    Returns a dict from each token that occurs at least min_count times to its count, and the most frequent token: of
    several the one that came first in tokens, and None when the dict is empty. tokens stays as it is.
    Works as plain Python, and torch.jit.script compiles it to something that gives the same.
    See https://docs.pytorch.org/docs/stable/generated/torch.jit.annotate.html
    """
    # TODO: count, keep, choose; and tell the compiler the type of whatever starts empty or as None.
    raise NotImplementedError
