"""A teacher's CSV file as it comes out of a spreadsheet: any delimiter, any of the usual encodings."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.classroom.file_names import shown
from tutor.errors import UsageError

LARGEST_TABLE = 16 * 1024 * 1024
"""Bytes; a hundred thousand students have room in it."""
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Row:
    """One line of a table; `values` are the cells by normalised header, without white space around them."""

    line: int
    values: dict[str, str]
    raw: dict[str, str]
    """The cells by header as they are in the file."""


@dataclass(frozen=True)
class Table:
    """The rows of a CSV file below its header."""

    path: Path
    columns: tuple[str, ...]
    """Normalised: lower case, with underscores."""
    rows: tuple[Row, ...]

    def fault(self, line: int, message: str, advice: str) -> UsageError:
        return UsageError(f"{shown(str(self.path))}, line {line}: {message}", advice)


def read_table(path: Path, known: Collection[str], what: str) -> Table:
    """Read `path`, in UTF-8, UTF-16 or cp1252, separated by commas, semicolons or tabs.

    The first line is the header; where it names none of the `known` columns and has one cell only, the file is a bare
    list and its column is called "". Raises UsageError, with the line, for what cannot be read.
    """
    text = _decode(path, _read(path, what), what)
    lines = _parse(path, text, _delimiter(text, known))
    first = next(lines, None)
    if first is None:
        raise UsageError(f"{shown(str(path))} is empty.", f"It should hold {what}, one a line, below a header.")
    columns = tuple(normal_header(cell) for cell in first[1])
    if not set(columns) & set(known) and sum(map(bool, columns)) == 1:
        every = [first, *lines]
        return Table(path, ("",), tuple(_bare_row(number, cells) for number, cells in every))
    twice = sorted({column for column in columns if columns.count(column) > 1 and column in known})
    if twice:
        raise UsageError(
            f'{shown(str(path))}, line {first[0]}: the column "{shown(twice[0])}" is there twice.',
            "Remove one of them.",
        )
    return Table(path, columns, tuple(_row(path, number, columns, first[1], cells) for number, cells in lines))


def normal_header(text: str) -> str:
    """ "SIS Login ID" as "sis_login_id"."""
    return re.sub(r"[\W_]+", "_", text.casefold()).strip("_")


def _row(path: Path, number: int, columns: tuple[str, ...], header: list[str], cells: list[str]) -> Row:
    if any(cell.strip() for cell in cells[len(columns) :]):
        message = f"{len(cells)} cells below a header of {len(columns)}"
        raise UsageError(f"{shown(str(path))}, line {number}: {message}.", 'Write "Last, First" between quotes.')
    values: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        values.setdefault(column, cell.strip())
    return Row(number, values, dict(zip(header, cells, strict=False)))


def _bare_row(number: int, cells: list[str]) -> Row:
    name = next((cell.strip() for cell in cells if cell.strip()), "")
    return Row(number, {"": name}, {"": name})


def _read(path: Path, what: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_TABLE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name holds a NUL character"
        raise UsageError(f"{shown(str(path))} cannot be read: {reason}.", f"Name a CSV file of {what}.") from error
    if len(data) > LARGEST_TABLE:
        raise UsageError(f"{shown(str(path))} is larger than 16 MiB.", f"Name a CSV file of {what}.")
    return data


def _decode(path: Path, data: bytes, what: str) -> str:
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data[:200]:  # Excel's "Unicode text" without its mark: every second byte is 0
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    for attempt in (encoding, "cp1252"):
        try:
            text = data.decode(attempt)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UsageError(f"{shown(str(path))} is not text.", f"Save {what} as CSV in UTF-8.")


def _delimiter(text: str, known: Collection[str]) -> str:
    """The one that splits the header into most known columns, then into most columns."""
    header = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")

    def worth(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return sum(normal_header(cell) in known for cell in cells), len(cells)

    try:
        return max(_DELIMITERS, key=worth)
    except csv.Error:
        return ","


def _parse(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, each with the number it begins at."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{shown(str(path))}, line {line}: {error}.", "Save it as CSV once more.") from error
