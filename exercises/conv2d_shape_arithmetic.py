"""The shape of what a convolution gives back, worked out before any number is computed.

Read the lesson `conv2d_shape_arithmetic`, then complete the function and write down your prediction.
"""

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of four integers.
PREDICT_1 = ...

Pair = int | tuple[int, int] | list[int]
"""One integer for both axes, or (rows, columns)."""


def conv2d_output_shape(
    in_shape: tuple[int, int, int, int],
    out_channels: int,
    kernel_size: Pair,
    stride: Pair = 1,
    padding: Pair | str = 0,
    dilation: Pair = 1,
) -> tuple[int, int, int, int]:
    """The output shape of nn.Conv2d (https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html).

    in_shape: (batch, channels, rows, columns) of the input.
    out_channels: the number of filters.
    kernel_size, stride, dilation: in positions; one integer, or (rows, columns) as a tuple or a list.
    padding: zeros on each side, written the same way; or "same", which keeps rows and columns, or "valid", which is 0.
    Returns (batch, channels, rows, columns) of the output, as plain integers.
    Raises ValueError when the kernel, dilation included, is longer than the padded input on either axis,
    and for "same" with a stride other than 1.
    """
    # TODO: count the places where the kernel stops along each axis.
    raise NotImplementedError
