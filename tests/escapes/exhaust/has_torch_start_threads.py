"""Has PyTorch start a million threads for its next operation.

Family: D37
Only when confined: it would use up the processes of the user.
Refused as failed or crashed or error or timeout: threads are counted as processes, and their stacks as memory.
"""

import torch


def outer_sum(a, b):
    try:
        torch.set_num_threads(10**6)
    except RuntimeError as error:
        print(error)
    return torch.ones(1 << 22).sum() + a
