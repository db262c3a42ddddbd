"""Pairs are read as (columns, rows). The settings of a convolution follow the axes of the tensor: rows first.

fails: a_pair_is_rows_then_columns
"""

PREDICT_1 = (1, 64, 113, 112)

Pair = int | tuple[int, int] | list[int]


def conv2d_output_shape(
    in_shape: tuple[int, int, int, int],
    out_channels: int,
    kernel_size: Pair,
    stride: Pair = 1,
    padding: Pair | str = 0,
    dilation: Pair = 1,
) -> tuple[int, int, int, int]:
    batch, _, *lengths = in_shape
    kernels, strides, dilations = pair(kernel_size), pair(stride), pair(dilation)
    if padding == "same":
        if strides != (1, 1):
            raise ValueError(f'padding="same" needs stride 1; stride is {stride}')
        return batch, out_channels, lengths[0], lengths[1]
    paddings = pair(0 if isinstance(padding, str) else padding)
    rows, columns = map(places, lengths, kernels, strides, paddings, dilations)
    return batch, out_channels, rows, columns


def pair(value: Pair) -> tuple[int, int]:
    """One integer stands for both axes."""
    return (value, value) if isinstance(value, int) else (value[1], value[0])


def places(length: int, kernel: int, stride: int, padding: int, dilation: int) -> int:
    """How many places along one axis the kernel stops at."""
    padded = length + 2 * padding
    reach = dilation * (kernel - 1) + 1
    if reach > padded:
        raise ValueError(f"a kernel that reaches over {reach} does not fit into {padded}")
    return (padded - reach) // stride + 1
