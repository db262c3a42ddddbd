"""The graders are graded: every stub, right answer, wrong answer and distractor, through the real engine."""

import random
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import TOY_COURSE, Grading, each_lesson, lessons_of_today
from turns import TODAY

from tutor.audit import lesson_text, run
from tutor.audit.answers import SEEDS, audit_answers, seeds
from tutor.audit.record import is_current, recorded_row
from tutor.cli import main
from tutor.client import Client
from tutor.course import read_course
from tutor.errors import EXIT_MISUSE
from tutor.report import Outcome
from tutor.worker.check import has_gpu

PAGE = Path(__file__).parent.parent / "docs" / "graders.md"
PASSED, BLOCKED, NOT_RUN = Outcome.PASSED, Outcome.BLOCKED, Outcome.NOT_RUN


@pytest.mark.parametrize("lesson", each_lesson())
def test_the_record_is_of_the_lesson_as_it_is(lesson, course):
    """`tutor audit --mutants --record LESSON` writes it anew; `tutor audit --page docs/graders.md` the table."""
    assert is_current(course, lesson), f"audit it: tutor audit --mutants --record {lesson.slug}"
    assert recorded_row(course, lesson) in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", lessons_of_today(a_day=2))
def test_every_right_answer_passes_and_every_wrong_one_is_caught_by_name(lesson, audit):
    assert audit(lesson).breaches == []


@pytest.mark.parametrize("lesson", each_lesson())
def test_a_right_answer_passes_and_a_wrong_one_fails_where_it_should(lesson, grading: Grading):
    """Of every lesson, whether or not its turn is today; each day with others, on inputs nobody has seen."""
    day = random.Random(f"{TODAY} {lesson.id}")
    answers = {answer["name"]: answer for answer in grading.client.answers(lesson.id)["answers"]}
    runnable = [name for name, answer in answers.items() if all(map(find_spec, answer["requires"]))]
    right = day.choice([name for name in runnable if not name.startswith("wrong_")])
    wrong = day.choice([name for name in runnable if name.startswith("wrong_")])
    seed = day.randrange(1 << 32)
    report = grading.check(lesson.id, answers[right]["source"], seed=seed)
    unsolved = [check.id for check in report.checks if check.counts and check.outcome not in (PASSED, NOT_RUN)]
    assert unsolved == [], f"{right}, seed {seed}"
    report = grading.check(lesson.id, answers[wrong]["source"], seed=seed)
    failed = [c.id for c in report.checks if c.kind != "prediction" and c.outcome not in (PASSED, BLOCKED, NOT_RUN)]
    assert failed[:1] == [answers[wrong]["fails"]], f"{wrong}, seed {seed}"


@pytest.mark.parametrize("lesson", each_lesson())
def test_the_text_around_the_exercise_is_sound(lesson, grading: Grading):
    content = grading.client.answers(lesson.id)
    items = list(dict.fromkeys(check["item"] for check in content["checks"]))
    predictions = [prediction["name"] for prediction in content["predictions"]]
    assert list(lesson_text.breaches(grading.course, lesson, items, predictions)) == []


def test_the_toy_course_is_sound(toy_grading: Grading):
    for lesson in toy_grading.course.lessons:
        assert audit_answers(toy_grading.client, lesson, toy_grading.client.answers(lesson.id)).breaches == []


