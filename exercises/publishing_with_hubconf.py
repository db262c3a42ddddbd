"""Publishing a model: this very file becomes the hubconf.py of a hub repository.

Read the lesson `publishing_with_hubconf`, then complete the file and write down your prediction. The check copies it
into a folder as hubconf.py, with a checkpoint tiny.pt beside it, and calls torch.hub.load for that folder.
"""

import os

import torch
from torch import nn

# What does the snippet "Predict" of the lesson evaluate to? A string.
PREDICT_1 = ...

# The names of the packages that must be there before this file can be used, a list of strings.
dependencies: list[str] = []


def tiny_mlp(pretrained: bool = False, progress: bool = True, *, hidden: int = 8, out: int = 2) -> nn.Module:
    """A perceptron with one hidden layer: four numbers in, `out` numbers out.

        model = torch.hub.load(folder, "tiny_mlp", source="local", pretrained=True)

    pretrained: False leaves the weights random; True gives them the values in tiny.pt, a state dict that lies in the
        folder of this file, wherever the caller is. It may have been saved on a GPU that this machine lacks.
    progress: whether to show a bar while something is downloaded; here nothing is.
    hidden, out: sizes. tiny.pt is for the default ones; with others, pretrained=True raises RuntimeError. So it does
        when the names in tiny.pt are not those of the model's state dict. The current folder stays as it is.
    Returns a new nn.Sequential of nn.Linear(4, hidden), nn.ReLU() and nn.Linear(hidden, out) at each call, on the CPU.
    An argument that is not one of these raises TypeError. A tiny.pt that holds more than tensors and plain containers
    raises pickle.UnpicklingError, and nothing in it is run. This text is what torch.hub.help shows: leave it here.
    See https://docs.pytorch.org/docs/stable/hub.html#publishing-models
    """
    # TODO: build the model, load the checkpoint if that is wanted, and name the dependencies above.
    raise NotImplementedError
