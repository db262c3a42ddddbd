"""Hostile hand-ins, what they must not reach, and whether they did: for `tutor doctor --attack` and the tests."""
