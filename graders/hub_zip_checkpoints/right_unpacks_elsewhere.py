"""Unpacks into a temporary folder, which is gone afterwards."""

import pathlib
import tempfile
import zipfile

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path, map_location="cpu"):
    path = pathlib.Path(path)
    if not zipfile.is_zipfile(path):
        return torch.load(path, map_location)
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        members = [m for m in archive.infolist() if not m.is_dir()]
        if any(pathlib.PurePosixPath(m.filename).name == "data.pkl" for m in members):
            return torch.load(path, map_location)
        try:
            (member,) = members
        except ValueError:
            raise RuntimeError("more or less than one file") from None
        return torch.load(archive.extract(member, folder), map_location)
