"""Changes the machine's name, its clock and its swap, and has it restarted.

Family: D39
Only when confined: a machine that allows it would be restarted.
Refused as failed: a run holds no right to, and seccomp knows none of these calls.
"""

import ctypes
import os
import time

libc = ctypes.CDLL(None, use_errno=True)
LINUX_REBOOT_CMD_CAD_OFF = 0
for answer in (
    libc.sethostname(b"taken", 5),
    libc.setdomainname(b"taken", 5),
    libc.swapoff(b"/swapfile"),
    libc.reboot(LINUX_REBOOT_CMD_CAD_OFF),
    libc.acct(None),
):
    print("THROUGH" if answer == 0 else os.strerror(ctypes.get_errno()))
try:
    time.clock_settime(time.CLOCK_REALTIME, time.time())
    print("THROUGH", "the clock")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
