"""The mutants are small mistakes of tensor code, and a grader that lets one pass is told so."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import TOY_COURSE, Grading, lessons_of_today

from tutor.audit.answers import SEEDS
from tutor.audit.mutants import mutants_of
from tutor.audit.mutation_score import score_mutants
from tutor.audit.record import record, record_path
from tutor.client import Client
from tutor.course import read_course

MISTAKES = [
    ("x.sum(dim=1)", ["x.sum(dim=2)", "x.sum(dim=(0))", "x.sum(dim=1, keepdim=True)", "x.mean(dim=1)", "x"]),
    ("F.mse_loss(x, y, reduction='mean')", ["F.mse_loss(y, x, reduction='mean')", "F.mse_loss(x, y, )"]),
    ("F.mse_loss(x, y, reduction='mean')", ['F.mse_loss(x, y, reduction="sum")']),
    ("x.detach().clone()", ["x.clone()", "x.detach()", "x.detach_().clone()"]),
    ("x.add(1)", ["x.add_(1)", "x.add(2)"]),
    ("x.mul_(2)", ["x.mul(2)"]),
    ("x / (y + 1e-8)", ["x / (y + 0.0)", "x / (y + 1e-05)", "x / (y - 1e-8)", "(y + 1e-8) / x"]),
    ("-x", ["+x"]),
    ("m / (1 - beta ** t)", ["m / (1)", "m"]),
    ("F.conv2d(x, w, stride=s, padding=p, groups=g)", ["F.conv2d(x, w, stride=p, padding=s, groups=g)"]),
    ("F.conv2d(x, w, stride=s, padding=p, groups=g)", ["F.conv2d(x, w, stride=s, padding=p, )"]),
    ("x[:, None]", ["x[None, :]"]),
    ("x[1:]", ["x[:]", "x[2:]", "x[(0):]"]),
    ("x.unsqueeze(0).expand(3, 4)", ["x.expand(3, 4)", "x.unsqueeze(0)", "x.unsqueeze(0).expand(4, 3)"]),
    ("torch.zeros(3)", ["torch.ones(3)", "torch.zeros(3, dtype=torch.float64)"]),
    ("torch.zeros(3, dtype=x.dtype, device=x.device)", ["torch.zeros(3, device=x.device)"]),
    ("torch.zeros(3, dtype=x.dtype, device=x.device)", ["torch.zeros(3, dtype=x.dtype, )"]),
    ("x.to(y.dtype)", ["x", "x.to(torch.float32)"]),
    ("n // 2", ["n / 2", "(-(-(n) // (2)))"]),
    ("range(n)", ["range(1, n)", "range((n) - 1)"]),
    ("x.shape != y.shape or n < 1", ["x.shape == y.shape or n < 1", "x.shape != y.shape and n < 1", "(n < 1)"]),
]


@pytest.mark.parametrize(("right", "mistakes"), MISTAKES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_mutant_is_a_mistake_that_people_make(right: str, mistakes: list[str]) -> None:
    found = {mutant.becomes for mutant in mutants_of(f"def f(x, y):\n    return {right}\n")}
    assert [mistake for mistake in mistakes if f"return {mistake}" not in found] == []


def test_the_steps_of_a_training_loop_are_left_out_and_reordered() -> None:
    steps = ["optimizer.zero_grad()", "scaler.unscale_(optimizer)", "scaler.step(optimizer)", "scaler.update()"]
    source = "def f(optimizer, scaler):\n" + "".join(f"    {step}\n" for step in steps)
    found = {(mutant.line, mutant.becomes) for mutant in mutants_of(source)}
    for one, other in pairwise(steps):
        assert (f"{one}; {other}", f"{other}; {one}") in found
    for step in steps:
        assert (step, "") in found


def test_what_is_not_graded_is_not_changed() -> None:
    source = '''
import torch

PREDICT_1 = 3
Pair = int | tuple[int, int]


def f(x: Pair, n: int = 1) -> int | None:
    """Says 1 + 1."""
    if n < 1:
        raise ValueError(f"n is {n + 1}; it must be 1 or more")
    return x
'''
    changed = " ".join(mutant.line for mutant in mutants_of(source))
    assert "Says" not in changed
    assert "import" not in changed
    assert "PREDICT_1" not in changed
    assert "Pair =" not in changed
    assert not [
        mutant
        for mutant in mutants_of(source)
        if "must be" in mutant.becomes and "AssertionError" not in mutant.becomes
    ]


def test_no_two_mutants_are_the_same_and_all_of_them_compile() -> None:
    mutants = mutants_of((TOY_COURSE / "graders/running_mean/reference.py").read_text())
    assert len({mutant.key for mutant in mutants}) == len({mutant.source for mutant in mutants}) == len(mutants) > 20
    for mutant in mutants:
        compile(mutant.source, "mutant", "exec")


@pytest.mark.parametrize("lesson", lessons_of_today(a_day=1))
def test_every_mutant_dies_or_is_kept_for_a_reason_and_the_record_says_so(lesson, grading: Grading, audit) -> None:
    """The record is written anew by `tutor audit --mutants --record LESSON`."""
    score = score_mutants(grading.client, lesson, grading.client.answers(lesson.id), SEEDS[:1])
    assert score.breaches == []
    assert score.feedback["mute"] == 0
    if audit(lesson).not_run:
        pytest.skip(f"a package is missing here, so the numbers are others: {audit(lesson).not_run}")
    course = grading.course
    assert record(course, audit(lesson), score) == record_path(course, lesson).read_text(encoding="utf-8")


def test_a_mutant_that_survives_is_a_breach_until_a_reason_is_written_down(tmp_path: Path) -> None:
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "graders" / "outer_sum"
    grader = folder / "grader.py"
    grader.write_text(grader.read_text().replace("draw.normal(5)", "draw.normal(3)").replace("a[:, None] + b", ""))
    (folder / "reference.py").write_text("def outer_sum(a, b):\n    a = a.contiguous()\n    return a[:, None] + b\n")
    lesson = read_course(tmp_path).lesson("outer_sum")
    with Client(tmp_path) as client:
        without = score_mutants(client, lesson, client.answers(lesson.id))
        (folder / "survivors.toml").write_text(
            '[[mutant]]\nwhere = "outer_sum"\nline = "a = a.contiguous()"\nbecomes = ""\nreason = "It is already."\n\n'
            '[[mutant]]\nwhere = "outer_sum"\nline = "return b"\nbecomes = "return a"\nreason = "No such mutant."\n'
        )
        kept = score_mutants(client, lesson, client.answers(lesson.id))
    survived = [breach for breach in without.breaches if "survives" in breach]
    assert any("`a = a.contiguous()` -> ``" in breach for breach in survived)
    assert list(kept.kept.values()) == ["It is already."]
    assert not [breach for breach in kept.breaches if "-> ``" in breach]
    assert any("does not survive" in breach and "return b" in breach for breach in kept.breaches)
