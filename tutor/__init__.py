"""tutor: learn PyTorch by doing it, with graded exercises in the terminal."""

__version__ = "0.1.0"
