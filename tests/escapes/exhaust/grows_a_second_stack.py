"""Takes its memory as a stack that grows downwards, which the limit on private memory does not count.

Family: D37
Only when confined: it would fill the memory of the machine.
Refused as out_of_memory or timeout or failed or crashed: the supervisor counts what is used, whatever it is called.
"""

import ctypes
import mmap

MAP_GROWSDOWN, SIZE, MADV_POPULATE_WRITE = 0x100, 2304 << 20, 23

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_GROWSDOWN
start = libc.mmap(None, ctypes.c_size_t(SIZE), mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, ctypes.c_long(0))
if start == ctypes.c_void_p(-1).value:
    print(ctypes.get_errno())
else:
    ctypes.memset(start, 1, SIZE)
    print("THROUGH", SIZE >> 20, "MiB")


def outer_sum(a, b):
    return a
