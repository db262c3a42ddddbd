"""`tutor show --run` prints a lesson with what its examples print here and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from conftest import Grading

from tutor.commands.just_run import output_block, with_real_outputs
from tutor.course import Course, Lesson
from tutor.report import Frame, Problem
from tutor.snippet import SnippetResult

TEXT = """# Toy

```python run
a = 1
print(a)
```

```text output
what the lesson says
```

Then:

```python run
print(a + 1)
```

```text output
what the lesson says
```

```python predict PREDICT_1
a + 40
```

```text output
not an output of a run
```

The end.
"""


class Echo:
    """Answers with what it was asked to run."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def run_snippet(self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False) -> SnippetResult:
        self.asked.append(list(blocks))
        return SnippetResult(output=f"real {len(self.asked)}{' value' * shows_value}\n")


@pytest.fixture
def lesson(toy_course: Course) -> Lesson:
    return replace(toy_course.lessons[0], text=TEXT)


def test_each_block_runs_after_those_before_it(lesson: Lesson) -> None:
    echo = Echo()
    with_real_outputs(lesson, echo, "")
    assert echo.asked == [["a = 1\nprint(a)\n"], ["a = 1\nprint(a)\n", "print(a + 1)\n"]]


def test_the_real_output_stands_where_the_lesson_says_what_is_printed(lesson: Lesson) -> None:
    shown = with_real_outputs(lesson, Echo(), "")
    assert "what the lesson says" not in shown
    assert "print(a)\n```\n\n```text printed just now\nreal 1\n```\n\nThen:" in shown
    assert "not an output of a run" in shown
    assert shown.endswith("The end.\n")


def test_a_prediction_runs_only_once_it_is_answered(lesson: Lesson) -> None:
    assert "value" not in with_real_outputs(lesson, Echo(), "PREDICT_1 = ...\n")
    assert "a + 40\n```\n\n```text printed just now\nreal 3 value" in with_real_outputs(
        lesson, Echo(), "PREDICT_1 = 4\n"
    )


def test_what_ended_a_block_is_its_last_line() -> None:
    problem = Problem("ValueError", "no", (Frame(3, "", "x"),))
    assert "before\nValueError: no (line 3)\n" in output_block(SnippetResult("before\n", problem=problem))
    assert "Stopped after 10 s." in output_block(SnippetResult(problem=Problem("timeout", "Stopped after 10 s.")))


def test_a_block_that_prints_nothing_or_too_much_says_so() -> None:
    assert "(nothing)" in output_block(SnippetResult())
    assert "only the first part" in output_block(SnippetResult("x", output_cut=True))


def test_printed_backticks_cannot_end_the_block() -> None:
    assert output_block(SnippetResult("```\n# not a heading\n````")).startswith("`````text")


def test_a_real_lesson_prints_here_what_it_says(course: Course, grading: Grading) -> None:
    lesson = course.lesson("focal_loss")
    shown = with_real_outputs(lesson, grading.client, "PREDICT_1 = [1, 2]\n")
    said = next(block.code for block in lesson.code_blocks if block.info == "output")
    assert f"```text printed just now\n{said}```" in shown
    assert "[0.25, 0.01]" in shown, "an answered prediction runs"
    assert "('mean', 'none', 'none')" not in shown, "an open one does not"
