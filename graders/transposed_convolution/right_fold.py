"""One matrix product makes every stamp, F.fold adds them up; a dataclass holds one axis."""

from dataclasses import dataclass

from torch.nn.functional import fold, pad

PREDICT_1 = (10, [7, 5, 3])
PREDICT_2 = "RuntimeError"


@dataclass
class Axis:
    size: int
    kernel: int
    stride: int
    padding: int
    extra: int
    dilation: int = 1

    @property
    def sheet(self):
        return (self.size - 1) * self.stride + (self.kernel - 1) * self.dilation + 1

    @property
    def length(self):
        if self.extra >= max(self.stride, self.dilation):
            raise ValueError(self)
        if self.sheet + self.extra <= 2 * self.padding:
            raise ValueError(self)
        return self.sheet + self.extra - 2 * self.padding


def axes(*settings):
    pairs = [setting if isinstance(setting, (tuple, list)) else [setting] * 2 for setting in settings]
    return Axis(*(one for one, _ in pairs)), Axis(*(two for _, two in pairs))


def conv_transpose2d_shape(size, kernel_size, stride=1, padding=0, output_padding=0, dilation=1):
    return tuple(axis.length for axis in axes(size, kernel_size, stride, padding, output_padding, dilation))


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0, output_padding=0):
    rows, columns = axes(tuple(x.shape[2:]), tuple(weight.shape[2:]), stride, padding, output_padding)
    stamps = weight.flatten(1).t() @ x.flatten(2)
    sheet = fold(stamps, (rows.sheet, columns.sheet), tuple(weight.shape[2:]), stride=(rows.stride, columns.stride))
    far = columns.extra - columns.padding, rows.extra - rows.padding
    sheet = pad(sheet, (-columns.padding, far[0], -rows.padding, far[1]))
    return sheet if bias is None else sheet + bias.unflatten(0, (-1, 1, 1))
