"""Reads a file of yours.

Family: D32
Refused as error: the root folder of the run holds no such file, and Landlock does not open it.
"""

TARGETS = {}

for name in ("secret_file", "other_hand_in"):
    try:
        print("THROUGH", open(TARGETS[name]).read())
    except OSError as error:
        print(error)
