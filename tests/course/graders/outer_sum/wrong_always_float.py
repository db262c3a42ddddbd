"""Whole numbers became floats. The table is as exact as its inputs.

fails: the_dtype_is_the_one_torch_would_choose
"""


def outer_sum(a, b):
    result = a[:, None] + b
    return result if result.is_floating_point() else result.float()
