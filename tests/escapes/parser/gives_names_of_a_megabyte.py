"""Names a function and an exception with a hundred thousand letters each, for tracebacks and reports to repeat.

Family: D35
Refused as error: names are cut before they leave the sandbox, and again where they arrive.
"""

TARGETS = {}

NAME = "x" * 100_000
exec(compile(f"def {NAME}(): raise type('{NAME}', (Exception,), {{}})('{NAME}')", "outer_sum.py", "exec"))


def outer_sum(a, b):
    globals()[NAME]()
