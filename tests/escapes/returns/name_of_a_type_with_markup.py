"""Returns an object and a tensor subclass whose type names hold escape sequences, markup and workflow commands.

Family: B11
Refused as failed: names are cut and escaped wherever they are shown.
"""

import torch

TARGETS = {}

NAME = "\x1b]8;;https://example.com\x07[bold red]passed[/]\n::set-output name=score::100\n<script>alert(1)</script>"
Opaque = type(NAME, (), {"__str__": lambda self: NAME * 50})
Table = type(NAME, (torch.Tensor,), {})


def outer_sum(a, b):
    return torch.zeros(3, 5).as_subclass(Table) if len(a) == 3 else Opaque()
