"""Returns the table in sparse layouts with entries that are given twice, unsorted or out of order.

Family: C21
Refused as failed: only a strided tensor has values that travel.
"""

import torch

TARGETS = {}


def outer_sum(a, b):
    places = torch.tensor([[0, 0, 1], [1, 1, 0]])
    table = torch.sparse_coo_tensor(places, torch.ones(3, dtype=torch.float64), (len(a), len(b)))
    return table.to_sparse_csr() if len(a) == len(b) else table
