"""A small class for one axis of the image, built twice with keyword arguments; a property does the arithmetic."""

from dataclasses import dataclass

PREDICT_1 = (1, 64, 113, 112)


@dataclass(frozen=True, kw_only=True)
class Axis:
    length: int
    taps: int
    step: int
    zeros: int
    spacing: int

    def __post_init__(self):
        if self.room < 0:
            raise ValueError(f"no room on {self}")

    @property
    def room(self):
        """How far the kernel can move from the first place."""
        return self.length + self.zeros - 1 - self.spacing * (self.taps - 1)

    @property
    def places(self):
        return divmod(self.room, self.step)[0] + 1


def conv2d_output_shape(in_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    def on(axis, value):
        return value[axis] if isinstance(value, (tuple, list)) else value

    if padding == "same" and any(on(axis, stride) != 1 for axis in (0, 1)):
        raise ValueError('padding="same" goes with stride 1 only')
    shape = list(in_shape)
    shape[1] = out_channels
    for axis in (0, 1):
        taps, spacing = on(axis, kernel_size), on(axis, dilation)
        if padding == "same":
            zeros = spacing * (taps - 1)
        else:
            zeros = 0 if padding == "valid" else 2 * on(axis, padding)
        side = Axis(length=in_shape[2 + axis], taps=taps, step=on(axis, stride), zeros=zeros, spacing=spacing)
        shape[2 + axis] = side.places
    return tuple(shape)
