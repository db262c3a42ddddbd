"""A file is taken for packed because its name ends in .zip, and for a checkpoint because it does not.

fails: the_name_says_nothing
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    source = path
    if str(path).endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(files) != 1:
                raise ValueError("not one file")
            source = io.BytesIO(archive.read(files[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
