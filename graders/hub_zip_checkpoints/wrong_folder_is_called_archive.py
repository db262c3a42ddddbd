"""The data.pkl of a new file is looked for in a folder called archive. On the disk that folder is called after the file.

fails: new_and_old_files_are_read
"""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            if not any(entry.filename == "archive/data.pkl" for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                file = io.BytesIO(archive.read(files[0]))
                return torch.load(file, map_location=map_location, weights_only=True)
    return torch.load(path, map_location=map_location, weights_only=True)
