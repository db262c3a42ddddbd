"""Counts the start positions of the kernel with range, one axis at a time."""

PREDICT_1 = (1, 64, 113, 112)


def both(value):
    if isinstance(value, (tuple, list)):
        return list(value)
    return [value, value]


def conv2d_output_shape(in_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    stride = both(stride)
    if padding == "valid":
        padding = 0
    elif padding == "same" and stride != [1, 1]:
        raise ValueError("same padding is only defined for stride 1")
    shape = [in_shape[0], out_channels]
    for axis in (0, 1):
        taps = range(0, both(kernel_size)[axis] * both(dilation)[axis], both(dilation)[axis])
        reach = taps[-1] + 1
        zeros = reach - 1 if padding == "same" else 2 * both(padding)[axis]
        starts = range(0, in_shape[2 + axis] + zeros - reach + 1, stride[axis])
        if not starts:
            raise ValueError(f"no place for the kernel along axis {axis}")
        shape.append(len(starts))
    return tuple(shape)
