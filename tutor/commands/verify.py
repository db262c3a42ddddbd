"""`tutor verify`: whether results are as they were signed, and with which key."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.commands.session import Session
from tutor.errors import EXIT_FAILED, EXIT_PASSED
from tutor.render import wording
from tutor.render.text import one_line

if TYPE_CHECKING:
    from tutor.classroom.signature import Verification


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="FILE|FOLDER", type=Path, help="a signed result, or a signed folder of them")
    parser.add_argument("--key", metavar="KEY", help="the public key to expect: its file, or its fingerprint")


def run(options: Namespace, session: Session) -> int:
    from tutor.classroom.keys import expected_fingerprint
    from tutor.classroom.signature import verify

    expected = expected_fingerprint(options.key) if options.key is not None else None
    found = verify(options.place, expected)
    session.console.answer(session.console.place.fit("\n".join(_told(found)) + "\n"))
    return EXIT_PASSED if found.verified else EXIT_FAILED


def _told(found: Verification) -> Iterator[str]:
    same = wording.counted(len(found.same), "file is as it was", "files are as they were")
    if not found.is_genuine:
        yield "NOT VERIFIED: the signature does not belong to this list of files. One of them was changed."
        return
    yield f"Verified: {same} signed." if found.verified else f"NOT VERIFIED: {same} signed."
    for what in ("changed", "missing", "added"):
        yield from (f"{what}: {one_line(name)}" for name in getattr(found, what))
    yield f"Signed {one_line(found.signature.signed_at, 40)} with key {found.signature.fingerprint}."
    if found.signature.course:
        yield f"Graded by the course with hash {one_line(found.signature.course, 80)}."
    if found.is_expected_key is False:
        yield "This is not the key you gave with --key."
    elif found.is_expected_key is None:
        yield "Nothing here says whose key that is: anybody can make one. Compare it with --key."
