"""A fault in the course's own files is found out, and is never the learner's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch
from conftest import TOY_COURSE

from tutor.course import read_course
from tutor.judge.expected import Expectation
from tutor.judge.forks import EvaluationError
from tutor.judge.loader import load_grader
from tutor.judge.plan import make_plan

RAISES = "\n\ndef outer_sum(a, b):\n    raise {error}\n"
HUGE = "import torch\n\n\ndef outer_sum(a, b):\n    return torch.zeros({numbers}, dtype=torch.float64)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY_COURSE, tmp_path / "course"))


def expectation(root: Path) -> Expectation:
    course = read_course(root)
    folder = load_grader(course, course.lesson("outer_sum"))
    return Expectation(folder, 0, "cpu", make_plan(folder, 0, "cpu"))


def write(root: Path, name: str, source: str) -> None:
    (root / "graders" / "outer_sum" / name).write_text(source, encoding="utf-8")


def test_a_reference_that_raises_by_accident_is_a_fault_of_the_grader(root: Path) -> None:
    write(root, "reference.py", RAISES.format(error='TypeError("not two vectors")'))
    with pytest.raises(EvaluationError, match=r"every_entry_is_a_pair_sum.*TypeError: not two vectors"):
        _ = expectation(root).reference


@pytest.mark.parametrize(
    ("stands", "becomes"),
    [("a[i] + b[j].", "a[i] + b[j], or TypeError is raised."), ("points=2)", 'points=2, raises=["ValueError"])')],
    ids=["in its claim", "in raises"],
)
def test_a_check_that_speaks_of_an_exception_may_have_a_reference_that_raises(
    root: Path, stands: str, becomes: str
) -> None:
    grader = (root / "graders/outer_sum/grader.py").read_text(encoding="utf-8").replace(stands, becomes)
    write(root, "grader.py", "@grader.check".join(grader.split("@grader.check")[:2]))
    write(root, "reference.py", RAISES.format(error='TypeError("not two vectors")'))
    assert len(expectation(root).reference) == 2


@pytest.mark.parametrize("numbers", [5 << 20, 33 << 20], ids=["as a hand-in it is refused", "beyond one frame"])
def test_a_known_mistake_that_returns_too_much_explains_nothing_and_stops_nothing(root: Path, numbers: int) -> None:
    assert float(torch.ones(8 << 20).sum()) == 8 << 20, "what an earlier test may have computed here"
    write(root, "wrong_transposed.py", HUGE.format(numbers=numbers))
    expected = expectation(root)
    (check, *_) = expected.folder.grader.checks
    wrong = {answer.name: answer for answer in expected.folder.wrong}
    expected.run_wrong(list(wrong.values()), [check])
    assert expected.wrong(wrong["wrong_transposed"], check) == {}
    assert len(expected.wrong(wrong["wrong_adds_in_place"], check)) == 2
