"""Colours for numbers: a scale for values, another for differences, and the text that can be read on each."""

from __future__ import annotations

Colour = tuple[int, int, int]

# Dark to light and blue to yellow, like cividis: the order survives every colour vision.
_VALUES: tuple[Colour, ...] = (
    (38, 52, 84),
    (44, 78, 112),
    (72, 104, 121),
    (112, 128, 118),
    (160, 150, 110),
    (205, 176, 98),
)
_ZERO: Colour = (44, 50, 62)
_ABOVE: Colour = (255, 154, 107)
_BELOW: Colour = (127, 178, 255)
_NOT_FINITE: Colour = (150, 96, 160)
HIGHER = "bold #1a0f08 on #ff9a6b"
LOWER = "bold #071018 on #7fb2ff"
OTHER = "bold #14091a on #c79bd6"
"""For a value that is wrong without being higher or lower: nan, True for False."""


def value_colour(value: float | None, low: float, high: float) -> Colour:
    """Where a value stands between low and high; None is one that is not finite."""
    if value is None:
        return _NOT_FINITE
    place = 0.0 if high <= low else (value - low) / (high - low)
    scaled = min(max(place, 0.0), 0.9999) * (len(_VALUES) - 1)
    return _between(_VALUES[int(scaled)], _VALUES[int(scaled) + 1], scaled % 1)


def difference_colour(difference: float | None, largest: float) -> Colour:
    """Orange above zero, blue below, grey at zero."""
    if difference is None:
        return _NOT_FINITE
    strength = 0.0 if largest <= 0 else min(abs(difference) / largest, 1.0)
    return _between(_ZERO, _ABOVE if difference > 0 else _BELOW, strength)


def rgb(colour: Colour) -> str:
    return f"rgb({colour[0]},{colour[1]},{colour[2]})"


def tile(colour: Colour) -> str:
    """A style with this background and a text colour that stands out from it."""
    return f"{'#0c1018' if sum(colour) > 340 else '#eef2f8'} on {rgb(colour)}"


def _between(start: Colour, end: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue
