"""`tutor sign`: vouch for one result, or for a whole folder of them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED
from tutor.render import wording


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="FILE|FOLDER", type=Path, help="a result, or a folder of them")
    parser.add_argument("--key", metavar="KEY_FILE", type=Path, required=True, help="your private key")


def run(options: Namespace, session: Session) -> int:
    from tutor.classroom.keys import read_private_key
    from tutor.classroom.signature import sign_file, sign_folder

    sign = sign_folder if options.place.is_dir() else sign_file
    signed = sign(options.place, read_private_key(options.key))
    session.console.answer(f"Signed {wording.counted(len(signed.files), 'file')} with key {signed.fingerprint}.\n")
    return EXIT_PASSED
