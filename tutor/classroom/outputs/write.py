"""Writes everything a teacher gets into one folder; `tutor grade` calls it when all results are in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from tutor.classroom.about import About
from tutor.classroom.gradebook import Gradebook, StudentTotal, read_gradebook
from tutor.classroom.lateness import LatenessOf
from tutor.classroom.outputs.canvas_csv import write_canvas
from tutor.classroom.outputs.class_report import class_report
from tutor.classroom.outputs.feedback import feedback
from tutor.classroom.outputs.grade_table import FEEDBACK
from tutor.classroom.outputs.grades_csv import write_by_student, write_grades
from tutor.classroom.outputs.grades_json import GradesJson
from tutor.classroom.outputs.junit_file import JUnitFile
from tutor.classroom.outputs.page_names import file_name
from tutor.classroom.outputs.whole_file import whole_file
from tutor.classroom.result import Result


def write_outputs(
    results: Callable[[], Iterator[Result]],
    folder: Path,
    about: About,
    results_of: Callable[[str], Sequence[Result]],
    *,
    names: Mapping[str, str] | None = None,
    identities: Mapping[str, Mapping[str, str]] | None = None,
    assignments: Mapping[str, str] | None = None,
    lateness: LatenessOf | None = None,
    bom: bool = False,
) -> Gradebook:
    """Write the class's files into `folder` and a page for each student into `folder`/feedback; returns the grades.

    `results` is read once; `results_of` gives one student's results again, so that only theirs lie in memory.
    `names` and `identities` are the roster's, by student id; the latter holds Canvas's columns, and without it no file
    for Canvas is written. `assignments` names Canvas's columns by lesson. `bom` starts the CSV files with a byte order
    mark, which some versions of Excel need to read them as UTF-8. Each file is there whole or is left as it was;
    raises TutorError naming the file that cannot be written, and ValueError if a student has two results for a lesson,
    or one that `results_of` does not give.
    """
    book = read_gradebook(results(), [lesson.id for lesson in about.lessons], names, lateness)
    _write_tables(book, folder, about, identities or {}, assignments, "utf-8-sig" if bom else "utf-8")
    with whole_file(folder / "report.html") as file:
        file.writelines(class_report(book, about))
    _write_each_student(book, folder, about, results_of)
    return book


def _write_tables(
    book: Gradebook,
    folder: Path,
    about: About,
    identities: Mapping[str, Mapping[str, str]],
    assignments: Mapping[str, str] | None,
    encoding: str,
) -> None:
    with whole_file(folder / "grades.csv", encoding) as file:
        write_grades(book, file)
    with whole_file(folder / "grades-by-student.csv", encoding) as file:
        write_by_student(book, file)
    if identities:
        with whole_file(folder / "grades-canvas.csv", encoding) as file:
            write_canvas(book, about, identities, file, assignments)


def _write_each_student(
    book: Gradebook, folder: Path, about: About, results_of: Callable[[str], Sequence[Result]]
) -> None:
    """The files that hold whole reports, in one pass over the students."""
    with ExitStack() as files:
        grades = GradesJson(book, about, files.enter_context(whole_file(folder / "grades.json")))
        junit = JUnitFile(files.enter_context(whole_file(folder / "junit.xml")))
        for total in book.students():
            theirs = _by_lesson(total, results_of(total.student))
            for grade in total.grades:
                grades.add(grade, theirs[grade.lesson])
                junit.add(theirs[grade.lesson])
            _write_feedback(total, theirs, folder, about)
        grades.finish()
        junit.finish()


def _by_lesson(total: StudentTotal, results: Sequence[Result]) -> dict[str, Result]:
    """A student's results again; raises ValueError if one that was read before has gone."""
    found = {result.lesson: result for result in results}
    if lost := [grade.lesson for grade in total.grades if grade.lesson not in found]:
        raise ValueError(f"{total.student!r} had a result for {', '.join(lost)}, which cannot be read again")
    return found


def _write_feedback(total: StudentTotal, theirs: Mapping[str, Result], folder: Path, about: About) -> None:
    with whole_file(folder / FEEDBACK / f"{file_name(total.student)}.html") as file:
        file.writelines(feedback(total, theirs, about))
