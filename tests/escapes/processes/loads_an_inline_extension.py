"""Has PyTorch compile and load C++ given as text.

Family: D38
Only when confined: a compilation takes longer than a run may.
Refused as failed or error or timeout: a compiler is a program, and no program is executed.
"""

from torch.utils import cpp_extension

SOURCE = 'int told() { return system("echo THROUGH"); }'

try:
    cpp_extension.load_inline("told", ["#include <cstdlib>\n" + SOURCE], functions=["told"]).told()
except (OSError, RuntimeError) as error:
    print(error)


def outer_sum(a, b):
    return a
