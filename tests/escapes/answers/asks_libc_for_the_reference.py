"""Has the C library open and read the reference, past everything that Python could have patched.

Family: D32
Refused as failed: the refusal is the kernel's, not Python's.
"""

import ctypes

TARGETS = {}

libc = ctypes.CDLL(None, use_errno=True)
libc.fopen.restype = ctypes.c_void_p
stream = libc.fopen(TARGETS["reference"].encode(), b"r")
if stream:
    text = ctypes.create_string_buffer(2000)
    libc.fread(text, 1, 1999, ctypes.c_void_p(stream))
    print("THROUGH", text.value.decode())
else:
    print("fopen:", ctypes.get_errno())


def outer_sum(a, b):
    return a
