"""Rows follow b here. The first axis of the table belongs to a.

fails: every_entry_is_a_pair_sum
"""


def outer_sum(a, b):
    return b[:, None] + a
