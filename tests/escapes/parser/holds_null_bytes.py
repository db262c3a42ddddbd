"""Has Python compile sources with null bytes, which some readers take for the end of the file.

Family: D35
Refused as error: such a source is refused whole.
"""

TARGETS = {}

exec("def outer_sum(a, b): return a\n\0raise SystemExit(0)")
