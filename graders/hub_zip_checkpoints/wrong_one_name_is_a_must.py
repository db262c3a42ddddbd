"""An archive with more than one name in it is refused before anybody looks for a data.pkl.
A new checkpoint is an archive of many files.

fails: new_and_old_files_are_read
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    source = path
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if len(names) != 1:
                raise ValueError(f"{path} has {len(names)} files in it, and is no checkpoint")
            source = io.BytesIO(archive.read(names[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
