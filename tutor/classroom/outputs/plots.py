"""Small plots as inline SVG; every number in them is also a text beside them."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.classroom.outputs.markup import Markup, el

BINS = 10
_BAR, _GAP, _HEIGHT, _TOP, _BOTTOM = 60, 10, 130, 22, 24


def bins_of(percents: Sequence[float]) -> list[int]:
    """How many lie in each tenth from 0 to 100; 100 itself belongs to the last."""
    counts = [0] * BINS
    for percent in percents:
        counts[min(BINS - 1, max(0, int(percent * BINS / 100)))] += 1
    return counts


def histogram(counts: Sequence[int]) -> Markup:
    """Counts by tenths of the points, with each count above its bar; a caption with `in_words` belongs below it."""
    width, base = len(counts) * (_BAR + _GAP), _TOP + _HEIGHT
    most = max(counts, default=0) or 1
    parts = []
    for place, count in enumerate(counts):
        x, height = place * (_BAR + _GAP) + _GAP // 2, round(count / most * _HEIGHT, 1)
        middle = x + _BAR // 2
        bar = el("rect", class_="fill", x=x, y=base - height, width=_BAR, height=height, rx=2)
        number = el("text", count, class_="count", x=middle, y=base - height - 6, text_anchor="middle")
        parts += [bar, number] if count else []
        parts.append(el("text", _tenth(place), x=middle, y=base + 18, text_anchor="middle"))
    axis = el("line", class_="axis", x1=0, x2=width, y1=base, y2=base)
    box = f"0 0 {width} {base + _BOTTOM}"
    return el("svg", *parts, axis, class_="histogram", viewBox=box, role="img", aria_label="Histogram")


def meter(part: float) -> Markup:
    """A bar filled to `part`, from 0.0 to 1.0; the number stands beside it, so readers aloud skip it."""
    filled = round(100 * min(1.0, max(0.0, part)), 1)
    track = el("rect", class_="track", width=100, height=8, rx=4)
    fill = el("rect", class_="fill", width=filled, height=8, rx=min(4.0, filled / 2)) if filled else None
    return el("svg", track, fill, class_="meter", viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true")


def metered(part: float, shown: str | int) -> Markup:
    """A meter and its number, so that meters stand below each other whatever the numbers."""
    return el("span", meter(part), el("span", shown), class_="metered")


def in_words(counts: Sequence[int]) -> str:
    """The histogram as a sentence: "0–9 %: 2, 90–100 %: 14"."""
    return ", ".join(f"{_tenth(place)}\N{NO-BREAK SPACE}%: {count}" for place, count in enumerate(counts) if count)


def _tenth(place: int) -> str:
    return f"{place * 10}–{100 if place == BINS - 1 else place * 10 + 9}"
