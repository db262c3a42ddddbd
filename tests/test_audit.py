"""The graders are graded: every stub, right answer, wrong answer and distractor, through the real engine."""

import pytest
from conftest import Grading

from tutor.audit import lesson_text
from tutor.audit.answers import audit_answers
from tutor.course import read_course

LESSONS = read_course().lessons


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_right_answer_passes_and_every_wrong_one_is_caught_by_name(lesson, grading: Grading):
    assert audit_answers(grading.client, lesson, grading.client.answers(lesson.id)).breaches == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_text_around_the_exercise_is_sound(lesson, grading: Grading):
    content = grading.client.answers(lesson.id)
    items = list(dict.fromkeys(check["item"] for check in content["checks"]))
    predictions = [prediction["name"] for prediction in content["predictions"]]
    assert list(lesson_text.breaches(grading.course, lesson, items, predictions)) == []


def test_the_toy_course_is_sound(toy_grading: Grading):
    for lesson in toy_grading.course.lessons:
        assert audit_answers(toy_grading.client, lesson, toy_grading.client.answers(lesson.id)).breaches == []
