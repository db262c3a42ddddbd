"""SECURITY.md promises nothing without a test, and docs/escapes.md leaves no hostile hand-in out."""

from __future__ import annotations

import ast
import re

import pytest
from corpus import read_corpus
from escape_record import PAGE, ROOT, files_of_the_proof, fingerprint, recorded_fingerprint

PROMISES = [
    line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines() if re.match(r"\| .*`tests/", line)
]


def test_every_promise_names_its_test() -> None:
    table = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("|---|---|---|\n")[1].split("\n\n")[0]
    assert table.splitlines() == PROMISES
    assert len(PROMISES) > 10


@pytest.mark.parametrize("promise", PROMISES)
def test_the_test_that_a_promise_names_is_there(promise: str) -> None:
    (named,) = re.findall(r"`(tests/\S+?)`", promise)
    file, _, test = named.partition("::")
    names = [node.name for node in ast.parse((ROOT / file).read_text()).body if isinstance(node, ast.FunctionDef)]
    assert test in names if test else any(name.startswith("test_") for name in names)


def test_the_page_of_escapes_lists_the_whole_corpus() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+/\w+)`", page, re.MULTILINE) == list(read_corpus())


def test_every_hand_in_was_tried_everywhere_with_the_grader_as_it_is() -> None:
    assert recorded_fingerprint() == fingerprint(), "try them again, as root: python tests/escape_matrix.py"


@pytest.mark.parametrize(
    "file",
    [
        *("tutor/__init__.py", "tutor/engine.py", "tutor/wire.py", "tutor/ranks.py", "tutor/sandbox/syscalls.py"),
        *("tutor/sandbox/probes.py", "tutor/judge/verdict.py", "tutor/worker/run.py", "tutor/attack/outside.py"),
        *("tutor/attack/hand_ins/reads_the_answers.py", "tests/escapes/native/changes_its_root.py"),
        *("tests/imitations.py", "tests/course/graders/outer_sum/grader.py"),
    ],
)
def test_a_change_in_what_grades_or_tries_hand_ins_makes_the_record_old(file: str) -> None:
    assert ROOT / file in set(files_of_the_proof())


def test_a_change_on_the_screen_or_in_the_course_leaves_the_record_as_it_is() -> None:
    folders = {path.relative_to(ROOT).parts[:2] for path in files_of_the_proof()}
    assert not folders & {("tutor", "tui"), ("tutor", "classroom"), ("tutor", "commands"), ("tutor", "render")}
    assert {parts[0] for parts in folders} == {"tutor", "tests"}
