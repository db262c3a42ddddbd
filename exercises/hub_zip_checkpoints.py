"""Checkpoints in zip files: new ones, old ones, and old ones that somebody has packed.

Read the lesson `hub_zip_checkpoints`, then complete the function and write down your prediction.
"""

import io
import os
import zipfile
from typing import Any

import torch

# What does the snippet "Predict" of the lesson evaluate to? A tuple of three bools.
PREDICT_1 = ...


def load_checkpoint(path: str | os.PathLike[str], map_location: str | torch.device = "cpu") -> Any:
    """What was saved in a checkpoint file, whichever kind of file it is.

    path: a file that torch.save has written, in the format since 1.6 (a zip archive with a data.pkl in a folder) or
        in the one before; or a zip archive with exactly one file in it, which is such a file. Its name says nothing.
        It stays as it is, and so do its folder and the current one, also when an exception is raised.
    map_location: where the tensors go, as in torch.load.
    Nothing but plain data is built from the file, as with weights_only=True.
    Raises ValueError for an archive that is no checkpoint and has no file in it, or several.
    See https://docs.python.org/3/library/zipfile.html
    """
    # TODO: find out which kind it is, and give torch.load something that it can read.
    raise NotImplementedError
