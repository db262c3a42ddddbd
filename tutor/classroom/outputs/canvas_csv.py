"""Grades as Canvas imports them: Grades › Import.

Format: "How do I import grades in the Gradebook?" in the Canvas Instructor Guide, https://community.canvaslms.com.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import TextIO

from tutor.classroom.about import About
from tutor.classroom.gradebook import Gradebook
from tutor.classroom.outputs.grades_csv import cell

IDENTITY = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
"""The columns that say who a row is about, as Canvas's own export has them."""
_POINTS_POSSIBLE = "    Points Possible"


def write_canvas(
    book: Gradebook,
    about: About,
    identities: Mapping[str, Mapping[str, str]],
    file: TextIO,
    assignments: Mapping[str, str] | None = None,
) -> None:
    """One row for each student that `identities` knows, with the Canvas columns it gives by student id.

    A lesson's column is called as `assignments` says, "Focal loss (1234)", else by its title; Canvas makes a new
    assignment of a name without an id. An empty cell is a grade that there is not yet.
    """
    titles = {lesson: (assignments or {}).get(lesson, about.title(lesson)) for lesson in book.lessons}
    most = {grade.lesson: grade.max_score for grade in book.grades}
    writer = csv.writer(file)
    writer.writerow([*IDENTITY, *(cell(titles[lesson]) for lesson in book.lessons)])
    writer.writerow([_POINTS_POSSIBLE, "", "", "", "", *(cell(most[lesson]) for lesson in book.lessons)])
    for student in book.students():
        if (identity := identities.get(student.student)) is not None:
            scores = {grade.lesson: grade.final_score for grade in student.grades}
            who = [cell(identity.get(column, "")) for column in IDENTITY]
            writer.writerow([*who, *(cell(scores.get(lesson)) for lesson in book.lessons)])
