"""Starts threads with the smallest stacks, all of which wait, until there can be no more.

Family: D37
Only when confined: it would use up the processes of the user.
Refused as failed or crashed or error: threads are counted as processes, and both have a limit.
"""

import threading

threading.stack_size(32 << 10)
ends, started = threading.Event(), 0
try:
    while started < 3000:
        threading.Thread(target=ends.wait, daemon=True).start()
        started += 1
    print("THROUGH", started)
except RuntimeError as error:
    print(started, error)


def outer_sum(a, b):
    return a
