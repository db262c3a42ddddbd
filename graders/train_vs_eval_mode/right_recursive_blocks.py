"""Each module is a block of its own, with the blocks of its children inside."""

from contextlib import ExitStack, contextmanager

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model):
    training = model.training
    with ExitStack() as blocks:
        for child in model.children():
            blocks.enter_context(evaluating(child))
        model.training = False
        try:
            yield model
        finally:
            model.training = training
