"""The cases of `focal_loss` that pytest, otter-grader and check50 alike put to a hand-in."""

from itertools import product

import torch
import torch.nn.functional as F

SHAPES = [(4, 3), (7,), (2, 3, 4, 5)]
SETTINGS = [(2.0, 0.25), (1.5, 0.6), (0.0, 0.5)]
REDUCTIONS = ["none", "mean", "sum"]
CASES = list(product(SHAPES, SETTINGS, REDUCTIONS))


def expected(pred, true, gamma, alpha, reduction):
    p_t = true * torch.sigmoid(pred) + (1 - true) * torch.sigmoid(-pred)
    alpha_t = true * alpha + (1 - true) * (1 - alpha)
    loss = alpha_t * (1 - p_t) ** gamma * F.binary_cross_entropy_with_logits(pred, true, reduction="none")
    return loss if reduction == "none" else getattr(loss, reduction)()


def compare(focal_loss, shape, settings, reduction):
    """Raises unless the loss of the class and its gradient are as expected."""
    gamma, alpha = settings
    pred = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    true = torch.randint(0, 2, shape).double()
    loss = focal_loss(gamma=gamma, alpha=alpha, reduction=reduction)(pred, true)
    wanted = expected(pred, true, gamma, alpha, reduction)
    torch.testing.assert_close(loss, wanted)
    torch.testing.assert_close(*(torch.autograd.grad(x.sum(), pred, retain_graph=True)[0] for x in (loss, wanted)))
