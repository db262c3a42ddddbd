"""A beginner's loops without functions of its own: the kernel takes one step after the other, with prints on the way."""

PREDICT_1 = (1, 64, 113, 112)


def conv2d_output_shape(in_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    n, c, h, w = in_shape
    print("input", n, c, h, w)
    if type(kernel_size) is int:
        kernel_size = (kernel_size, kernel_size)
    if type(stride) is int:
        stride = (stride, stride)
    if type(dilation) is int:
        dilation = (dilation, dilation)
    if padding == "same":
        if stride[0] != 1 or stride[1] != 1:
            raise ValueError("same padding needs a stride of 1")
        print("same:", h, w)
        return (n, out_channels, h, w)
    if padding == "valid":
        padding = 0
    if type(padding) is int:
        padding = (padding, padding)

    h_out = 0
    first = 0
    last = first + dilation[0] * (kernel_size[0] - 1)
    while last < h + padding[0] + padding[0]:
        h_out += 1
        first += stride[0]
        last += stride[0]

    w_out = 0
    first = 0
    last = first + dilation[1] * (kernel_size[1] - 1)
    while last < w + padding[1] + padding[1]:
        w_out += 1
        first += stride[1]
        last += stride[1]

    print("output", h_out, w_out)
    if h_out == 0 or w_out == 0:
        raise ValueError("the kernel does not fit")
    return (n, out_channels, h_out, w_out)
