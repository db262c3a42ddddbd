"""A class: finding hand-ins, grading them on an engine, keeping results, and what a teacher gets. No torch."""
