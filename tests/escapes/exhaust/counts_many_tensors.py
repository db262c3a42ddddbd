"""Returns more tensors than anybody would look at.

Family: D37
Refused as refused or failed or timeout: what a value may hold has a limit, in its number and in its size.
"""


def outer_sum(a, b):
    return [[a.new_zeros(1) for _ in range(300)] for _ in range(300)]
