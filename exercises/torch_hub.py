"""What a hub repository offers: the entry points of a hubconf.py, listed without the network.

Read the lesson `torch_hub`, then complete the function and write down your prediction.
"""

import importlib.util
import os
import sys

# What does the snippet "Predict" of the lesson evaluate to? A list of strings.
PREDICT_1 = ...


def list_entrypoints(path: str) -> list[str]:
    """The names that a folder offers to `torch.hub.load(path, name, source="local")`.

    path: an absolute path to a folder with a file hubconf.py in it.
    Returns the names of the public callables of that file, as a list in the order of `sorted`. Whatever can be called
    counts, also when the file imported it; a name that starts with an underscore is not public.
    Raises RuntimeError when `dependencies` of the file names a package that cannot be found here. A file without
    `dependencies` needs nothing.
    Each call reads the file of its own folder. Afterwards sys.path and the current folder are as they were before, also
    when an exception was raised. There is no network.
    See https://docs.pytorch.org/docs/stable/hub.html
    """
    # TODO: run the file as a module, look at what it needs, and list what can be called.
    raise NotImplementedError
