"""Leaves a key in the kernel's keyring of its user, where the next run of anybody finds it.

Family: D38
Only when confined: not every kernel has keyrings.
Refused as failed: seccomp refuses the calls.
"""

import ctypes
import os

TARGETS = {}
ADD_KEY, KEYCTL = {"x86_64": (248, 250), "aarch64": (217, 219)}[os.uname().machine]
KEY_SPEC_USER_KEYRING, KEYCTL_GET_KEYRING_ID, KEYCTL_UNLINK = -4, 0, 9

libc = ctypes.CDLL(None, use_errno=True)
key = libc.syscall(ADD_KEY, b"user", TARGETS["mark"].encode(), b"answer", 6, KEY_SPEC_USER_KEYRING)
print("THROUGH" if key >= 0 else os.strerror(ctypes.get_errno()), key)
ring = libc.syscall(KEYCTL, KEYCTL_GET_KEYRING_ID, KEY_SPEC_USER_KEYRING, 1)
print("THROUGH" if ring >= 0 else os.strerror(ctypes.get_errno()), ring)
if key >= 0:
    libc.syscall(KEYCTL, KEYCTL_UNLINK, key, KEY_SPEC_USER_KEYRING)


def outer_sum(a, b):
    return a
