"""Opens a socket of every family there is: the kernel's own, the hypervisor's, its cryptography's, raw packets.

Family: D36
Refused as failed: seccomp names the few kinds there are, and the solo profile has none.
"""

import errno
import socket

ORDINARY = {(socket.AF_UNIX, socket.SOCK_STREAM, 0), (socket.AF_NETLINK, socket.SOCK_RAW, 0)}

for family in range(46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        for protocol in (0, 15):
            if family in (socket.AF_INET, socket.AF_INET6) or (family, kind, protocol) in ORDINARY:
                continue
            try:
                print("THROUGH", socket.socket(family, kind, protocol))
            except OSError as error:
                if error.errno not in (errno.EPERM, errno.EAFNOSUPPORT, errno.ESOCKTNOSUPPORT):
                    print(family, kind, protocol, error)


def outer_sum(a, b):
    return a
