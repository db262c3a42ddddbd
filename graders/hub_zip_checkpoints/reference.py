"""Looks into an archive; what torch.load cannot read is read out of it first."""

import io
import os
import zipfile
from typing import Any

import torch

PREDICT_1 = (True, False, True)


def load_checkpoint(path: str | os.PathLike[str], map_location: str | torch.device = "cpu") -> Any:
    source: Any = path
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            if not any(entry.filename.endswith("/data.pkl") for entry in files):
                if len(files) != 1:
                    raise ValueError(f"{path} has {len(files)} files in it, and is no checkpoint")
                source = io.BytesIO(archive.read(files[0]))
    return torch.load(source, map_location=map_location, weights_only=True)
