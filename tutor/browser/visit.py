"""One tab's app, started by the server as `python -m tutor.browser.visit FD`; FD leads to the grader of all tabs."""

from __future__ import annotations

import socket
import sys

from tutor.browser.shared_grader import SharedGrader
from tutor.commands.console import Console
from tutor.commands.session import Session
from tutor.tui.app import open_app


def main() -> int:
    grader = SharedGrader(socket.socket(fileno=int(sys.argv[1])))
    session = Session(Console())
    return open_app(session.course, session.workspace, session.progress, grader)


if __name__ == "__main__":
    sys.exit(main())
