"""Joins datasets that write down what they are asked for, and splits numbers of items."""

from itertools import islice
from string import ascii_lowercase
from typing import Any

import torch
from torch.utils.data import DataLoader

from tutor.probes import Case, HandIn, Observations


class Shelf:
    """A dataset that writes down which items are read; like a list, it knows negative numbers too."""

    def __init__(self, name: str, size: int, reads: list[str]) -> None:
        self.name, self.size, self.reads = name, size, reads

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> str:
        self.reads.append(f"{self.name}[{index}]")
        if not -self.size <= index < self.size:
            raise IndexError(f"{self.name} has {self.size} items, and {index} is none of them")
        return f"{self.name}{index % self.size}"


def joined(hand_in: HandIn, case: Case) -> tuple[Any, list[str]]:
    """The datasets a, b, c, ... of the case as one, and what is read of them."""
    reads: list[str] = []
    shelves = [Shelf(name, size, reads) for name, size in zip(ascii_lowercase, case.sizes, strict=False)]
    return hand_in.ConcatDataset(shelves), reads


def length(hand_in: HandIn, case: Case) -> Observations:
    """How many items there are."""
    return {"length": len(joined(hand_in, case)[0])}


def before_any_item(hand_in: HandIn, case: Case) -> Observations:
    """What is read by making it and by asking for its length."""
    whole, reads = joined(hand_in, case)
    at_first = list(reads)
    len(whole)
    return {"read when it is made": at_first, "read for its length": reads[len(at_first) :]}


def items(hand_in: HandIn, case: Case) -> Observations:
    """The items at some indices."""
    whole, _ = joined(hand_in, case)
    return {"items": [whole[index] for index in case.indices]}


def reading(hand_in: HandIn, case: Case) -> Observations:
    """What one index reads."""
    whole, reads = joined(hand_in, case)
    before = len(reads)
    item = whole[case.index]
    return {"item": item, "read": reads[before:]}


def item(hand_in: HandIn, case: Case) -> Observations:
    """The item at one index, if there is one."""
    return {"item": joined(hand_in, case)[0][case.index]}


def loops(hand_in: HandIn, case: Case) -> Observations:
    """What two for loops go through; two items more than there are is enough to see that one does not end."""
    whole, _ = joined(hand_in, case)
    enough = sum(case.sizes) + 2
    return {"items of a loop": list(islice(whole, enough)), "items of a second loop": list(islice(whole, enough))}


def batches(hand_in: HandIn, case: Case) -> Observations:
    """What a loader makes of it, in order or shuffled with a seed."""
    whole, _ = joined(hand_in, case)
    generator = torch.Generator().manual_seed(7)
    loader = DataLoader(whole, batch_size=3, shuffle=case.shuffle, generator=generator)
    return {"batches": [", ".join(batch) for batch in loader]}


def parts(hand_in: HandIn, case: Case) -> Observations:
    """The lengths, and the fractions afterwards."""
    fractions = list(case.fractions)
    found = hand_in.split_lengths(case.n, fractions)
    return {"lengths": found, "fractions afterwards": fractions}
