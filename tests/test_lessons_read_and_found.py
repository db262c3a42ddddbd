"""A lesson in its real pane, at three widths: tables, alerts, formulas, images, links; and found by its text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from test_blocks_in_lessons import BlockGrader, course_with
from tui_pilot import Driver, running

from tutor.course import Course, read_course
from tutor.tui.commands import as_read, line_with
from tutor.tui.wording import say

TEXT = r"""# Everything a lesson may hold

| tensor | shape | what it says about the rows |
| --- | --- | --- |
| `pred` | `(4, 3)` | one row for each example |
| `true` | `(4,)` | the right class |

> [!TIP]
> The tip has **words** in it.

> [!CAUTION]
> Nobody is careful enough.

In a line $p_t = x^2$, and apart from it:

$$d = \frac{C_{in}}{g}$$

$$\unknowncommand{x}$$

![the loss falls](loss.png)

Go on to [a mean that moves](running_mean.md#top) or to [nowhere](missing_lesson.md).

## Your turn

The word zebrafish is only here.
""".replace("\\\\", "\\")
SIZES = pytest.mark.parametrize("size", [(80, 60), (120, 60), (200, 60)], ids=["80", "120", "200"])


def reading(toy_course: Course, folder: Path, size: tuple[int, int] = (120, 60)):
    return running(course_with(toy_course, folder, TEXT), folder, BlockGrader(), size=size)


def lines_of_lesson(app: Driver) -> list[str]:
    """The lines of the screen, each cut to the lesson's pane."""
    region = app.screen.lesson_pane.region
    return [line[region.x : region.right] for line in app.shown().split("\n")]


@SIZES
async def test_a_table_keeps_its_columns_and_all_its_words(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(toy_course, tmp_path, size) as app:
        lines = lines_of_lesson(app)
        rows = [next(line for line in lines if name in line) for name in ("tensor ", "pred ", "true ")]
        assert len({row.index(word) for row, word in zip(rows, ("shape", "(4, 3)", "(4,)"), strict=True)}) == 1
        words = " ".join(" ".join(lines).split())
        assert all(word in words for word in ("one row", "example", "the right", "class"))


@SIZES
async def test_alerts_have_their_names_and_lose_their_marks(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(toy_course, tmp_path, size) as app:
        shown = "\n".join(lines_of_lesson(app))
        assert say.callout_names["tip"] in shown and "The tip has words in it." in shown
        assert say.callout_names["caution"] in shown and "[!" not in shown


@SIZES
async def test_formulas_are_drawn_and_one_that_cannot_be_shows_its_source(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(toy_course, tmp_path, size) as app:
        lines = lines_of_lesson(app)
        assert any("pₜ = x²" in line for line in lines)
        fraction = next(place for place, line in enumerate(lines) if "d = " in line)
        assert "Cᵢₙ" in lines[fraction - 1] and "g" in lines[fraction + 1]
        assert any("\\unknowncommand{x}" in line for line in lines)


@SIZES
async def test_an_image_is_told_by_its_description_at_every_width(
    toy_course: Course, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(toy_course, tmp_path, size) as app:
        assert "[the loss falls]" in "\n".join(lines_of_lesson(app))


@SIZES
async def test_a_link_opens_the_lesson_it_names(toy_course: Course, tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(toy_course, tmp_path, size) as app:
        lines = app.shown().split("\n")
        row = next(place for place, line in enumerate(lines) if "a mean that moves" in line)
        column = lines[row].index("a mean that moves")
        await app.pilot.click(offset=(column + 2, row))
        await app.until(lambda: app.screen.lesson.id == "running_mean")


async def test_a_link_to_no_lesson_is_told(toy_course: Course, tmp_path: Path) -> None:
    async with reading(toy_course, tmp_path) as app:
        lines = app.shown().split("\n")
        row = next(place for place, line in enumerate(lines) if "nowhere" in line)
        await app.pilot.click(offset=(lines[row].index("nowhere") + 1, row))
        await app.until(lambda: "no lesson called" in app.shown())
        assert app.screen.lesson.id == "outer_sum"


# Found by its text


async def test_words_of_its_text_find_a_lesson_and_show_the_line(toy_course: Course, tmp_path: Path) -> None:
    async with running(course_with(toy_course, tmp_path, TEXT), tmp_path, BlockGrader(), lesson="running_mean") as app:
        await app.press("slash")
        await app.type("zebrafish")
        await app.until(lambda: "The word zebrafish is only here." in app.shown())
        assert "1.1 Every pair at once" in app.shown()
        await app.press("down", "enter")
        await app.until(lambda: app.screen.lesson.id == "outer_sum")


async def test_a_title_comes_before_a_text(toy_course: Course, tmp_path: Path) -> None:
    text = TEXT.replace("zebrafish", "mean that moves")
    async with running(course_with(toy_course, tmp_path, text), tmp_path, BlockGrader()) as app:
        await app.press("slash")
        await app.type("mean that")
        await app.until(lambda: app.shown().count("1.1 Every pair") == 2, "in the top bar and among what was found")
        assert app.shown().count("2.1 A mean") == 1, "found by its title, it is not found again by its text"
        assert app.shown().index("2.1 A mean") < app.shown().rindex("1.1 Every pair")


def test_the_line_with_every_word_is_shown_first() -> None:
    text = "one here\nTwo and ONE\nthree"
    assert line_with(text, ["one", "two"]) == 1
    assert line_with(text, ["three", "two"]) == 1
    assert line_with(text, ["one", "four"]) is None


def test_a_line_is_shown_as_it_is_read() -> None:
    assert as_read("> The **weight** is $\\alpha_t$, see `nn.Loss`.") == "The weight is αₜ, see nn.Loss."
    assert as_read(r"$$p_t = 1 - p$$") == "pₜ = 1 - p"


@pytest.mark.parametrize("already_open", [False, True])
async def test_what_was_found_is_brought_into_sight(tmp_path: Path, already_open: bool) -> None:
    course = read_course()
    at_start = "focal_loss" if already_open else course.lessons[0].id
    async with running(course, tmp_path, BlockGrader(), lesson=at_start, size=(80, 24)) as app:
        assert "number of positives" not in app.seen_in("lesson")
        await app.press("slash")
        await app.type("number positives")
        await app.until(lambda: "by the number of positives" in app.shown(), "the line among what was found")
        await app.press("down", "enter")
        await app.until(lambda: app.screen.lesson.id == "focal_loss", "the lesson")
        await app.until(lambda: "number of positives" in app.seen_in("lesson"), "the line in the lesson")


def test_a_search_through_the_text_of_a_whole_course_is_over_between_two_keys() -> None:
    lessons = [lesson.body for lesson in read_course().lessons]
    started = time.process_time()
    for count in range(84):
        line_with(lessons[count % len(lessons)], ["tensor", "the"])
    assert time.process_time() - started < 0.5
