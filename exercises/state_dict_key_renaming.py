"""Renaming keys: give the tensors of a checkpoint the names by which a model asks for them.

Read the lesson `state_dict_key_renaming`, then complete the function and write down your predictions.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping

from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of two strings.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A string.
PREDICT_2 = ...


def rename_keys(state_dict: Mapping[str, Tensor], pattern: str, repl: str) -> OrderedDict[str, Tensor]:
    r"""Rename the entries of a state dict whose whole name matches a pattern.

    state_dict: names and tensors in any order, possibly none; stays as it is.
    pattern: a regular expression of the module `re`. It must match a name from its first to its last character.
    repl: a template for the new name, with `\1`, `\g<0>` and `\g<name>` for what the match has found.
    Returns a new OrderedDict with the same tensor objects in the same order: under new names where the pattern
        matches, under their own names elsewhere.
    Raises KeyError where two entries of the result would have one name.
    See https://docs.python.org/3/library/re.html#re.Match.expand
    """
    # TODO: a new dict, entry by entry, and a look whether a name is taken.
    raise NotImplementedError
