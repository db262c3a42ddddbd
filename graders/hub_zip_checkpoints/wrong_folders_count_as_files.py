"""A folder of the archive is counted as a file. It is an entry like the others, but nothing can be loaded from it.

fails: packed_files_are_read
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = archive.infolist()
            if not any(entry.filename.endswith("/data.pkl") for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                file = io.BytesIO(archive.read(files[0]))
                return torch.load(file, map_location=map_location, weights_only=True)
    return torch.load(path, map_location=map_location, weights_only=True)
