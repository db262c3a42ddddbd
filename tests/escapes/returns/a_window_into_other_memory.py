"""Returns a view of its input that reaches far beyond it, to find the expected table in memory nearby.

Family: C23
Refused as failed or error or crashed: PyTorch checks views, and no expected table is in this process.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    storage = torch._C._construct_storage_from_data_pointer(a.data_ptr(), a.device, 8 * 4096)
    return torch.empty(0, dtype=a.dtype).set_(storage, 64, (len(a), len(b)), (len(b), 1))
