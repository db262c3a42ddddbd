"""A class list in every form a teacher has it, and a name that is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.classroom.csv_table import read_table
from tutor.classroom.roster import CANVAS_COLUMNS, Roster, RosterEntry, read_roster
from tutor.errors import UsageError

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Focal loss (123)
,,,,,Manual Posting
    Points Possible,,,,,10
"Lovelace, Ada",12345,S001,ada@uni.edu,"Monday, early",
"Hopper, Grace",12346,S002,ghopper,Tuesday,
"Student, Test",99999,,,Tuesday,
"""


def roster(tmp_path: Path, text: str | bytes, encoding: str = "utf-8") -> Roster:
    path = tmp_path / "roster.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_roster(path)


def ids(entries: tuple[RosterEntry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def complaint(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(UsageError) as caught:
        roster(tmp_path, text)
    assert caught.value.advice
    return caught.value.message.replace(f"{tmp_path}/", "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_delimiter_and_usual_encoding_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = (
        delimiter.join(("Student ID", "Name", "E-Mail")) + "\r\n" + delimiter.join(("s1", "José", "j@x.org")) + "\r\n"
    )
    assert roster(tmp_path, text, encoding).entries == (RosterEntry("s1", "José", "j@x.org"),)


def test_a_bare_list_of_names_needs_no_header(tmp_path: Path) -> None:
    assert ids(roster(tmp_path, "Ada Lovelace\n\nGrace Hopper\n").entries) == ["Ada Lovelace", "Grace Hopper"]


def test_a_canvas_gradebook_keeps_what_an_import_needs(tmp_path: Path) -> None:
    found = roster(tmp_path, CANVAS)
    assert ids(found.entries) == ["ada@uni.edu", "ghopper"]
    assert found.entries[0].canvas == dict(
        zip(CANVAS_COLUMNS, ("Lovelace, Ada", "12345", "S001", "ada@uni.edu", "Monday, early"), strict=True)
    )


@pytest.mark.parametrize(
    "name",
    [
        "Lovelace, Ada",
        "ada lovelace",
        "LOVELACE_ADA",
        "lovelaceada",
        "Ada-Lovelace",
        "ada@uni.edu",
        "ada",
        "S001",
        "x-s001-y",
    ],
)
def test_a_student_is_known_by_every_name_there_is(tmp_path: Path, name: str) -> None:
    assert ids(roster(tmp_path, CANVAS).find(name)) == ["ada@uni.edu"]


def test_first_and_last_names_aliases_and_accounts_mean_the_student(tmp_path: Path) -> None:
    found = roster(tmp_path, "id;first_name;last_name;github;aliases\n7;Zoë;van der Berg;zvdb;Zoe B|zoetje\n")
    for name in ("7", "van der berg zoe", "ZVDB", "zoe_b", "assignment-zoetje", "vanderbergzoë", "Zoe van der Berg"):
        assert ids(found.find(name)) == ["7"], name
    assert found.find("week_7_focal") == ()


def test_two_students_of_one_name_are_not_told_apart_by_it(tmp_path: Path) -> None:
    found = roster(tmp_path, "id,name\na1,Kim Lee\na2,Kim Lee\n")
    assert ids(found.find("kim_lee")) == ["a1", "a2"]
    assert ids(found.find("kim_lee_a2")) == ["a1", "a2"]
    assert ids(found.find("a2")) == ["a2"]


def test_letters_that_are_cut_elsewhere_are_another_name() -> None:
    found = Roster([RosterEntry("1", "Anna Lee"), RosterEntry("2", "Ben Oh")])
    assert ids(found.find("annalee")) == ["1"]
    assert found.find("ann-alee") == ()


def test_a_canvas_number_outweighs_a_name(tmp_path: Path) -> None:
    found = roster(tmp_path, CANVAS)
    assert ids(found.find("somebody", "12346")) == ["ghopper"]
    assert found.find("lovelaceada", "777") == ()  # another Ada Lovelace
    assert ids(roster(tmp_path, "name\nAda Lovelace\n").find("lovelaceada", "777")) == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "roster.csv is empty."),
        ("id,name\n", "roster.csv names no student."),
        ("id,name\ns1,A\n\ns1,B\n", 'roster.csv, line 4: "s1" is on line 2 already.'),
        ("id,name\n,A\n", "roster.csv, line 2: this student has no id."),
        (
            "points,grade\n1,2\n",
            'roster.csv, line 1: no column says who the students are; there are "points", "grade".',
        ),
        ("name\nLovelace, Ada\n", "roster.csv, line 2: 2 cells below a header of 1."),
        ("id,name,name\n1,a,b\n", 'roster.csv, line 1: the column "name" is there twice.'),
        (b"\x81\x8d\x8f", "roster.csv is not text."),
        (b"id\n" + b"x" * 200 + b"\0", "roster.csv is not text."),
        (f'id,name\n1,"{"x" * 200_000}"\n', "roster.csv, line 2: field larger than field limit (131072)."),
    ],
)
def test_a_roster_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert complaint(tmp_path, text) == message


def test_a_roster_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UsageError, match="cannot be read"):
            read_roster(path)


@given(st.binary(max_size=300) | st.text(alphabet='id,;"\n\t\r aé\0', max_size=200).map(str.encode))
def test_no_file_does_worse_than_a_usage_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        read_table(path, ("id",), "your students")
        read_roster(path)
    except UsageError as error:
        assert error.message.isprintable()


@given(st.lists(st.text(min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=5, unique=True), st.text())
def test_an_id_as_it_is_written_is_always_that_student(names: list[str], other: str) -> None:
    found = Roster([RosterEntry(name, aliases=(other,)) for name in names])
    for name in names:
        assert ids(found.find(name)) == [name]