def test_every_kind_of_breach_is_found(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    graders = tmp_path / "graders"
    answers = graders / "outer_sum"
    reference = (answers / "reference.py").read_text()
    (answers / "wrong_nothing.py").write_text(f'"""It is right.\n\nfails: every_entry_is_a_pair_sum\n"""\n{reference}')
    (answers / "wrong_elsewhere.py").write_text(
        '"""Subtracts.\n\nfails: the_inputs_stay_as_they_are\n"""\ndef outer_sum(a, b):\n    return a[:, None] - b\n'
    )
    (answers / "wrong_twin.py").write_text((answers / "wrong_transposed.py").read_text())
    (answers / "right_not_really.py").write_text("def outer_sum(a, b):\n    return a\n")
    (answers / "wrong_always_float.py").unlink()
    (tmp_path / "exercises" / "running_mean.py").write_text(
        "PREDICT_1 = 3\ndef running_mean(values, momentum): return 1\n"
    )
    grader = graders / "running_mean" / "grader.py"
    grader.write_text(grader.read_text().replace("(1.0, ", "(0.75, "))

    course = read_course(tmp_path)
    with Client(tmp_path) as client:
        found = {
            lesson.id: "\n".join(audit_answers(client, lesson, client.answers(lesson.id)).breaches)
            for lesson in course.lessons
        }
        code = run(course, [])

    assert code == 1
    for breach in (
        "wrong_nothing (seed 0): it passes",
        "wrong_elsewhere (seed 0): it fails at every_entry_is_a_pair_sum, not at the_inputs_stay_as_they_are",
        "wrong_twin (seed 0): every_entry_is_a_pair_sum names no misconception",
        "right_not_really (seed 0): every_entry_is_a_pair_sum is failed",
        "no wrong answer needs the check the_dtype_is_the_one_torch_would_choose",
    ):
        assert breach in found["outer_sum"]
    assert "the stub's predict_1 is failed" in found["running_mean"]
    assert "PREDICT_1 = 0.75 is passed; it is a distractor" in found["running_mean"]


def test_unsound_text_is_found(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    text = tmp_path / "lessons" / "en" / "outer_sum.md"
    lesson = text.read_text()
    lesson = lesson.replace("(running_mean.md)", "(nowhere.md)").replace("minutes = 8", "minutes = 0")
    lesson = lesson.replace("needs = []", 'needs = ["running_mean"]').split("## You can now")[0]
    text.write_text(lesson.replace("3. The column", "   The column") + "\n")

    course = read_course(tmp_path)
    breaches = "\n".join(lesson_text.breaches(course, course.lessons[0], ["outer_sum"], ["PREDICT_1"]))

    for breach in (
        "'nowhere.md'",
        "minutes is 0",
        "'running_mean', which is not an earlier",
        "has 2 hints",
        "You can now",
    ):
        assert breach in breaches
    assert "PREDICT_1 has 0 snippets" in breaches


def test_hints_may_help_with_an_item_or_with_a_prediction_and_with_nothing_else(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    text = tmp_path / "lessons" / "en" / "outer_sum.md"
    extra = "### PREDICT_1\n\n1. Write the shapes down.\n\n### PREDICT_2\n\n1. Look again.\n\n## You can now"
    text.write_text(text.read_text().replace("## You can now", extra))
    course = read_course(tmp_path)
    found = lesson_text.breaches(course, course.lessons[0], ["outer_sum"], ["PREDICT_1"])
    assert [breach for breach in found if "hints" in breach] == [
        "it has hints for 'PREDICT_2', which is neither an item nor a prediction"
    ]


def test_a_family_of_inputs_is_tried_or_left_out_for_a_reason_and_not_both(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    grader = tmp_path / "graders" / "outer_sum" / "grader.py"
    grader.write_text(grader.read_text().replace('"strided", "empty"', '"contiguous", "empty"'))
    lesson = read_course(tmp_path).lesson("outer_sum")
    with Client(tmp_path) as client:
        breaches = audit_answers(client, lesson, client.answers(lesson.id)).breaches
    assert breaches == [
        "outer_sum is tried on: contiguous; grader.leave_out says it is not",
        "outer_sum is never tried on: strided; add a case, or say why not with grader.leave_out",
    ]


def test_a_lesson_has_three_right_answers(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "graders" / "outer_sum" / "right_loops.py").unlink()
    lesson = read_course(tmp_path).lesson("outer_sum")
    with Client(tmp_path) as client:
        breaches = audit_answers(client, lesson, client.answers(lesson.id)).breaches
    assert breaches == ["it has 2 right answers besides the reference; every lesson has 3"]


def test_a_right_answer_that_comes_close_to_the_tolerance_is_a_breach(tmp_path: Path):
    shutil.copytree(TOY_COURSE, tmp_path, dirs_exist_ok=True)
    right = tmp_path / "graders" / "outer_sum" / "right_loops.py"
    right.write_text(
        "import torch\n\n\ndef outer_sum(a, b):\n    table = a[:, None] + b\n"
        "    return table * (1 + 8e-10) if table.dtype is torch.float64 else table\n"
    )
    lesson = read_course(tmp_path).lesson("outer_sum")
    with Client(tmp_path) as client:
        breaches = audit_answers(client, lesson, client.answers(lesson.id)).breaches
    assert len(breaches) == 2
    assert all("right_loops" in breach and "of the tolerance for float64" in breach for breach in breaches)


@pytest.mark.skipif(has_gpu(), reason="there is a GPU here")
def test_without_a_gpu_every_answer_on_cuda_is_not_run(toy_grading: Grading):
    lesson = toy_grading.course.lesson("outer_sum")
    content = toy_grading.client.answers(lesson.id)
    audit = audit_answers(toy_grading.client, lesson, content, device="cuda")
    assert set(audit.not_run) == {answer["name"] for answer in content["answers"]}
    assert (audit.caught, audit.breaches) == ({}, [])


def test_more_seeds_are_seeds_that_nobody_has_seen():
    assert seeds(2) == SEEDS
    drawn = seeds(50)
    assert drawn[:2] == SEEDS
    assert len(set(drawn)) == 50
    assert seeds(1) == SEEDS[:1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--seeds", "0"], "--seeds is 0; it must be 1 or more"),
        (["--jobs", "-1"], "--jobs is -1; it must be 1 or more"),
        (["--record"], "--record keeps what became of the mutants"),
        (["focal-loss", "--page", "graders.md"], "--page audits nothing"),
        (["--page", "nowhere/graders.md"], "nowhere is not a folder"),
        (["focal-los"], "focal-loss"),
    ],
)
def test_an_audit_that_makes_no_sense_is_refused_at_once(arguments, complaint, capsys):
    assert main(["audit", *arguments]) == EXIT_MISUSE
    assert complaint in capsys.readouterr().err
