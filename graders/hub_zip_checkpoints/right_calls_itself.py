"""Reads everything into memory, and calls itself for what is inside."""

import io
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    with open(path, "rb") as file:
        return from_bytes(file.read(), map_location)


def from_bytes(content, map_location):
    file = io.BytesIO(content)
    if zipfile.is_zipfile(file):
        archive = zipfile.ZipFile(file)
        names = {info.filename for info in archive.filelist if not info.filename.endswith("/")}
        if not any(name.count("/") == 1 and name.split("/")[1] == "version" for name in names):
            if len(names) != 1:
                raise ValueError("not a checkpoint")
            return from_bytes(archive.read(names.pop()), map_location)
    file.seek(0)
    return torch.load(file, map_location=map_location, weights_only=True)
