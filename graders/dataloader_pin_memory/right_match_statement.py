"""One match statement."""

import torch

PREDICT_1 = [False, False]


def pin_batch(batch, fn):
    def again(part):
        return pin_batch(part, fn)

    match batch:
        case torch.Tensor():
            return fn(batch)
        case object(pin_memory=method):
            return method()
        case dict():
            return dict(zip(batch, map(again, batch.values())))
        case tuple(_fields=names):
            return batch._replace(**{name: again(getattr(batch, name)) for name in names})
        case tuple():
            return tuple(map(again, batch))
        case list():
            return list(map(again, batch))
        case _:
            return batch
