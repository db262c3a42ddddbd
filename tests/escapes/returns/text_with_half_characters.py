"""Returns text with halves of surrogate pairs, null characters and directions, as values and as keys.

Family: B11
Refused as failed: such text is kept as it is in the report and escaped where it is shown.
"""

TARGETS = {}

TEXT = "\ud800\udc00\udfff\x00\u202epassed\u2066\ufeff\x9b2J"


def outer_sum(a, b):
    return {TEXT: TEXT, "table": [TEXT, {"\udcff": "\udcff"}]}
