"""The list of what a confined child may read has no hole through which our own files show."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

import tutor
from tutor.sandbox import files

PACKAGE = Path(tutor.__file__).resolve().parent


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """A Python whose packages, ours among them, lie inside the standard library's folder."""
    for file in ("lib/json/decoder.py", "lib/site-packages/numpy/core.py", "lib/site-packages/tutor/graders/relu.py"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    (tmp_path / "lib/os.py").touch()
    return tmp_path / "lib"


def readable(python: Path, root: Path, *hidden: Path) -> set[str]:
    paths = files.carve([str(root)], [str(path) for path in hidden])
    return {str(Path(path).relative_to(python)) for path in paths}


def test_a_folder_with_nothing_hidden_is_one_entry(python: Path) -> None:
    assert readable(python, python) == {"."}


def test_a_hidden_folder_is_left_out_however_deep_it_lies(python: Path) -> None:
    assert readable(python, python, python / "site-packages/tutor") == {"json", "os.py", "site-packages/numpy"}


def test_a_link_to_a_hidden_folder_is_left_out(python: Path) -> None:
    (python / "alias").symlink_to(python / "site-packages/tutor")
    (python / "inside").symlink_to(python / "site-packages/tutor/graders")
    assert readable(python, python, python / "site-packages/tutor") == {"json", "os.py", "site-packages/numpy"}


def test_a_link_upwards_is_not_followed_for_ever(python: Path) -> None:
    (python / "site-packages/loop").symlink_to(python)
    assert readable(python, python, python / "site-packages/tutor") == {"json", "os.py", "site-packages/numpy"}


def test_an_environment_inside_a_hidden_checkout_is_allowed_by_name(python: Path) -> None:
    packages = python / "site-packages"
    assert readable(python, packages, python, packages / "tutor") == {"site-packages/numpy"}


def test_a_root_that_is_hidden_is_not_allowed(python: Path) -> None:
    assert readable(python, python, python) == set()


def test_our_own_files_are_hidden() -> None:
    assert str(PACKAGE) in files.hidden_paths()
    for path in files.readable_paths():
        real = Path(path).resolve()
        assert not PACKAGE.is_relative_to(real), path
        assert not real.is_relative_to(PACKAGE), path
        assert "tutor" not in real.name.replace("-", "_").split("_"), path


def test_a_checkout_is_not_readable_though_it_is_on_the_import_path() -> None:
    checkout = PACKAGE.parent
    if not (checkout / "pyproject.toml").exists():
        pytest.skip("tutor is installed, not run from a checkout")
    assert str(checkout) in [str(Path(entry).resolve()) for entry in sys.path]
    assert str(checkout) in files.hidden_paths()
    paths = [Path(path).resolve() for path in files.readable_paths()]
    assert not [path for path in paths if checkout.is_relative_to(path)]
    inside = [path for path in paths if path.is_relative_to(checkout)]
    assert all("site-packages" in path.parts for path in inside)


def test_a_package_installed_meanwhile_does_not_hide_those_that_were_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A confined child may not list the folder again, which Python would do because it has changed."""
    (tmp_path / "was_there.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    importlib.util.find_spec("was_there")
    files.fill_import_caches()
    (tmp_path / "installed_later.py").touch()
    os.utime(tmp_path, (1, 1))
    monkeypatch.setattr("importlib._bootstrap_external._os.listdir", not_allowed)
    assert sys.path_importer_cache[str(tmp_path)].find_spec("was_there") is not None  # type: ignore[union-attr]


def not_allowed(path: str) -> list[str]:
    raise PermissionError(path)
