"""Appends to a file that belongs to somebody else.

Family: D34
Refused as failed: outside of a scratch folder nothing is opened for writing.
"""

TARGETS = {}

try:
    with open(TARGETS["other_hand_in"], "a") as file:
        file.write("# and more\n")
    print("THROUGH", "appended")
except OSError as error:
    print(error)


def outer_sum(a, b):
    return a
