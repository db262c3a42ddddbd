"""Asks heatmap_peaks for the places of keypoints, as a pose estimator would."""

from tutor.probes import Case, HandIn, Observations


def peaks(hand_in: HandIn, case: Case) -> Observations:
    """The places, their shape and dtype alone, and which inputs changed."""
    found = hand_in.heatmap_peaks(case.h)
    return {
        "peaks": found,
        "shape of the peaks": tuple(found.shape),
        "dtype of the peaks": found.dtype,
        "inputs that changed": case.changed_inputs(),
    }
