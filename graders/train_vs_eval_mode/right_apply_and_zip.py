"""Module.apply collects the flags, and goes the same way again to give them back."""

from contextlib import contextmanager

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


def _evaluating(net):
    flags = []
    net.apply(lambda module: flags.append(module.training))
    try:
        yield net.eval()
    finally:
        rest = iter(flags)
        net.apply(lambda module: setattr(module, "training", next(rest)))


evaluating = contextmanager(_evaluating)
