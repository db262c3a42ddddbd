"""Separates statements by form feeds and continues lines with backslashes, so that line numbers drift apart.

Family: D35
Refused as error: a line that is not in the file is shown without its text.
"""

TARGETS = {}

SOURCE = "\f\n\f\f\\\n" * 1000 + "def outer_sum(a, b):\n\f    \\\n\\\n\\\n raise ValueError"
exec(compile(SOURCE, "outer_sum.py", "exec"))
