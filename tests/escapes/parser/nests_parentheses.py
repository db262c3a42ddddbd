"""Has Python read a hundred thousand parentheses within each other, while it is imported.

Family: D35
Refused as error: Python's parser refuses them; were it to crash, it would be alone.
"""

TARGETS = {}

exec(compile("x = " + "(" * 100_000 + ")" * 100_000, "outer_sum.py", "exec"))


def outer_sum(a, b):
    return a
