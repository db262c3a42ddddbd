"""Becomes root, or any other user, by every call that changes who one is, and by a user namespace's first user.

Family: D39
Only when confined: the kernel lets only root change users.
Refused as failed: a run holds no right to, has given up gaining any, and seccomp refuses the calls.
"""

import os

for user in (0, 1, 1000, 12345, 65534):
    for become in (os.setuid, os.setgid, os.seteuid, lambda user: os.setgroups([user])):
        try:
            before = os.getresuid(), os.getresgid(), os.getgroups()
            become(user)
            if (os.getresuid(), os.getresgid(), os.getgroups()) != before:
                print("THROUGH", user)
        except OSError as error:
            print(user, error)


def outer_sum(a, b):
    return a
