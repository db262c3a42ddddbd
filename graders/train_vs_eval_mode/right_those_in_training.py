"""A list of the modules that were in training mode, which is enough unless the block switches modes itself.

stretch: no
"""

import contextlib

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextlib.contextmanager
def evaluating(model):
    trained = [module for module in model.modules() if module.training]
    model.train(False)
    try:
        yield model
    finally:
        for module in trained:
            module.training = True
