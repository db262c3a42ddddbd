"""What a teacher gets: CSV, JSON, JUnit XML, a class report and a feedback page for every student."""
