"""One warm worker for several who ask: the tabs of `tutor serve`, or all commands of one user. Imports no torch."""
