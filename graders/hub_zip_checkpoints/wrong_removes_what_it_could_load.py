"""The file inside was unpacked into the current folder. Where it cannot be loaded, the line that removes it is never reached.

fails: nothing_is_left_behind
"""

import os
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            if not any(entry.filename.endswith("/data.pkl") for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                unpacked = archive.extract(files[0])
                found = torch.load(unpacked, map_location=map_location, weights_only=True)
                os.remove(unpacked)
                return found
    return torch.load(path, map_location=map_location, weights_only=True)
