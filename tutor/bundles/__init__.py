"""What a teacher uploads so that a host grades with this tutor: archives with the same bytes every time."""
