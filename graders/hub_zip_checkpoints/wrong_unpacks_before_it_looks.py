"""The archive was unpacked before its files were counted, so those of a wrong archive lie about, too.

fails: nothing_is_left_behind
"""

import os
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    if not zipfile.is_zipfile(path):
        return torch.load(path, map_location=map_location, weights_only=True)
    with zipfile.ZipFile(path) as archive:
        files = [entry for entry in archive.infolist() if not entry.is_dir()]
        if any(entry.filename.endswith("/data.pkl") for entry in files):
            return torch.load(path, map_location=map_location, weights_only=True)
        archive.extractall()
    if len(files) != 1:
        raise ValueError("not one file")
    try:
        return torch.load(files[0].filename, map_location=map_location, weights_only=True)
    finally:
        os.remove(files[0].filename)
