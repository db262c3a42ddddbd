"""The README shows the pictures that docs/picture.py draws, and no others."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from tutor.course import Course

CHECKOUT = Path(__file__).parents[1]


def test_the_readme_shows_exactly_the_pictures_of_the_script(course: Course) -> None:
    pictures = runpy.run_path(str(CHECKOUT / "docs" / "picture.py"))["PICTURES"]
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (CHECKOUT / "README.md").read_text(encoding="utf-8"))

    assert [CHECKOUT / path for path in shown] == [picture.path for picture in pictures]
    for picture in pictures:
        drawn = picture.path.read_text(encoding="utf-8").replace("&#160;", " ")
        assert course.lesson(picture.lesson).title in drawn, "its lesson is on it"
        assert "checks pass" in drawn, "it was really graded"
        assert (course.root / "graders" / picture.lesson / f"{picture.answer}.py").exists()
