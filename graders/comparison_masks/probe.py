"""Counts with confusion_counts, as the end of an evaluation would."""

from tutor.probes import Case, HandIn, Observations


def counts(hand_in: HandIn, case: Case) -> Observations:
    """The four counts, what kind of values they are, and which inputs changed."""
    try:
        found = hand_in.confusion_counts(case.scores, case.target, case.threshold)
    except NotImplementedError as error:
        if not error.args:
            raise
        # PyTorch says so of & and ~ on floating tensors; only a stub says it without a word.
        raise RuntimeError(str(error)).with_traceback(error.__traceback__) from None
    kind = type(found).__name__
    if isinstance(found, tuple | list):
        kind += f" of {', '.join(type(entry).__name__ for entry in found)}"
    return {"counts": found, "kind of result": kind, "inputs that changed": case.changed_inputs()}
