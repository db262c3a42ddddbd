"""On a real GPU everything is judged as on the CPU. Run with `uv run pytest -m cuda` on a machine that has one."""

import pytest
from conftest import Grading, each_lesson

from tutor.audit.answers import audit_answers
from tutor.report import Outcome
from tutor.worker.check import has_gpu

pytestmark = [pytest.mark.cuda, pytest.mark.skipif(not has_gpu(), reason="there is no NVIDIA GPU here")]


@pytest.mark.parametrize("lesson", each_lesson())
def test_right_answers_pass_and_wrong_ones_are_caught_by_name_on_the_gpu(lesson, grading: Grading):
    content = grading.client.answers(lesson.id)
    assert audit_answers(grading.client, lesson, content, device="cuda").breaches == []


def test_the_report_says_what_each_device_came_to(grading: Grading):
    report = grading.check("focal_loss", grading.answer("focal_loss"), device="all")
    assert report.devices == {"cpu": Outcome.PASSED, "cuda": Outcome.PASSED}
    assert {check.device for check in report.checks if check.kind != "prediction"} == {"cpu", "cuda"}
