"""A Report as text for a person or a program: pure functions, one module per format."""
