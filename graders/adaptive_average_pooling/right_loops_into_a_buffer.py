"""A beginner's loops that write every mean into a new tensor, with math.floor, math.ceil and prints."""

import math

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x, output_size):
    h, w = x.size(-2), x.size(-1)
    oh, ow = output_size
    out = x.new_empty(list(x.shape[:-2]) + [oh, ow])
    for i in range(oh):
        a = math.floor(i * h / oh)
        b = math.ceil((i + 1) * h / oh)
        for j in range(ow):
            c = math.floor(j * w / ow)
            d = math.ceil((j + 1) * w / ow)
            print("bin", i, j, "is", a, b, c, d)
            out[..., i, j] = x[..., a:b, c:d].sum(dim=(-2, -1)) / ((b - a) * (d - c))
    return out
