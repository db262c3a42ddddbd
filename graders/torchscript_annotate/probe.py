"""Calls token_counts as Python, and as what torch.jit.script makes of it."""

import re
from typing import Any

import torch

from tutor.probes import Case, HandIn, Observations

REASONS = {
    "previously had type NoneType": "a variable that began as None is something else later",
    "instead found type 'NoneType'": "a variable that began as None is something else later",
    "assigned to a value of type NoneType": "a variable whose type has no None becomes None",
    "instead found type 'Optional": "what may be None stands where it may not",
    "Could not cast value of type": "what is no bool stands as a condition",
    "is not defined in the": "a variable has a value in one of two branches only",
    "instead found type 'Tensor'": "a Tensor stands where something else is wanted",
    "previously matched to type Tensor": "a container is taken for one of tensors",
    "builtin cannot be used as a value": "a function stands as a value",
    "Lambda aren't supported": "a function stands as a value",
}
"""What the compiler says, and what it means."""


def in_python(hand_in: HandIn, case: Case) -> Observations:
    """What plain Python gives, and what becomes of the argument."""
    tokens = list(case.tokens)
    result = hand_in.token_counts(tokens, case.min_count)
    return {**parts(result), "tokens afterwards": tokens}


def compiling(hand_in: HandIn, case: Case) -> Observations:
    """Whether the compiler takes the function."""
    try:
        torch.jit.script(hand_in.token_counts)
    except Exception as error:
        print(in_short(str(error)))
        return {"torch.jit.script": f"refuses it: {reason(error)}"}
    return {"torch.jit.script": "compiles it"}


def compiled(hand_in: HandIn, case: Case) -> Observations:
    """What the compiled function gives; a refusal in the few words that do not vary from file to file."""
    try:
        function = torch.jit.script(hand_in.token_counts)
    except Exception as error:
        return {"result": f"none, the compiler refuses it: {reason(error)}"}
    return parts(function(list(case.tokens), case.min_count))


def parts(result: Any) -> Observations:
    """The two parts of a result; the order of a dict says nothing here."""
    if not (isinstance(result, tuple) and len(result) == 2 and isinstance(result[0], dict)):
        return {"result": result}
    return {"counts": dict(sorted(result[0].items())), "most frequent": result[1]}


def in_short(text: str) -> str:
    """The compiler's words; of a list of all variants of an operator, those that say something, and the call."""
    listed, marker, call = text.strip().partition("The original call is:")
    if not marker:
        return text.strip()
    telling = [line.strip() for line in listed.splitlines() if any(words in line for words in REASONS)]
    return "\n".join([*telling[:1], marker + call])


def reason(error: Exception) -> str:
    """Why the compiler refused, without the names that vary from file to file."""
    text = str(error).strip()
    known = [meaning for words, meaning in REASONS.items() if words in text]
    return known[0] if known else re.sub(r"'[^']*'", "…", text.split("\n")[0].rstrip(":"))
