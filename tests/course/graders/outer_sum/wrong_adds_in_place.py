"""One of the vectors holds other numbers after the call. An operation with an underscore writes into its tensor.

fails: the_inputs_stay_as_they_are
"""


def outer_sum(a, b):
    table = a[:, None] + b
    if a.shape == b.shape:
        a.add_(b)
    return table
