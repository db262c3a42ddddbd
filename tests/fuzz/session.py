"""Starts the fuzzer on one target, in a process that may not grow."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import atheris
from fuzz.mutations import mix_streams, mutate_stream

ROOM = 256 << 20
"""Bytes of address space beyond what is there before the first input: no input may need more."""
MAX_SIZE = 64 << 10
"""Of one input; the caps themselves are larger, and have tests of their own."""


def fuzz(target: Callable[[bytes], None], seeds: Iterable[bytes], settings: list[str]) -> None:
    """Fuzz from a folder until libFuzzer's settings say stop; exits with 0, or with 77 after an exception."""
    corpus, honest = Path(settings[0]), list(seeds)
    for number, seed in enumerate(honest):
        (corpus / f"honest-{number}").write_bytes(seed)

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        start = honest[seed // 2 % len(honest)] if seed % 2 else data  # coverage alone soon leads far from the honest
        return mutate_stream(start, max_size, seed, atheris.Mutate)

    options = [f"-max_len={MAX_SIZE}", "-mutate_depth=1", "-rss_limit_mb=0", "-timeout=30"]
    atheris.Setup([sys.argv[0], *options, *settings], target, custom_mutator=mutate, custom_crossover=_mix_now_and_then)
    _forbid_to_grow()
    atheris.Fuzz()


def _mix_now_and_then(one: bytes, other: bytes, max_size: int, seed: int) -> bytes:
    """libFuzzer mixes every other time; most of these mutate instead."""
    if seed % 4:
        return mutate_stream(one, max_size, seed, atheris.Mutate)
    return mix_streams(one, other, max_size, seed)


def _forbid_to_grow() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
