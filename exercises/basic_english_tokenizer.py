"""The tokenizer that torchtext called "basic_english", without torchtext.

Read the lesson `basic_english_tokenizer`, then complete the function and write down your predictions.
"""

import re

# What does the snippet "Predict 1" of the lesson evaluate to? A list of strings.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of two lists of strings.
PREDICT_2 = ...


def basic_english(line: str) -> list[str]:
    """The tokens of a line of English text, in order.

    line: any string, with any letters and whitespace; may be empty.
    All letters become lower case. Each ' . , ( ) ! ? is a token of its own, wherever it stands. A double quote " is
    removed, and what stands left and right of it moves together. Each ; and : and each <br /> (in any case, exactly
    these six characters) separates tokens and is removed, as whitespace is. Everything else stays in its token.
    Returns a list of strings, none of them empty.
    See https://docs.pytorch.org/text/stable/data_utils.html#get-tokenizer
    """
    # TODO: lower case, then the marks, then split.
    raise NotImplementedError
