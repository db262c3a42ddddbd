"""`tutor keygen`: a key to sign results with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tutor.commands.session import Session
from tutor.errors import EXIT_PASSED


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="where to keep the private key; FILE.pub is the public one"
    )


def run(options: Namespace, session: Session) -> int:
    from tutor.classroom.keys import new_key

    public, fingerprint = new_key(options.file)
    session.console.answer(
        f"Private key: {options.file}  (who has it can sign in your name)\n"
        f"Public key:  {public}\n"
        f"Fingerprint: {fingerprint}\n"
        "Give the public key or the fingerprint to whoever verifies, by a way they trust.\n"
    )
    return EXIT_PASSED
