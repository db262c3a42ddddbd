"""A kernel that is only a little too long gets one place. Cutting off the decimals of a negative number rounds it up to
0; floor rounds down.

fails: a_kernel_that_does_not_fit_is_refused
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
            raise ValueError(f"same padding cannot work with the strides {strides}")
        return batch, out_channels, lengths[0], lengths[1]
    paddings = pair(0 if isinstance(padding, str) else padding)
    rows, columns = map(places, lengths, kernels, strides, paddings, dilations)
    return batch, out_channels, rows, columns


def pair(value: Pair) -> tuple[int, int]:
    """One integer stands for both axes."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])


def places(length: int, kernel: int, stride: int, padding: int, dilation: int) -> int:
    """How many places along one axis the kernel stops at."""
    reach = dilation * (kernel - 1) + 1
    count = int((length + 2 * padding - reach) / stride) + 1
    if count < 1:
        raise ValueError(f"a kernel that reaches over {reach} has no place")
    return count
