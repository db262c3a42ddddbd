"""Has Python compile a list of two hundred thousand entries, and a sum of fifty thousand terms that nests as deep.

Family: D35
Refused as error or timeout: it costs the hand-in its own time and stack; the compiler gives up before the stack does.
"""

TARGETS = {}

compile("x = [" + "1," * 200_000 + "]", "outer_sum.py", "exec")
compile("+".join(["1"] * 50_000), "outer_sum.py", "eval")


def outer_sum(a, b):
    return a
