"""Puts packages where Python finds them, some of which fail when they are imported, and takes them away again."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from tutor.probes import Case, HandIn, Observations

FAILURES: dict[str, BaseException] = {
    "ModuleNotFoundError": ModuleNotFoundError("No module named 'a_dependency'"),
    "ImportError": ImportError("cannot import name 'Field' from 'a_dependency'"),
    "OSError": OSError("Could not load this library: libolder.so"),
    "FileNotFoundError": FileNotFoundError(2, "No such file or directory", "libolder.so"),
    "RuntimeError": RuntimeError("operator older::tokenize already exists"),
    "ValueError": ValueError("a mistake in the package"),
    "SyntaxError": SyntaxError("invalid syntax"),
    "KeyboardInterrupt": KeyboardInterrupt(),
}


class Shelf(MetaPathFinder, Loader):
    """Finds the packages of a case, counts how often each is run, and lets some of them fail."""

    def __init__(self, packages: dict[str, str]) -> None:
        self.packages = packages
        self.runs: list[str] = []

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name in self.packages else None

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        self.runs.append(module.__name__)
        if failure := self.packages[module.__name__]:
            raise FAILURES[failure]


@contextmanager
def shelf(case: Case) -> Iterator[Shelf]:
    found = Shelf(case.packages)
    sys.meta_path.insert(0, found)
    try:
        yield found
    finally:
        sys.meta_path.remove(found)
        for name in case.packages:
            sys.modules.pop(name, None)


def described(value: object) -> str:
    if isinstance(value, ModuleType):
        return f"the module {value.__name__}"
    return repr(value) if value is None or isinstance(value, bool | int | str) else f"a {type(value).__name__}"


def imported(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, or which exception comes out of the package."""
    with shelf(case):
        try:
            found = described(hand_in.optional_import(case.name))
        except BaseException as error:
            if error not in FAILURES.values():
                raise
            found = f"raises {type(error).__name__}"
        return {"result": found}


def once(hand_in: HandIn, case: Case) -> Observations:
    """Two calls, and an import statement afterwards."""
    with shelf(case) as packages:
        first, second = hand_in.optional_import(case.name), hand_in.optional_import(case.name)
        return {
            "result": described(first),
            "the second call gives the same module": first is second,
            "import gives the same module": importlib.import_module(case.name) is first,
            "modules that were run": packages.runs,
        }
