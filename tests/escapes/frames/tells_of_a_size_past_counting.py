"""Raises an error about memory that names a size of hundreds of digits, for whoever converts it into gigabytes.

Family: B17
Refused as out_of_memory: a number too large to say is not said.
"""

TARGETS = {}


def outer_sum(a, b):
    raise MemoryError(f"DefaultCPUAllocator: can't allocate memory: you tried to allocate {'9' * 400} bytes.")
