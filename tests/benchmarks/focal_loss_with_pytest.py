"""The checks of `focal_loss` as an ordinary pytest file: what a check is compared with."""

import importlib.util
import os

import pytest
import torch
import torch.nn.functional as F

spec = importlib.util.spec_from_file_location("focal_loss", os.environ["HAND_IN"])
hand_in = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hand_in)


def expected(pred, true, gamma, alpha):
    p_t = true * torch.sigmoid(pred) + (1 - true) * torch.sigmoid(-pred)
    alpha_t = true * alpha + (1 - true) * (1 - alpha)
    return alpha_t * (1 - p_t) ** gamma * F.binary_cross_entropy_with_logits(pred, true, reduction="none")


@pytest.mark.parametrize("shape", [(4, 3), (7,), (2, 3, 4, 5)])
@pytest.mark.parametrize(("gamma", "alpha"), [(2.0, 0.25), (1.5, 0.6), (0.0, 0.5)])
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_values_and_gradients(shape, gamma, alpha, reduction):
    pred = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    true = torch.randint(0, 2, shape).double()
    loss = hand_in.FocalLoss(gamma=gamma, alpha=alpha, reduction=reduction)(pred, true)
    wanted = expected(pred, true, gamma, alpha)
    torch.testing.assert_close(loss, wanted if reduction == "none" else getattr(wanted, reduction)())
    torch.testing.assert_close(*(torch.autograd.grad(x.sum(), pred, retain_graph=True)[0] for x in (loss, loss)))


def test_an_unknown_reduction_is_refused():
    with pytest.raises(ValueError):
        hand_in.FocalLoss(reduction="average")
