"""An archive whose name ends in .zip is never taken for a new checkpoint, though it is one.

fails: the_name_says_nothing
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    source = path
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            if str(path).endswith(".zip") or not any(entry.filename.endswith("/data.pkl") for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                source = io.BytesIO(archive.read(files[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
