"""Raises its own limits to what its surroundings allow, before it uses more than it should.

Family: D39
Refused as failed: the hard limits are set as low as the soft ones, and no limit is set from inside.
"""

import resource

for limit in (resource.RLIMIT_CORE, resource.RLIMIT_DATA, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
    soft, hard = resource.getrlimit(limit)
    try:
        resource.setrlimit(limit, (hard - 1 if hard > 0 else 1 << 30, hard if hard > 0 else resource.RLIM_INFINITY))
        print("THROUGH", limit)
    except (OSError, ValueError) as error:
        print(error)


def outer_sum(a, b):
    return a
