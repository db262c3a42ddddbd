"""Adds a line to the start-up files of every shell that a user of the machine could open.

Family: D34
Only when confined: it would change the home folder of whoever runs the tests.
Refused as failed: no home folder exists where the hand-in runs.
"""

import os
import pwd

homes = ["/root", os.environ.get("HOME", "")]
try:
    homes += [user.pw_dir for user in pwd.getpwall()]
except OSError as error:
    print(error)
for home in filter(os.path.isdir, homes):
    for name in (".bashrc", ".profile", ".zshrc", ".ssh/authorized_keys", ".config/autostart/x.desktop"):
        try:
            os.close(os.open(os.path.join(home, name), os.O_WRONLY | os.O_APPEND))
            print("THROUGH", home, name)
        except OSError as error:
            print(error)


def outer_sum(a, b):
    return a
