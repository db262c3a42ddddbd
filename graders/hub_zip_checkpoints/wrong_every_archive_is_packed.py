"""Every archive is taken for one with a single file in it, as PyTorch 1.6.0 did.
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
            files = archive.infolist()
            if len(files) != 1 or files[0].is_dir():
                raise RuntimeError("Only one file(not dir) is allowed in the zipfile")
            source = io.BytesIO(archive.read(files[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
