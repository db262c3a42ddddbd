"""Pushes a command into the terminal that the grader was started from, as if it had been typed there.

Family: D39
Only when confined: the tests may have no terminal.
Refused as failed: a run is in a session without a terminal, has no device of one, and may not push characters.
"""

import fcntl
import os
import termios

for path in ("/dev/tty", "/dev/pts/0", "/dev/console", 0, 1, 2):
    try:
        terminal = os.open(path, os.O_RDWR) if isinstance(path, str) else path
        for character in b"echo typed\n":
            fcntl.ioctl(terminal, termios.TIOCSTI, bytes([character]))
        print("THROUGH", path)
    except OSError as error:
        print(path, error)


def outer_sum(a, b):
    return a
