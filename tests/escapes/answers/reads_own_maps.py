"""Reads its own memory map, which names every file that the warm process has loaded and where it lies.

Family: D32
Refused as failed: there is no /proc where the hand-in runs.
"""

for name in ("maps", "smaps", "environ", "mountinfo", "cgroup", "status", "limits"):
    try:
        with open(f"/proc/self/{name}") as file:
            print("THROUGH", name, file.readline())
    except OSError as error:
        print(error)


def outer_sum(a, b):
    return a
