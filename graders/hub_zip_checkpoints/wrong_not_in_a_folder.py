"""A checkpoint in a folder of the archive is not found, though it is the only file there.

fails: packed_files_are_read
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    source = path
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if "/" not in entry.filename or "data" in entry.filename]
            if not any(entry.filename.endswith("/data.pkl") for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                source = io.BytesIO(archive.read(files[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
